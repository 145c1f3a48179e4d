/** Workbooks as archives that say of themselves what is not so: for tests of what reads files from strangers. */
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0"?>${text}`);

export const sheetPart = 'xl/worksheets/sheet1.xml';
export const textsPart = 'xl/sharedStrings.xml';

/** The parts of a workbook of one sheet with two columns, `Code` and `Nom`, and a row for each name. */
export function plainWorkbook(names: string[]): Record<string, Uint8Array> {
  const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [['Code', 'Nom'], ...names.map((name, at) => [`S${at}`, name])].map(
    ([code = '', name = ''], at) => `<row r="${at + 1}">${cell(`A${at + 1}`, code)}${cell(`B${at + 1}`, name)}</row>`,
  );
  return {
    '[Content_Types].xml': xml(
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="Sites" sheetId="1" r:id="s1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="s1" Type="${related}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${related}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    [textsPart]: xml(`<sst xmlns="${main}"/>`),
    [sheetPart]: xml(`<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`),
  };
}

/** The archive of these parts in which some are said to inflate to another size than they do, in the directory and before the part. */
export function lyingZip(
  parts: Record<string, Uint8Array>,
  declared: Record<string, number> | ((name: string) => number | undefined) = {},
): Buffer {
  const zip = Buffer.from(zipSync(parts, { level: 6 }));
  const sizeOf = typeof declared === 'function' ? declared : (name: string) => declared[name];
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const size = sizeOf(name);
    if (size !== undefined) {
      zip.writeUInt32LE(size, at + 24);
      zip.writeUInt32LE(size, zip.readUInt32LE(at + 42) + 22);
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
