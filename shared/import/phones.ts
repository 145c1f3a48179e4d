/** Reads telephones and codes that a spreadsheet took for numbers: what it cut off is given back, and said. */
import { oneLine } from '#shared/base/texts.ts';
import { cellText, type Cell } from './cells.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

const longest = 500;

/** Numbers of a country without their first zero, and with its prefix but without the plus. */
const forms: Record<string, { local: RegExp; prefix: string }> = {
  FR: { local: /^[1-9]\d{8}$/, prefix: '33' },
  BE: { local: /^[1-9]\d{7,8}$/, prefix: '32' },
  CH: { local: /^[1-9]\d{8}$/, prefix: '41' },
  NL: { local: /^[1-9]\d{8}$/, prefix: '31' },
  GB: { local: /^[1-9]\d{9}$/, prefix: '44' },
  DE: { local: /^1[5-7]\d{8,9}$/, prefix: '49' },
};
const overseas = new Set(['GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF']);

/** A telephone as it is written; `612345678` in France is `0612345678`, `33612345678` is `+33612345678`. */
export function parsePhone(cell: Cell, country: string): Outcome<string> {
  const text = oneLine(cellText(cell));
  if (text.length > longest) return refuse('tooLong', { max: longest });
  if (/^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text)) return refuse('codeScientific');
  const digits = text.replace(/[.,]0$/, '');
  const form = forms[overseas.has(country) ? 'FR' : country];
  if (form === undefined || !/^\d{8,13}$/.test(digits)) return accept(text);
  if (form.local.test(digits)) return accept(`0${digits}`, 'phoneRepaired');
  const isWhole = digits.startsWith(form.prefix) && form.local.test(digits.slice(form.prefix.length));
  return isWhole ? accept(`+${digits}`, 'phoneRepaired') : accept(text);
}

/**
 * The stored code or telephone when a cell differs from it by what spreadsheets cut off and nothing else: zeros or a plus at
 * its head, a `.0` at its end, figures behind those of `8,74816E+07`. Null when it is another value.
 */
export function withoutLostZeros(cell: Cell, stored: string): string | null {
  const text = cellText(cell);
  const kept = /^\+?0*([1-9]\d{0,30})$/.exec(stored)?.[1];
  if (kept === undefined || text === stored || text.length > 40) return null;
  if (text.replace(/[.,]0$/, '') === kept) return stored;
  const power = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (power === null || Number(power[3]) !== kept.length - 1) return null;
  const [, head = '', tail = ''] = power;
  const digits = head.length + tail.length;
  return Math.round(Number(kept.slice(0, digits + 1)) / 10) === Number(head + tail) && kept.length > digits
    ? stored
    : null;
}
