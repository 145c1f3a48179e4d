/** One address out of what people write and copy: the one rule of forms, calls and files. */

/** What is written is no address, holds several, or one that no mail server would take. */
export type EmailFault = 'notAnEmail' | 'severalEmails' | 'emailDots' | 'emailAccents';

const longest = 320;
/** What may stand around an address in a cell; patterns never see what is longer still. */
const longestText = 1000;
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const whole = /^[^\s@<>()[\]:,;"'«»]([^\s@<>()[\]:,;"«»]*)@[^\s@<>()[\]:,;"'«»]+\.[^\s@<>()[\]:,;"'«»./?]{2,}$/u;
const edges = new Set([...' \t\r\n\u00A0\u202F\'"`\u00B4‘’‚“”„«»<>()[].,;:']);

/** Without quotes, brackets, points and spaces at either end, which belong to the sentence and not to the address. */
function bare(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && edges.has(text[from] ?? '')) from += 1;
  while (to > from && edges.has(text[to - 1] ?? '')) to -= 1;
  return text.slice(from, to);
}

function withoutMailto(text: string): string {
  if (!/^mailto:/i.test(text)) return text;
  const address = text.slice('mailto:'.length).split('?')[0] ?? '';
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * `"Luc Bon" <luc@exemple.fr>`, `mailto:luc@exemple.fr?subject=RSE`, `'luc@exemple.fr'.` all give `luc@exemple.fr`, as it is
 * written but for what stands around it. Two addresses, double points and accents before the `@` are refused by name.
 */
export function readEmail(written: string): { address: string } | { fault: EmailFault } {
  if (written.length > longestText) return { fault: 'notAnEmail' };
  const text = bare(written.replace(invisible, ''));
  const open = text.lastIndexOf('<');
  const named = open > 0 && !text.slice(0, open).includes('@') ? text.slice(open + 1) : text;
  const address = bare(withoutMailto(bare(named)));
  if (address.split('@').length > 2)
    return {
      fault:
        address.split(/[\s;,/|<>]+/).filter((part) => part.includes('@')).length > 1 ? 'severalEmails' : 'notAnEmail',
    };
  const [local = '', domain = ''] = address.split('@');
  if (local === '' || domain === '' || address.length > longest) return { fault: 'notAnEmail' };
  if (/\.\.|\.$/.test(local) || /\.\.|^\./.test(domain)) return { fault: 'emailDots' };
  if (!whole.test(address)) return { fault: 'notAnEmail' };
  return /[^\u0021-\u007E]/.test(local) ? { fault: 'emailAccents' } : { address };
}
