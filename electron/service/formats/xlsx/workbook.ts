/** Writes a workbook row by row: the data with a frozen header and a filter, then a sheet that says what it is. */
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { Sink } from '../sink.ts';
import { zipWriter } from '../zip.ts';
import { bookParts, sharedTextsRoot, sheetRoot, stylesRoot } from './book-parts.ts';
import { cellWriter, columnLetters, sheetLimits, styleIds, textCell } from './cells.ts';
import { sharedTexts, sharedTextsPart, type SharedTexts } from './shared-texts.ts';

/** A sheet of explanations: lines of texts, the first of a block in bold. */
export interface AboutSheet {
  name: string;
  /** Title and lines before the table. */
  facts: [label: string, value: string][];
  header: string[];
  rows: string[][];
}

export interface Workbook {
  sheet: string;
  columns: ReportColumn[];
  total: number;
  about: AboutSheet | null;
  title: string;
  now: string;
}

/** Throws `sheet_too_long` for what no sheet can hold. */
export function assertFitsSheet(rows: number, columns: number): void {
  if (rows + 1 > sheetLimits.rows || columns > sheetLimits.columns)
    throw new AppError('sheet_too_long', {
      rows,
      columns,
      maxRows: sheetLimits.rows - 1,
      maxColumns: sheetLimits.columns,
    });
}

const widest = 44;

/** Wide enough for the header and for what the first rows hold, within reason. */
function columnTags(columns: readonly ReportColumn[], first: readonly ReportCell[][]): string {
  return columns
    .map((column, index) => {
      const longest = first.reduce(
        (most, cells) => Math.max(most, typeof cells[index] === 'string' ? cells[index].length : 0),
        column.type === 'date' ? 11 : 9,
      );
      return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(widest, Math.max(longest, Math.min(column.label.length, 28)) + 3)}" customWidth="1"/>`;
    })
    .join('');
}

async function* dataSheet(
  { columns, total }: Workbook,
  rows: AsyncIterable<ReportCell[][]>,
  shared: SharedTexts,
): AsyncGenerator<string> {
  const letters = columns.map((_column, index) => columnLetters(index));
  const area = `A1:${letters[letters.length - 1] ?? 'A'}${total + 1}`;
  const parts = rows[Symbol.asyncIterator]();
  let part = await parts.next();
  yield `${sheetRoot}<dimension ref="${area}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columnTags(columns, part.done === true ? [] : part.value)}</cols><sheetData>`;
  yield `<row r="1">${columns.map((column, index) => textCell(`${letters[index]}1`, column.label, styleIds.header)).join('')}</row>`;
  const writers = columns.map((column, index) => cellWriter(letters[index] ?? '', column, shared.number));
  let line = 1;
  for (; part.done !== true; part = await parts.next()) {
    let text = '';
    for (const cells of part.value) {
      line += 1;
      text += `<row r="${line}">`;
      for (let index = 0; index < writers.length; index += 1)
        text += writers[index]?.(cells[index] ?? null, line) ?? '';
      text += '</row>';
    }
    yield text;
  }
  yield `</sheetData><autoFilter ref="${area}"/></worksheet>`;
}

function* aboutSheet({ facts, header, rows }: AboutSheet): Generator<string> {
  yield `${sheetRoot}<sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="32" customWidth="1"/><col min="3" max="3" width="70" customWidth="1"/><col min="4" max="5" width="16" customWidth="1"/><col min="6" max="6" width="60" customWidth="1"/></cols><sheetData>`;
  let line = 0;
  const row = (cells: string[], style: (index: number) => number): string => {
    line += 1;
    return `<row r="${line}">${cells.map((cell, index) => (cell === '' ? '' : textCell(`${columnLetters(index)}${line}`, cell, style(index)))).join('')}</row>`;
  };
  for (const fact of facts) yield row(fact, (index) => (index === 0 ? styleIds.title : styleIds.text));
  line += 1;
  yield row(header, () => styleIds.header);
  for (const cells of rows) yield row(cells, () => styleIds.wrapped);
  yield '</sheetData></worksheet>';
}

/** Fixed decimals with the reader's own marks: `#,##0.00`. */
const quantityFormats = Array.from({ length: 7 }, (_, decimals) =>
  decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
);

function styles(): string {
  const cell = (format: number, font = 0, fill = 0, alignment = ''): string =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`}`;
  const list = [
    cell(0),
    cell(49, 1, 2, '<alignment vertical="center"/>'),
    cell(49),
    cell(14),
    cell(49, 1),
    cell(49, 0, 0, '<alignment vertical="top" wrapText="1"/>'),
    ...quantityFormats.map((_format, decimals) => cell(170 + decimals)),
  ];
  return `${stylesRoot}<numFmts count="${quantityFormats.length}">${quantityFormats.map((format, decimals) => `<numFmt numFmtId="${170 + decimals}" formatCode="${format}"/>`).join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EFEB"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${list.length}">${list.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** Streams the workbook to the sink; `rows` yields the data some hundred rows at a time, each a cell a column. */
export async function writeWorkbook(sink: Sink, book: Workbook, rows: AsyncIterable<ReportCell[][]>): Promise<void> {
  assertFitsSheet(book.total, book.columns.length);
  const sheets = [book.sheet, ...(book.about === null ? [] : [book.about.name])];
  const zip = zipWriter(sink.write, new Date(book.now));
  const shared = sharedTexts();
  try {
    for (const [name, text] of bookParts({ title: book.title, now: book.now, sheets, sharesTexts: true }))
      await zip.part(name, [text]);
    await zip.part('xl/styles.xml', [styles()]);
    await zip.part('xl/worksheets/sheet1.xml', dataSheet(book, rows, shared));
    if (book.about !== null) await zip.part('xl/worksheets/sheet2.xml', aboutSheet(book.about));
    await zip.part(sharedTextsPart, shared.part(sharedTextsRoot));
    await zip.end();
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new AppError(
        'sheet_too_long',
        {
          rows: book.total,
          columns: book.columns.length,
          maxRows: sheetLimits.rows - 1,
          maxColumns: sheetLimits.columns,
        },
        { cause },
      );
    throw cause;
  }
}
