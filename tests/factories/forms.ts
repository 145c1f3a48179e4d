/** Fills an answer form as a person would in a spreadsheet: the same file, other cells. */
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnLetters, sheetText } from '../../electron/service/formats/xlsx/cells.ts';
import { formColumns, type FormColumn } from '../../electron/service/domain/adoptions/forms/words.ts';
import { allRows } from '../../electron/service/sources/rows.ts';
import { openSource } from '../../electron/service/sources/source.ts';

export type Filled = Partial<Record<FormColumn, string>>;

/** The rows of a form by the code of their site, with their line in the sheet. */
export async function formRows(path: string): Promise<Map<string, { line: number; cells: unknown[] }>> {
  const source = await openSource(path, { encoding: null, delimiter: null, sheet: null, hiddenRows: true });
  try {
    return new Map(
      (await allRows(source)).map((row) => [
        String(row.cells[formColumns.indexOf('code')]),
        { line: row.line, cells: row.cells },
      ]),
    );
  } finally {
    source.close();
  }
}

/** Writes texts into the cells of the rows of these sites. */
export async function fillForm(path: string, answers: Record<string, Filled>, outPath = path): Promise<void> {
  const parts = unzipSync(readFileSync(path));
  let sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const rows = await formRows(path);
  for (const [code, filled] of Object.entries(answers)) {
    const line = rows.get(code)?.line;
    if (line === undefined) throw new Error(`no row for ${code}`);
    for (const [column, text] of Object.entries(filled)) {
      const place = `${columnLetters(formColumns.indexOf(column as FormColumn))}${line}`;
      const before = sheet;
      sheet = sheet.replace(
        new RegExp(`<c r="${place}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`),
        (_cell, style: string | undefined) =>
          text === ''
            ? `<c r="${place}"${style ?? ''}/>`
            : `<c r="${place}"${style ?? ''} t="inlineStr"><is><t xml:space="preserve">${sheetText(text)}</t></is></c>`,
      );
      if (before === sheet && text !== '') throw new Error(`no cell ${place}`);
    }
  }
  parts['xl/worksheets/sheet1.xml'] = strToU8(sheet);
  writeFileSync(outPath, zipSync(parts));
}
