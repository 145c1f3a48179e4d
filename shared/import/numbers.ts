/** Reads numbers as people and spreadsheets write them, and decides what a point or a comma means for a whole column. */
import { fold } from '#shared/base/fold.ts';
import { cellText, type Cell } from './cells.ts';
import { accept, refuse, type NoteCode, type Outcome } from './outcome.ts';

export type DecimalMark = ',' | '.';

export interface NumberStyle {
  /** What the column settled; null leaves ambiguous values refused. */
  decimal: DecimalMark | null;
  /** Coordinates and factors never carry thousands marks: a lone mark is then always the decimal one. */
  neverGrouped?: boolean;
  /** Unit words, folded, that may follow the number and mean nothing more (`h`, `heures`). */
  units?: readonly string[];
}

const anySpace = /[\s\u00A0\u202F\u2007\u2009]/g;
const currency = /^(?:€|\$|£|EUR|USD|GBP|CHF)|(?:€|\$|£|EUR|USD|GBP|CHF|euros?)$/i;
const machine = /^-?\d{1,15}$/;
const machineDecimal = /^-?(?:0|[1-9]\d*)\.\d+$/;
const scientific = /^-?\d+(?:[.,]\d+)?E[+-]?\d{1,3}$/i;
const digitsOnly = /^\d+$/;
const groupedBySpace = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/;
const groupedByApostrophe = /^\d{1,3}(?:'\d{3})+(?:[.,]\d+)?$/;
const oneMark = /^(\d*)([.,])(\d+)$/;
const trailingMark = /^\d+[.,]$/;
const groupedByMark = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:([.,])(\d+))?$/;

/** The smallest numbers, written out, take 340 characters; patterns never see a longer text. */
const longest = 400;

interface Stripped {
  body: string;
  negative: boolean;
  note?: NoteCode;
}

/** Takes sign, currency, percent and unit away; null when what remains cannot be a number. */
function strip(text: string, units: readonly string[] | undefined): Stripped | null {
  if (text.length > longest) return null;
  let body = text.replace(anySpace, ' ').replace(/[−–]/g, '-').replace(/[’ʼ]/g, "'").trim();
  let note: NoteCode | undefined;
  let negative = false;
  if (/^\(.*\)$/.test(body)) {
    negative = true;
    body = body.slice(1, -1).trim();
  }
  if (body.endsWith('%')) {
    note = 'percentKept';
    body = body.slice(0, -1).trim();
  }
  if (body.startsWith('-') || body.startsWith('+')) {
    negative = negative !== body.startsWith('-');
    body = body.slice(1).trim();
  }
  if (currency.test(body)) {
    note ??= 'currencyDropped';
    body = body.replace(currency, '').trim();
    if (body.startsWith('-')) {
      negative = !negative;
      body = body.slice(1).trim();
    }
  }
  if (units !== undefined) {
    const word = /^(.*?\d)\s*(\p{L}+)\.?$/u.exec(body);
    if (word !== null && units.includes(fold(word[2] ?? ''))) body = word[1] ?? '';
  }
  return body === '' ? null : { body, negative, ...(note === undefined ? {} : { note }) };
}

/**
 * Reads a number: `1 234,56`, `1 234.56`, `1.234,56`, `1'234.50`, `12 %` (gives 12, as shown), `(5,00 €)`, `3.5E+4`.
 * A lone mark before exactly three digits (`1.234`) follows the column's decimal mark, else is refused as ambiguous.
 */
export function parseNumber(cell: Cell, style: NumberStyle): Outcome<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? accept(cell) : refuse('notANumber');
  const text = cellText(cell);
  if (machine.test(text)) return accept(Number(text));
  if (
    machineDecimal.test(text) &&
    (style.decimal === '.' || style.neverGrouped === true || !/^-?[1-9]\d{0,2}\.\d{3}$/.test(text))
  )
    return accept(Number(text));
  const stripped = strip(text, style.units);
  if (stripped === null) return refuse('notANumber');
  const size = readSize(stripped.body, style);
  if (typeof size !== 'number') return size;
  const value = stripped.negative && size !== 0 ? -size : size;
  return Number.isFinite(value) ? accept(value, stripped.note) : refuse('numberOutOfRange');
}

/** The size of an unsigned number, or the reason why it is none. */
function readSize(body: string, style: NumberStyle): number | ReturnType<typeof refuse> {
  if (digitsOnly.test(body)) return Number(body);
  if (scientific.test(body)) return Number(body.replace(',', '.'));
  if (groupedBySpace.test(body)) return Number(body.replaceAll(' ', '').replace(',', '.'));
  if (groupedByApostrophe.test(body)) return Number(body.replaceAll("'", '').replace(',', '.'));
  if (trailingMark.test(body)) return Number(body.slice(0, -1));
  const single = oneMark.exec(body);
  if (single !== null) return readSingle(single, style);
  const grouped = groupedByMark.exec(body);
  if (grouped !== null && style.neverGrouped !== true) return readGrouped(body, grouped, style);
  return /^\d[\d\s.,']*\s*\p{L}/u.test(body) ? refuse('unitUnknown') : refuse('notANumber');
}

/** `12,5`, `1234.567`, `,5`, `1.234`: one mark, digits after it. */
function readSingle(
  [, whole = '', mark = '', rest = '']: RegExpExecArray,
  style: NumberStyle,
): number | ReturnType<typeof refuse> {
  const decimalAlready =
    rest.length !== 3 || whole.length > 3 || whole === '' || whole.startsWith('0') || style.neverGrouped === true;
  if (decimalAlready) return Number(`${whole}.${rest}`);
  if (style.decimal === null)
    return refuse('numberAmbiguous', {
      asDecimal: Number(`${whole}.${rest}`),
      asThousands: Number(`${whole}${rest}`),
    });
  return style.decimal === mark ? Number(`${whole}.${rest}`) : Number(whole + rest);
}

/** `1.234.567`, `1.234,56`: groups of three, then perhaps the other mark. */
function readGrouped(
  body: string,
  [, group = '', mark, rest]: RegExpExecArray,
  style: NumberStyle,
): number | ReturnType<typeof refuse> {
  if (mark === undefined) return Number(body.replaceAll(group, ''));
  if (mark === group) return refuse('notANumber');
  if (style.decimal !== null && style.decimal !== mark && rest?.length === 3) return refuse('notANumber');
  return Number(body.replaceAll(group, '').replace(mark, '.'));
}

/** What the values of one column tell about its decimal mark; fed cell by cell. */
export interface DecimalEvidence {
  comma: number;
  point: number;
  ambiguousComma: number;
  ambiguousPoint: number;
}

export function noDecimalEvidence(): DecimalEvidence {
  return { comma: 0, point: 0, ambiguousComma: 0, ambiguousPoint: 0 };
}

/** Adds what one value tells: `12,5` speaks for the comma, `1.234.567` against the point, `1.234` for neither. */
export function gatherDecimal(evidence: DecimalEvidence, cell: Cell): void {
  if (typeof cell !== 'string' || (!cell.includes(',') && !cell.includes('.'))) return;
  const body = strip(cellText(cell), undefined)
    ?.body.replaceAll("'", ' ')
    .replace(/[a-zA-Z]+$/, '')
    .trim();
  if (body === undefined) return;
  const last = Math.max(body.lastIndexOf(','), body.lastIndexOf('.'));
  if (last < 0) return;
  const mark = body.charAt(last);
  const marks = body.replace(/[^.,]/g, '');
  const lone = /^\d{1,3}[.,]\d{3}$/.test(body) && !body.startsWith('0');
  if (lone) evidence[mark === ',' ? 'ambiguousComma' : 'ambiguousPoint'] += 1;
  else if (marks.length > 1 && marks === mark.repeat(marks.length)) evidence[mark === ',' ? 'point' : 'comma'] += 1;
  else evidence[mark === ',' ? 'comma' : 'point'] += 1;
}

/**
 * The decimal mark of a column. A file cut by commas was written where the point is decimal; a French file (semicolons)
 * settles only on the comma: a lone `1.234` in it stays ambiguous. Evidence for both leaves it open too.
 */
export function settleDecimal(evidence: DecimalEvidence, delimiter: string | null): DecimalMark | null {
  const { comma, point, ambiguousComma, ambiguousPoint } = evidence;
  if (comma > 0 && point === 0) return ',';
  if (point > 0 && comma === 0) return '.';
  if (comma > 0 && point > 0) return null;
  if (delimiter === ',') return '.';
  if (ambiguousComma > 0 && ambiguousPoint === 0 && delimiter === ';') return ',';
  return null;
}
