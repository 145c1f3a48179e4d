/** Writes a form to be filled in a spreadsheet: locked columns and headers, drop-down lists, dates, and a page of instructions. */
import { zipOf } from '../zip.ts';
import { bookParts, sheetAttribute, sheetRoot, stylesRoot } from './book-parts.ts';
import { columnLetters, dateSerial, sheetText, textCell } from './cells.ts';

export interface FormSheetColumn {
  label: string;
  width: number;
  hidden: boolean;
  /** Whether it may be filled in. */
  open: boolean;
  type: 'text' | 'date';
  /** The choices of a drop-down list; none of them may hold a comma or a quote, together at most 255 characters. */
  choices: string[] | null;
  /** What is said when something else is typed. */
  error: { title: string; text: string } | null;
}

export interface FormBook {
  title: string;
  sheet: string;
  columns: FormSheetColumn[];
  /** One text a column; dates as `2026-12-31`. */
  rows: (string | null)[][];
  help: { name: string; lines: string[] };
  now: string;
}

/** Places in styles.xml. */
const style = { header: 1, locked: 2, open: 3, openDate: 4, openHeader: 5, help: 6 } as const;

function styles(): string {
  const cell = (format: number, font: number, fill: number, locked: boolean, wrap: boolean): string =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${fill === 0 ? 0 : 1}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/><protection locked="${locked ? 1 : 0}"/></xf>`;
  const fill = (colour: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const border = '<left/><right/><top/><bottom style="thin"><color rgb="FFC9D3CF"/></bottom><diagonal/>';
  const cells = [
    cell(0, 0, 0, true, false),
    cell(49, 1, 2, true, true),
    cell(49, 0, 3, true, true),
    cell(49, 0, 4, false, true),
    cell(14, 0, 4, false, false),
    cell(49, 1, 5, true, true),
    cell(49, 0, 0, true, true),
  ];
  return `${stylesRoot}<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${['D5DEDA', 'EEF2F0', 'FFFDF5', 'F2D98A'].map(fill).join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${border}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function validation(column: FormSheetColumn, letters: string, last: number): string {
  const error =
    column.error === null
      ? ''
      : ` showErrorMessage="1" errorTitle="${sheetAttribute(column.error.title)}" error="${sheetAttribute(column.error.text)}"`;
  const area = `sqref="${letters}2:${letters}${last}"`;
  if (column.choices !== null)
    return `<dataValidation type="list" allowBlank="1"${error} ${area}><formula1>"${sheetText(column.choices.join(','))}"</formula1></dataValidation>`;
  if (column.open && column.type === 'date')
    return `<dataValidation type="date" operator="greaterThan" allowBlank="1"${error} ${area}><formula1>36525</formula1></dataValidation>`;
  return '';
}

function answerSheet({ columns, rows }: FormBook): string {
  const letters = columns.map((_column, index) => columnLetters(index));
  const cell = (value: string | null, index: number, line: number): string => {
    const column = columns[index];
    const place = `${letters[index]}${line}`;
    if (column === undefined) return '';
    const shown = !column.open ? style.locked : column.type === 'date' ? style.openDate : style.open;
    if (value === null || value === '') return `<c r="${place}" s="${shown}"/>`;
    const serial = column.type === 'date' ? dateSerial(value) : null;
    return serial === null ? textCell(place, value, shown) : `<c r="${place}" s="${shown}"><v>${serial}</v></c>`;
  };
  const lines = rows.map(
    (row, at) =>
      `<row r="${at + 2}">${columns.map((_column, index) => cell(row[index] ?? null, index, at + 2)).join('')}</row>`,
  );
  const checks = columns
    .map((column, index) => validation(column, letters[index] ?? 'A', rows.length + 1))
    .filter((one) => one !== '');
  const widths = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${column.width}" customWidth="1"${column.hidden ? ' hidden="1"' : ''}/>`,
  );
  const header = columns.map((column, index) =>
    textCell(`${letters[index]}1`, column.label, column.open ? style.openHeader : style.header),
  );
  // Protected without a password: it keeps from mistakes, not from people.
  return `${sheetRoot}<dimension ref="A1:${letters[letters.length - 1] ?? 'A'}${rows.length + 1}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>${lines.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${checks.length === 0 ? '' : `<dataValidations count="${checks.length}">${checks.join('')}</dataValidations>`}<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function helpSheet({ help }: FormBook): string {
  return `${sheetRoot}<sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="110" customWidth="1"/></cols><sheetData>${help.lines.map((line, index) => `<row r="${index + 1}">${textCell(`A${index + 1}`, line, style.help)}</row>`).join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/></worksheet>`;
}

/** The whole workbook as bytes. */
export function formBook(book: FormBook): Promise<Uint8Array> {
  const parts: [name: string, text: string][] = [
    ...bookParts({ title: book.title, now: book.now, sheets: [book.sheet, book.help.name] }),
    ['xl/styles.xml', styles()],
    ['xl/worksheets/sheet1.xml', answerSheet(book)],
    ['xl/worksheets/sheet2.xml', helpSheet(book)],
  ];
  return zipOf(
    parts.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8'), stored: false })),
    new Date(book.now),
  );
}
