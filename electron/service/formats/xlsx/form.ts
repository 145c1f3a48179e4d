/** Writes a form to be filled in a spreadsheet: locked columns and headers, drop-down lists, dates, and a page of instructions. */
import { zipOf } from '../zip.ts';
import { columnLetters, dateSerial, sheetText, textCell } from './cells.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

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
  return `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${['D5DEDA', 'EEF2F0', 'FFFDF5', 'F2D98A'].map(fill).join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${border}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function validation(column: FormSheetColumn, letters: string, last: number): string {
  const error =
    column.error === null
      ? ''
      : ` showErrorMessage="1" errorTitle="${attribute(column.error.title)}" error="${attribute(column.error.text)}"`;
  const area = `sqref="${letters}2:${letters}${last}"`;
  if (column.choices !== null)
    return `<dataValidation type="list" allowBlank="1"${error} ${area}><formula1>"${sheetText(column.choices.join(','))}"</formula1></dataValidation>`;
  if (column.open && column.type === 'date')
    return `<dataValidation type="date" operator="greaterThan" allowBlank="1"${error} ${area}><formula1>36525</formula1></dataValidation>`;
  return '';
}

const attribute = (text: string): string => sheetText(text).replaceAll('"', '&quot;');

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
  return `${xml}<worksheet xmlns="${main}"><dimension ref="A1:${letters[letters.length - 1] ?? 'A'}${rows.length + 1}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>${lines.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${checks.length === 0 ? '' : `<dataValidations count="${checks.length}">${checks.join('')}</dataValidations>`}<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function helpSheet({ help }: FormBook): string {
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="110" customWidth="1"/></cols><sheetData>${help.lines.map((line, index) => `<row r="${index + 1}">${textCell(`A${index + 1}`, line, style.help)}</row>`).join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/></worksheet>`;
}

const sheetName = (name: string): string => attribute(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));

/** The whole workbook as bytes. */
export function formBook(book: FormBook): Promise<Uint8Array> {
  const type = (part: string, kind: string): string =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`;
  const parts: [name: string, text: string][] = [
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/xl/workbook.xml', 'officedocument.spreadsheetml.sheet.main')}${type('/xl/worksheets/sheet1.xml', 'officedocument.spreadsheetml.worksheet')}${type('/xl/worksheets/sheet2.xml', 'officedocument.spreadsheetml.worksheet')}${type('/xl/styles.xml', 'officedocument.spreadsheetml.styles')}${type('/docProps/core.xml', 'package.core-properties')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${sheetText(book.title)}</dc:title><dc:creator>Maillage</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${book.now.slice(0, 19)}Z</dcterms:created></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${sheetName(book.sheet)}" sheetId="1" r:id="rId1"/><sheet name="${sheetName(book.help.name)}" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles()],
    ['xl/worksheets/sheet1.xml', answerSheet(book)],
    ['xl/worksheets/sheet2.xml', helpSheet(book)],
  ];
  return zipOf(
    parts.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8'), stored: false })),
    new Date(book.now),
  );
}
