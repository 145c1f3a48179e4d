/** Keeps spreadsheets from running a cell: text that would start a formula, or pass for an error (`#N/A`), gets an apostrophe, which reading takes off again. */
import { cellText, isErrorText } from './cells.ts';

/** What starts a formula in a spreadsheet, full-width twins included; tab and line breaks start the cell anew in some. */
export const formulaStarts = '=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20';

/** What some programs skip before they look for a formula. The apostrophe is among them so that a protected text is one too. */
export const skippedStarts =
  "' \u000B\u000C\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u202F\u205F\u2060\u2066\u2067\u2068\u2069\u3000\uFEFF";

/** A plain negative number is no formula and stays a number. */
const negativeNumber = /^-\d[\d.,]*$/;

/** Whether a spreadsheet, or our own reading, could take the text for a formula or an error. The same for a text and for the text behind apostrophes. */
export function isRisky(text: string): boolean {
  let start = 0;
  while (start < text.length && skippedStarts.includes(text.charAt(start))) start += 1;
  if (text.charAt(start) === '#') return isErrorText(cellText(text.slice(start)));
  if (start === text.length || !formulaStarts.includes(text.charAt(start))) return false;
  return text.charAt(start) !== '-' || !negativeNumber.test(text.slice(start));
}

/** The text as a cell that no spreadsheet runs: `=1+1` becomes `'=1+1`, `'=1` becomes `''=1`, `#N/A` becomes `'#N/A`, `-12,5` stays. */
export function protectCell(text: string): string {
  return isRisky(text) ? `'${text}` : text;
}

/** The text that `protectCell` was given; a cell that it did not write is left alone unless it looks the same. */
export function unprotectCell(cell: string): string {
  return cell.startsWith("'") && isRisky(cell) ? cell.slice(1) : cell;
}
