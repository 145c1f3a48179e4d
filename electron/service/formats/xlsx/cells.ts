/** One cell of a sheet as XML: typed numbers, dates, booleans, and texts that no program takes for a formula. */
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { unprotectCell } from '#shared/import/csv-safety.ts';

/** Excel's own limits. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384, textLength: 32_767 } as const;

/** The styles of styles.xml, by their place in it; quantities of 0 to 6 decimals follow `quantity`. */
export const styleIds = { plain: 0, header: 1, text: 2, date: 3, title: 4, wrapped: 5, quantity: 6 } as const;

const special =
  /[&<>]|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\r|_x[0-9A-Fa-f]{4}_|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text of an XLSX string: XML's marks escaped, characters that XML cannot hold written as Excel writes them (`_x0001_`). */
export function sheetText(text: string): string {
  return text.replace(special, (found) => {
    if (found === '&') return '&amp;';
    if (found === '<') return '&lt;';
    if (found === '>') return '&gt;';
    if (found.startsWith('_x')) return `_x005F_${found.slice(1)}`;
    return `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/** Letters of a column, from 0: A, B, ..., Z, AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** Excel's count of days; null before March 1900, where its calendar is not the world's. */
export function dateSerial(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569;
  return days < 61 ? null : days;
}

/** Excel declares the whole file damaged for one longer text; the sign at the end says that more stands in the app. */
function cutText(text: string): string {
  return text.length > sheetLimits.textLength
    ? `${text.slice(0, sheetLimits.textLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : text;
}

/** Text without marks to escape, and without white space that XML's readers may drop: nearly every cell. */
const ordinary = /^[!-%'-;=?-^`-\uD7FF]+(?: [!-%'-;=?-^`-\uD7FF]+)*$/;

/** The element that holds a text, in a cell and in the part of the texts that come again. */
export function textTag(text: string): string {
  return ordinary.test(text) && text.length <= sheetLimits.textLength
    ? `<t>${text}</t>`
    : `<t xml:space="preserve">${sheetText(cutText(text))}</t>`;
}

/** What stands between a text cell's style and its end. */
function textBody(text: string): string {
  return `t="inlineStr"><is>${textTag(text)}</is></c>`;
}

export function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" ${textBody(text)}`;
}

/** How many texts of a column are kept to be named again, and how long they may be: some megabytes for a wide sheet. */
const kept = { texts: 2048, length: 200 } as const;

/**
 * Writes the cells of one column, told the line. A missing value gives no cell at all. Texts are strings of type text: `=1+1`
 * stays what it says, even when it is edited. What comes again is made once: the cell only names
 * the text, by the number that `shared` gives it.
 */
export function cellWriter(
  letters: string,
  column: Pick<ReportColumn, 'type' | 'terms' | 'decimals'>,
  shared: (text: string) => number,
): (value: ReportCell, line: number) => string {
  const terms = column.type === 'enum' ? column.terms : null;
  const isDate = column.type === 'date';
  const quantity = column.decimals === null ? '' : ` s="${styleIds.quantity + column.decimals}"`;
  const place = `<c r="${letters}`;

  const made = new Map<string, string>();
  let again = 0;
  let keeps = true;

  const bodyOf = (value: string): string => {
    const ready = keeps ? made.get(value) : undefined;
    if (ready !== undefined) {
      again += 1;
      return ready;
    }
    const serial = isDate ? dateSerial(value) : null;
    const shown = terms?.[value] ?? value;
    // A text that looks like one that was protected would lose its own apostrophe when it is read back.
    const safe = unprotectCell(shown) === shown ? shown : `'${shown}`;
    const isKept = keeps && made.size < kept.texts && safe.length <= kept.length;
    // As many texts as were kept and hardly one of them came again: a column of names or numbers of its own.
    if (made.size === kept.texts && again < kept.texts) {
      keeps = false;
      made.clear();
    }
    const body =
      serial !== null
        ? ` s="${styleIds.date}"><v>${serial}</v></c>`
        : isKept
          ? ` s="${styleIds.text}" t="s"><v>${shared(safe)}</v></c>`
          : ` s="${styleIds.text}" ${textBody(safe)}`;
    if (isKept) made.set(value, body);
    return body;
  };

  return (value, line) => {
    if (value === null || value === '') return '';
    if (typeof value === 'boolean') return `${place}${line}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'number')
      return Number.isFinite(value) ? `${place}${line}"${quantity}><v>${value}</v></c>` : '';
    return `${place}${line}"${bodyOf(value)}`;
  };
}
