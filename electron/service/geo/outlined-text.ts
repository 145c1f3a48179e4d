/** Text as outlines of Inter: a picture with words that needs no font where it is opened, and is the same everywhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

type Glyph = [advance: number, path: string];
type Weight = 'regular' | 'bold';

interface Outlines {
  unitsPerEm: number;
  regular: Record<string, Glyph>;
  bold: Record<string, Glyph>;
}

export interface TextStyle {
  /** Height of the type in pixels. */
  size: number;
  weight?: Weight;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
}

export interface Typesetter {
  /** Width in pixels. */
  width: (text: string, size: number, weight?: Weight) => number;
  /** The text as one SVG group whose baseline begins at x, y. It is named for those who do not see it. */
  draw: (text: string, x: number, y: number, style: TextStyle) => string;
  /** The text cut to a width, with an ellipsis when something is missing. */
  cut: (text: string, width: number, size: number, weight?: Weight) => string;
}

const ready = new Map<string, Typesetter>();

/** Spaces that the font does not have, as shares of its height. */
const spaces: Record<string, number> = { '\u202f': 0.16, '\u2009': 0.16, '\u00a0': 0.28 };

export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** `resources` is the folder of the bundled resources. A letter that Inter lacks is drawn without its accent, else left out. */
export function typesetter(resources: string): Typesetter {
  const known = ready.get(resources);
  if (known !== undefined) return known;
  const outlines = JSON.parse(
    gunzipSync(readFileSync(join(resources, 'fonts', 'inter.json.gz'))).toString('utf8'),
  ) as Outlines;
  const { unitsPerEm } = outlines;
  const glyphOf = (character: string, weight: Weight): Glyph => {
    const space = spaces[character];
    if (space !== undefined) return [space * unitsPerEm, ''];
    return outlines[weight][character] ?? outlines[weight][character.normalize('NFD').charAt(0)] ?? [0, ''];
  };
  const width: Typesetter['width'] = (text, size, weight = 'regular') => {
    let units = 0;
    for (const character of text.normalize('NFC')) units += glyphOf(character, weight)[0];
    return (units / unitsPerEm) * size;
  };
  const made: Typesetter = {
    width,
    draw: (text, x, y, { size, weight = 'regular', fill, anchor = 'start' }) => {
      const scale = size / unitsPerEm;
      const start = anchor === 'start' ? x : x - width(text, size, weight) / (anchor === 'middle' ? 2 : 1);
      let at = 0;
      const paths: string[] = [];
      for (const character of text.normalize('NFC')) {
        const [advance, path] = glyphOf(character, weight);
        if (path !== '')
          paths.push(at === 0 ? `<path d="${path}"/>` : `<path transform="translate(${at})" d="${path}"/>`);
        at += Math.round(advance);
      }
      return `<g role="img" aria-label="${escapeXml(text)}" fill="${fill}" transform="translate(${short(start)} ${short(y)}) scale(${Math.round(scale * 1e6) / 1e6} ${-Math.round(scale * 1e6) / 1e6})">${paths.join('')}</g>`;
    },
    cut: (text, most, size, weight = 'regular') => {
      if (width(text, size, weight) <= most) return text;
      let kept = text;
      while (kept !== '' && width(`${kept}…`, size, weight) > most) kept = kept.slice(0, -1);
      return `${kept.trimEnd()}…`;
    },
  };
  ready.set(resources, made);
  return made;
}
