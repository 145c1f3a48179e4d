/** Reads codes, postcodes and countries as texts: leading zeros kept, damage by spreadsheets repaired and said, or refused. */
import { oneLine } from '#shared/base/texts.ts';
import { cellText, type Cell } from './cells.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

const scientific = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i;
const withDecimal = /^(\d+)[.,]0$/;
/** A long number that ends in zeros is what remains once a spreadsheet kept only six digits of it. */
const rounded = /^[1-9]\d{5,}0{6,}$/;

/** A longer text is no code; patterns never see it. */
const longest = 100;

/** What the values of a code column tell: decimals that a spreadsheet added, digits that it dropped. */
export interface CodeEvidence {
  values: number;
  withDecimal: number;
  long: number;
  rounded: number;
}

export function noCodeEvidence(): CodeEvidence {
  return { values: 0, withDecimal: 0, long: 0, rounded: 0 };
}

export function gatherCode(evidence: CodeEvidence, cell: Cell): void {
  const text = cellText(cell);
  if (text === '') return;
  evidence.values += 1;
  if (text.length > longest) return;
  if (withDecimal.test(text)) evidence.withDecimal += 1;
  if (text.length >= 12 && /^\d/.test(text)) {
    evidence.long += 1;
    if (rounded.test(text) || scientific.test(text)) evidence.rounded += 1;
  }
}

export interface CodeStyle {
  /** The whole column ends in `.0`: then the `.0` is a spreadsheet's, not the code's. */
  stripDecimal: boolean;
  /** Most long numbers of the column end in zeros: then those are damaged. */
  refuseRounded: boolean;
}

export function settleCode(evidence: CodeEvidence): CodeStyle {
  return {
    stripDecimal: evidence.withDecimal > 0 && evidence.withDecimal * 10 >= evidence.values * 9,
    refuseRounded: evidence.rounded >= 3 && evidence.rounded * 2 > evidence.long,
  };
}

/** Reads a code as it stands. `3.51816E+13` is refused: the digits are gone, and many rows would share it. */
export function parseCode(cell: Cell, style: CodeStyle): Outcome<string> {
  const text = oneLine(cellText(cell));
  if (text.length > longest) return refuse('tooLong', { max: longest });
  if (scientific.test(text)) return refuse('codeScientific');
  if (style.refuseRounded && rounded.test(text)) return refuse('codeRounded');
  if (typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER) return refuse('codeRounded');
  const decimal = style.stripDecimal ? withDecimal.exec(text) : null;
  return decimal === null ? accept(text) : accept(decimal[1] ?? text, 'codeDecimalStripped');
}

/**
 * Reads a postcode. In France five digits: `1260.0` and `1260` become `01260`, said each time; `F-75001` and `75 001` are
 * understood. Elsewhere the text stands, only a spreadsheet's `.0` goes.
 */
export function parsePostcode(cell: Cell, country: string): Outcome<string> {
  const text = cellText(cell);
  if (scientific.test(text)) return refuse('codeScientific');
  if (text.length > 20) return refuse('postcodeInvalid', { country });
  const bare = withDecimal.exec(text)?.[1] ?? text;
  if (country !== 'FR') return bare === text ? accept(text) : accept(bare, 'codeDecimalStripped');
  const digits = bare.replace(/^F(?:R)?\s*-?\s*(?=\d)/i, '').replace(/[\s\u00A0\u202F]/g, '');
  // `75008 PARIS CEDEX 08`: the city stands behind; it is taken by `splitCity` when it has no column of its own.
  const leading = /^(\d{5})[\s\u00A0\u202F,-]+\p{L}/u.exec(bare)?.[1];
  if (leading !== undefined && leading !== '00000') return accept(leading, 'postcodeRepaired');
  if (!/^\d{4,5}$/.test(digits) || /^0+$/.test(digits)) return refuse('postcodeInvalid', { country });
  const full = digits.padStart(5, '0');
  // 00 is the armed forces' own; nothing lies above 98 but the great mail users of 99.
  if (full === text) return accept(full);
  return accept(full, bare !== text ? 'postcodeRepaired' : digits.length === 4 ? 'postcodePadded' : 'postcodeRepaired');
}

const longestPlace = 300;

/** `75001 Paris`, `F-69003 LYON CEDEX 03` in one cell: the postcode and the city; null when it is not both. */
export function splitCity(text: string): { postcode: string; city: string } | null {
  if (text.length > longestPlace) return null;
  const parts = /^(?:F(?:R)?\s*-?\s*)?(\d{5})[\s\u00A0\u202F,-]+(\p{L}.*)$/iu.exec(text.trim());
  return parts === null ? null : { postcode: parts[1] ?? '', city: (parts[2] ?? '').trim() };
}
