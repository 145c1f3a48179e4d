/** Reads calendar dates as people and spreadsheets write them, and decides day-month or month-day for a whole column. */
import { cellText, type Cell } from './cells.ts';
import { accept, refuse, type NoteCode, type Outcome } from './outcome.ts';
import { fold } from '#shared/base/fold.ts';

export type DateOrder = 'dmy' | 'mdy';

export interface DateStyle {
  /** What the column settled; null refuses a date that could be read both ways. */
  order: DateOrder | null;
  /** A year or month alone means its first day, or for an end its last. */
  edge?: 'start' | 'end';
  /** Excel's older Mac calendar counts days from 1904. */
  date1904?: boolean;
}

const earliestYear = 1900;
const latestYear = 2200;

const monthNames = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];

/** The month of every beginning of its French or English name that no other month has: `juil`, `juill`, but not `jui`. */
function monthsByWord(): Map<string, number> {
  const months = new Map<string, Set<number>>();
  for (const [index, both] of monthNames.entries())
    for (const name of both)
      for (let end = 3; end <= name.length; end += 1) {
        const word = name.slice(0, end);
        months.set(word, (months.get(word) ?? new Set()).add(index + 1));
      }
  return new Map(
    [...months].flatMap(([word, found]) => (found.size === 1 ? [[word, [...found][0] ?? 0] as const] : [])),
  );
}

const monthByWord = monthsByWord();
// `mar` is both mardi and March: it counts as a day only before a day number and a month.
const weekday =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|lun|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun|mar(?=\.?,?\s+\d{1,2}\s+[a-z]))\.?,?\s+/;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const isoWithTime = /^(\d{4})-(\d{2})-(\d{2})[T ]\d{1,2}[:hH]/;
const threeNumbers = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ ,T]+\d{1,2}[:hH]\d{0,2}.*)?$/;
const yearFirst = /^(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})(?:[ ,T]+\d{1,2}[:hH].*)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const monthOnly = /^(?:(\d{4})[/.-](\d{1,2})|(\d{1,2})[/.-](\d{4}))$/;
const yearOnly = /^(\d{4})(?:\.0)?$/;
const serialText = /^\d{5}(?:[.,]\d+)?$/;
const dayWordYear = /^(\d{1,2})(?:er|st|nd|rd|th|e)?[\s.\-/]+(?:of\s+)?([a-z]+)\.?[\s.,\-/]+'?(\d{4}|\d{2})$/;
const wordDayYear = /^([a-z]+)\.?[\s\-/]+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+|[-/])'?(\d{4}|\d{2})$/;
const wordYear = /^([a-z]+)\.?[\s\-/]+'?(\d{4}|\d{2})$/;

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function make(year: number, month: number, day: number, note?: NoteCode): Outcome<string> {
  if (month < 1 || month > 12 || day < 1 || day > 31) return refuse('dateImpossible');
  if (day > 28 && day > daysIn(year, month)) return refuse('dateImpossible');
  if (year < earliestYear || year > latestYear) return refuse('dateOutOfRange', { from: earliestYear, to: latestYear });
  return accept(`${year}-${pad(month)}-${pad(day)}`, note);
}

/** Years of two digits begin here in the last century, and before it in this one: 1970 to 2069. */
export const twoDigitPivot = 70;

function fullYear(text: string): { year: number; short: boolean } {
  const number = Number(text);
  if (text.length > 2) return { year: number, short: false };
  return { year: number < twoDigitPivot ? 2000 + number : 1900 + number, short: true };
}

/** The calendar date of an Excel day count; the 29 February 1900 that never was counts, as in Excel. */
export function serialToDate(serial: number, date1904 = false): Outcome<string> {
  // To the second, as spreadsheets do: what lies less before midnight is the next day.
  const whole = Math.floor(Math.round(serial * 86_400) / 86_400);
  if (!Number.isFinite(whole) || whole < 1 || whole > 200_000) return refuse('notADate');
  const days = date1904 ? whole + 1462 : whole;
  if (days === 60) return refuse('dateImpossible');
  const date = new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * 86_400_000);
  return make(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), 'excelSerial');
}

function edgeOf(year: number, month: number | null, style: DateStyle): Outcome<string> {
  const atEnd = style.edge === 'end';
  const chosen = month ?? (atEnd ? 12 : 1);
  if (chosen < 1 || chosen > 12) return refuse('dateImpossible');
  return make(year, chosen, atEnd ? daysIn(year, chosen) : 1, 'dayAssumed');
}

/**
 * Reads a date and gives it as `YYYY-MM-DD`: `31/12/2026`, `2026-12-31`, `31 déc. 2026`, `1er mai 2026`, `December 31, 2026`,
 * `31-Dec-26`, with or without a time (dropped, the date as written), `20261231`, `2026-12`, `2026`, Excel day counts.
 */
export function parseDate(cell: Cell, style: DateStyle): Outcome<string> {
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= earliestYear && cell <= latestYear
      ? edgeOf(cell, null, style)
      : serialToDate(cell, style.date1904);
  const text = cellText(cell);
  const iso = isoDate.exec(text);
  if (iso !== null) return make(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return parseNumeric(text, style) ?? parseWords(text, style) ?? refuse('notADate');
}

/**
 * The date that somebody types in a field, day first: the reader of imports, without what it takes only from a whole column
 * or a spreadsheet (a year or month alone, a day count). Null for what is no date: never a guess.
 */
export function readTypedDate(text: string): string | null {
  const read = parseDate(text, { order: 'dmy' });
  return read.ok && (read.note === undefined || read.note === 'twoDigitYear') ? read.value : null;
}

/** What is wrong with a text that `readTypedDate` does not take: a day that no calendar has, or no date at all. */
export function typedDateFault(text: string): 'impossible' | 'unknown' {
  const read = parseDate(text, { order: 'dmy' });
  return !read.ok && read.reason === 'dateImpossible' ? 'impossible' : 'unknown';
}

function parseNumeric(text: string, style: DateStyle): Outcome<string> | null {
  const three = threeNumbers.exec(text);
  if (three !== null) return fromThree(three, style, /[:hH]/.test(text));
  const timed = isoWithTime.exec(text);
  if (timed !== null)
    return make(
      Number(timed[1]),
      Number(timed[2]),
      Number(timed[3]),
      /[T ]0?0[:hH]00(?:[:]00(?:\.0+)?)?Z?$/.test(text) ? undefined : 'timeDropped',
    );
  const year = yearFirst.exec(text);
  if (year !== null)
    return make(Number(year[1]), Number(year[2]), Number(year[3]), text.includes(':') ? 'timeDropped' : undefined);
  const packed = compact.exec(text);
  if (packed !== null) return make(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  const month = monthOnly.exec(text);
  if (month !== null) return edgeOf(Number(month[1] ?? month[4]), Number(month[2] ?? month[3]), style);
  const alone = yearOnly.exec(text);
  if (alone !== null) return edgeOf(Number(alone[1]), null, style);
  if (serialText.test(text)) return serialToDate(Number(text.replace(',', '.')), style.date1904);
  return null;
}

function fromThree(
  [, first = '', second = '', last = '']: RegExpExecArray,
  style: DateStyle,
  timed: boolean,
): Outcome<string> {
  const [a, b] = [Number(first), Number(second)];
  const { year, short } = fullYear(last);
  const note: NoteCode | undefined = short ? 'twoDigitYear' : timed ? 'timeDropped' : undefined;
  if (a > 12 && b > 12) return refuse('dateImpossible');
  if (a > 12) return style.order === 'mdy' ? refuse('dateImpossible') : make(year, b, a, note);
  if (b > 12) return style.order === 'dmy' ? refuse('dateImpossible') : make(year, a, b, note);
  if (a === b) return make(year, a, b, note);
  if (style.order === null) return refuse('dateAmbiguous');
  return style.order === 'dmy' ? make(year, b, a, note) : make(year, a, b, note);
}

function parseWords(text: string, style: DateStyle): Outcome<string> | null {
  const body = fold(text).replace(weekday, '');
  const day = dayWordYear.exec(body);
  if (day !== null) return fromWords(day[2], day[1], day[3] ?? '');
  const english = wordDayYear.exec(body);
  if (english !== null) return fromWords(english[1], english[2], english[3] ?? '');
  const month = wordYear.exec(body);
  const number = month === null ? undefined : monthByWord.get(month[1] ?? '');
  if (month === null || number === undefined) return null;
  return edgeOf(fullYear(month[2] ?? '').year, number, style);
}

function fromWords(word: string | undefined, day: string | undefined, yearText: string): Outcome<string> | null {
  const month = monthByWord.get(word ?? '');
  if (month === undefined) return null;
  const { year, short } = fullYear(yearText);
  return make(year, month, Number(day), short ? 'twoDigitYear' : undefined);
}

/** How often the values of one column can only be read one way. */
export interface OrderEvidence {
  dmy: number;
  mdy: number;
  either: number;
}

export function noOrderEvidence(): OrderEvidence {
  return { dmy: 0, mdy: 0, either: 0 };
}

export function gatherOrder(evidence: OrderEvidence, cell: Cell): void {
  if (typeof cell !== 'string') return;
  const three = threeNumbers.exec(cellText(cell));
  if (three === null) return;
  const [a, b] = [Number(three[1]), Number(three[2])];
  if (a > 12 && b <= 12) evidence.dmy += 1;
  else if (b > 12 && a <= 12) evidence.mdy += 1;
  else if (a !== b) evidence.either += 1;
}

/**
 * The order of a column: what its unambiguous dates show; both kinds in one column leave it open, so the ambiguous ones are
 * refused; nothing to go by gives day-month, the European order, with a note on the column.
 */
export function settleOrder(evidence: OrderEvidence): { order: DateOrder | null; note?: NoteCode } {
  if (evidence.dmy > 0 && evidence.mdy > 0) return { order: null };
  if (evidence.mdy > 0) return { order: 'mdy', note: 'dateOrderInferred' };
  if (evidence.dmy > 0 || evidence.either === 0) return { order: 'dmy' };
  return { order: 'dmy', note: 'dateOrderAssumed' };
}
