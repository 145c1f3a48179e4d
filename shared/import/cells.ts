/** One cell of a spreadsheet as the readers give it, before its meaning is known. */

import { severalLines } from '#shared/base/texts.ts';

/** An Excel error (`#N/A`, `#REF!`): never a text, never empty. */
export interface CellError {
  error: string;
}

/** CSV gives texts; XLSX also numbers, booleans and errors (dates arrive as ISO texts, what a style hides is applied). */
export type Cell = string | number | boolean | null | CellError;

/** The most characters that Excel keeps in a cell. */
export const longestCell = 32_767;

/** A text as a cell can hold it: one that is longer ends in a sign, by which it is one longer than any cell, and told. */
export function cutCell(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
}

/** Whether a text was cut: nobody may take its beginning for the whole. */
export const isCut = (cell: Cell | undefined): boolean => typeof cell === 'string' && cell.length > longestCell;

// Joiners hold emoji and letters of many scripts together; beside Latin letters, figures, spaces and at an edge they are litter.
const invisible = /[\u200B\u2060\uFEFF\u00AD]|[\u200C\u200D](?![^\u0000-\u024F])|(?<![^\u0000-\u024F])[\u200C\u200D]/g;
const plain = /^[\x21-\x7e\u00c0-\u017f](?:[\x20-\x7e\u00c0-\u017f]*[\x21-\x7e\u00c0-\u017f])?$/;

/** Stands where a formula's result was never stored (a workbook written by a program and not opened since). */
export const uncomputed: CellError = { error: '=' };

/** The text of a cell without invisible and control characters and outer spaces, its letters composed; null and blank give ''. Inner text is left alone. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') {
    if (cell === '' || plain.test(cell)) return cell;
    return severalLines(cell.replace(invisible, '')).trim().normalize('NFC');
  }
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.error;
}

/** A number written out in full, without exponent, as a code or a telephone stored as a number is meant. */
function numberText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : text;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && (cell === '' || cellText(cell) === ''));
}

export function isError(cell: Cell | undefined): cell is CellError {
  return typeof cell === 'object' && cell !== null;
}

const excelErrors =
  /^#(?:N\/A|N\/D|REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|CALC!|GETTING_DATA)$/i;

/** An error cell, or its text as a CSV export leaves it. */
export function isErrorText(text: string): boolean {
  return text.charCodeAt(0) === 35 && excelErrors.test(text);
}

/** `="00123"` and `'00123`, by which people keep a spreadsheet from eating zeros: the text they mean. Names and notes are not for this. */
export function unforced(text: string): string {
  const formula = /^="(.*)"$/s.exec(text);
  if (formula !== null) return (formula[1] ?? '').replaceAll('""', '"');
  return /^'\s*[-+]?\d/.test(text) ? text.slice(1).trim() : text;
}
