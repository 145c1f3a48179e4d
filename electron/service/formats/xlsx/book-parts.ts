/** The parts that every workbook has beside its sheets and styles: types, links, properties, the list of its sheets. */
import { sheetText } from './cells.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** How a sheet's part begins. */
export const sheetRoot = `${xml}<worksheet xmlns="${main}">`;

/** How the part of the texts that come again begins. */
export const sharedTextsRoot = `${xml}<sst xmlns="${main}">`;

/** How the part of the styles begins. */
export const stylesRoot = `${xml}<styleSheet xmlns="${main}">`;

/** Text in an attribute. */
export const sheetAttribute = (text: string): string => sheetText(text).replaceAll('"', '&quot;');

/** Names as Excel takes them: 31 characters of those it allows, none empty, none twice whatever the case. */
export function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>();
  return wished.map((name, index) => {
    const clean = name
      .replace(/[\\/?*[\]:\u0000-\u001F\uFFFE\uFFFF]/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '');
    const cut = (length: number): string => clean.slice(0, length).replace(/[\uD800-\uDBFF]$|['\s]+$/g, '');
    let chosen = cut(31) || String(index + 1);
    for (let n = 2; taken.has(chosen.toLowerCase()); n += 1) chosen = `${cut(27)} (${n})`;
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}

export interface BookFacts {
  title: string;
  /** ISO 8601, the date of making. */
  now: string;
  /** In order; the sheet of each is `xl/worksheets/sheet1.xml` and so on. */
  sheets: readonly string[];
  /** Whether a part of shared texts follows. */
  sharesTexts?: boolean;
}

/** The common parts, in the order in which they are written; `xl/styles.xml` and the sheets follow. */
export function bookParts({ title, now, sheets, sharesTexts = false }: BookFacts): [name: string, text: string][] {
  const names = sheetNames(sheets);
  const type = (part: string, kind: string): string =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`;
  const links = names.map(
    (_name, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const listed = names.map(
    (name, index) => `<sheet name="${sheetAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return [
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/xl/workbook.xml', 'officedocument.spreadsheetml.sheet.main')}${names.map((_name, index) => type(`/xl/worksheets/sheet${index + 1}.xml`, 'officedocument.spreadsheetml.worksheet')).join('')}${type('/xl/styles.xml', 'officedocument.spreadsheetml.styles')}${sharesTexts ? type('/xl/sharedStrings.xml', 'officedocument.spreadsheetml.sharedStrings') : ''}${type('/docProps/core.xml', 'package.core-properties')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${sheetText(title)}</dc:title><dc:creator>Maillage</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${now.slice(0, 19)}Z</dcterms:created></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xml}<Relationships xmlns="${packages}/relationships">${links.join('')}<Relationship Id="rId${names.length + 1}" Type="${relationships}/styles" Target="styles.xml"/>${sharesTexts ? `<Relationship Id="rId${names.length + 2}" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/>` : ''}</Relationships>`,
    ],
  ];
}
