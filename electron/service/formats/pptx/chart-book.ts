/** The sheet behind a chart, opened by "Edit data" in PowerPoint: labels, then values; what is missing is an empty cell. */
import type { Language } from '#shared/base/common.ts';
import type { Chart } from '#shared/deck/slides.ts';
import { bookParts, sheetRoot } from '../xlsx/book-parts.ts';
import { textCell } from '../xlsx/cells.ts';
import { zipOf } from '../zip.ts';

/** Excel's own name for a first sheet: no quotes are needed to refer to it. */
export const chartSheetName: Record<Language, string> = { fr: 'Feuil1', en: 'Sheet1' };

/** What the values are, with their unit. */
export function seriesName({ title, unit }: Pick<Chart, 'title' | 'unit'>): string {
  return unit === '' ? title : `${title} (${unit})`;
}

const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The workbook as bytes. */
export function chartBook(chart: Chart, lang: Language, now: string): Promise<Uint8Array> {
  const rows = chart.labels.map((label, index) => {
    const line = index + 2;
    const value = chart.values[index] ?? null;
    return `<row r="${line}">${textCell(`A${line}`, label, 0)}${value === null ? '' : `<c r="B${line}"><v>${value}</v></c>`}</row>`;
  });
  const sheet = `${sheetRoot}<dimension ref="A1:B${chart.labels.length + 1}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="28" customWidth="1"/></cols><sheetData><row r="1">${textCell('B1', seriesName(chart), 0)}</row>${rows.join('')}</sheetData></worksheet>`;
  const parts: [name: string, text: string][] = [
    ...bookParts({ title: chart.title, now, sheets: [chartSheetName[lang]] }),
    ['xl/styles.xml', styles],
    ['xl/worksheets/sheet1.xml', sheet],
  ];
  return zipOf(
    parts.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8'), stored: false })),
    new Date(now),
  );
}
