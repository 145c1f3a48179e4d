/** Whether a text is well-formed XML: tags closed in order, attributes once and quoted, entities known, characters allowed. */

const tag = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

function badText(text: string): string | null {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) return 'a character that XML does not allow';
  const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/.exec(text);
  return entity === null ? null : `an unescaped & before "${text.slice(entity.index, entity.index + 20)}"`;
}

/** The first fault in words, or null. */
export function xmlFault(xml: string): string | null {
  const open: string[] = [];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  let roots = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const between = xml.slice(at, next < 0 ? xml.length : next);
    const fault = badText(between) ?? (open.length === 0 && between.trim() !== '' ? 'text outside the root' : null);
    if (fault !== null) return fault;
    if (next < 0) break;
    const skip = [
      ['<?', '?>'],
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
    ].find(([begin]) => xml.startsWith(begin ?? '', next));
    if (skip !== undefined) {
      const end = xml.indexOf(skip[1] ?? '', next);
      if (end < 0) return `unclosed ${skip[0]}`;
      at = end + (skip[1]?.length ?? 0);
      continue;
    }
    tag.lastIndex = next;
    const match = tag.exec(xml);
    if (match === null) return `no tag at "${xml.slice(next, next + 40)}"`;
    const [all, closing, name = '', attributes = '', empty] = match;
    const names = new Set<string>();
    for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
      if (names.has(key)) return `attribute ${key} twice in <${name}>`;
      names.add(key);
      const bad = badText(double ?? single ?? '');
      if (bad !== null) return bad;
    }
    if (closing === '/') {
      const last = open.pop();
      if (last !== name) return `</${name}> closes <${last ?? ''}>`;
    } else {
      if (open.length === 0 && (roots += 1) > 1) return 'two roots';
      if (empty !== '/') open.push(name);
    }
    at = next + all.length;
  }
  if (open.length > 0) return `<${open[open.length - 1]}> is not closed`;
  return roots === 1 ? null : 'no root';
}
