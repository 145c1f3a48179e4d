/** How wide words are in the two safe fonts, and how a text is made to fit a box without guessing at the far end. */
import type { FontName } from './themes.ts';

// Thousandths of the size for the printable ASCII, from space to tilde. Arial's are those of its metric twin Liberation Sans.
const tables: Record<'arial' | 'arialBold' | 'georgia', number[]> = {
  arial:
    '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
      .split(' ')
      .map(Number),
  arialBold:
    '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584'
      .split(' ')
      .map(Number),
  georgia:
    '241 331 412 643 610 817 710 215 375 375 473 643 270 374 270 469 613 429 559 551 565 528 566 503 596 566 313 313 643 643 643 478 967 671 654 642 750 653 599 726 815 390 518 695 604 927 767 744 610 744 702 561 618 757 665 977 710 615 602 375 469 375 643 643 500 504 560 454 574 484 325 509 582 293 291 535 286 880 591 539 571 559 410 432 346 576 497 738 503 492 443 430 375 430 643'
      .split(' ')
      .map(Number),
};

/** Height of a line that CSS and PowerPoint call 100 %, as a share of the size; both fonts are within one percent of it. */
export const naturalLine = 1.145;

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });
const graphemesOf = (text: string): string[] => [...segmenter.segment(text)].map((part) => part.segment);

function plainWidth(character: string, table: number[]): number | null {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 32 && code <= 126) return table[code - 32] ?? 556;
  if (code === 0x202f || code === 0x2009) return 200;
  if (code === 0xa0) return table[0] ?? 278;
  if (code === 0x2019 || code === 0x2018) return 230;
  if (code === 0x2026 || code === 0x2014) return 1000;
  if (code === 0x0153 || code === 0x00e6) return 900;
  if (code === 0x0152 || code === 0x00c6) return 1000;
  return null;
}

function graphemeWidth(grapheme: string, table: number[]): number {
  const base = grapheme.normalize('NFD');
  const known = plainWidth(base, table);
  if (known !== null) return known;
  if (/\p{Extended_Pictographic}/u.test(grapheme)) return 1370;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF00-\uFFEF]/u.test(grapheme))
    return 1000;
  if (/[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(grapheme)) return 620;
  return /\p{Lu}/u.test(grapheme) ? 800 : 640;
}

const cache = new Map<string, number>();

/** By how much the widths here exceed those of the letters that are drawn. */
export const slackOf = (font: FontName, bold = false): number => (font === 'title' ? (bold ? 1.12 : 1.03) : 1.01);

/** Width in inches of a text on one line. `size` in points. Georgia and italics get a little slack: their table is not a twin's. */
export function textWidth(text: string, font: FontName, size: number, bold = false): number {
  const tableName = font === 'title' ? 'georgia' : bold ? 'arialBold' : 'arial';
  const key = `${tableName}${text}`;
  let thousandths = cache.get(key);
  if (thousandths === undefined) {
    const table = tables[tableName];
    thousandths = 0;
    for (const grapheme of /^[\x20-\x7E]*$/.test(text) ? text : graphemesOf(text))
      thousandths += graphemeWidth(grapheme, table);
    if (cache.size > 20_000) cache.clear();
    cache.set(key, thousandths);
  }
  return (thousandths / 1000) * (size / 72) * slackOf(font, bold);
}

export interface FitOptions {
  font: FontName;
  /** Wished size and the least one allowed, in points. */
  size: number;
  floor: number;
  bold?: boolean;
  /** Line height as a share of the size. */
  lineHeight: number;
  /** Room in inches. */
  width: number;
  height: number;
  maxLines?: number;
}

export interface Fitted {
  size: number;
  lines: string[];
  truncated: boolean;
  /** Inches that the lines take. */
  height: number;
}

interface Word {
  text: string;
  /** Inches at a size of 72 points. */
  width: number;
  /** Follows a hyphen, without a space. */
  joined: boolean;
}

/** A line may end after a hyphen between letters: browsers and PowerPoint break there too. */
const afterHyphen = /(?<=\p{L}-)(?=\p{L})/u;

/** What is never broken unless it is longer than a line. */
export const piecesOf = (text: string): string[] => text.split(/[ \t\n]+/).flatMap((word) => word.split(afterHyphen));

/** The text of lines that were broken by `wrap` or `fitText`. */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line, index) => (index === lines.length - 1 ? line : line + gapAfter(line))).join('');
}

/** What stood between a line and the next. */
export const gapAfter = (line: string): string => (/\p{L}-$/u.test(line) ? '' : ' ');

/** The words of each paragraph, measured once for whatever size they will be tried at. */
function wordsOf(text: string, font: FontName, bold: boolean): Word[][] {
  return text.split('\n').map((paragraph) =>
    paragraph
      .split(/[ \t]+/)
      .filter((part) => part !== '')
      .flatMap((part) =>
        part
          .split(afterHyphen)
          .map((piece, index) => ({ text: piece, width: textWidth(piece, font, 72, bold), joined: index > 0 })),
      ),
  );
}

interface Wrapped {
  lines: string[];
  /** A word longer than the line was broken between letters. */
  broken: boolean;
}

/** Fills lines of `width` (inches at 72 points), and stops after `most` of them: more would not be kept. */
function fillLines(paragraphs: Word[][], width: number, font: FontName, bold: boolean, most: number): Wrapped {
  const lines: string[] = [];
  let broken = false;
  // The tables know no kerning: a line is as wide as its words and the spaces between them.
  const space = textWidth(' ', font, 72, bold);
  for (const words of paragraphs) {
    let line = '';
    let taken = 0;
    for (const word of words) {
      if (lines.length > most) return { lines, broken };
      const longer = line === '' ? word.width : taken + (word.joined ? 0 : space) + word.width;
      if (longer <= width) {
        line = line === '' || word.joined ? line + word.text : `${line} ${word.text}`;
        taken = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word.text;
      taken = word.width;
      if (word.width <= width) continue;
      broken = true;
      line = '';
      for (const grapheme of graphemesOf(word.text)) {
        const letter = textWidth(grapheme, font, 72, bold);
        if (line !== '' && taken + letter > width) {
          lines.push(line);
          line = '';
        }
        taken = line === '' ? letter : taken + letter;
        line += grapheme;
      }
    }
    lines.push(line);
  }
  return { lines, broken };
}

/** Breaks at spaces and after hyphens; a word longer than the line is broken between letters. */
export function wrap(text: string, width: number, font: FontName, size: number, bold = false): Wrapped {
  return fillLines(wordsOf(text, font, bold), (width * 72) / size, font, bold, Infinity);
}

/**
 * The widths, in inches as they are measured here, between which a text breaks into these very lines: as wide as the widest, and
 * narrower than a line with the word after it.
 */
export function breakWidths(
  lines: readonly string[],
  font: FontName,
  size: number,
  bold = false,
): { least: number; below: number } {
  const space = textWidth(' ', font, size, bold);
  const widths = lines.map((line) => textWidth(line, font, size, bold));
  const moves = lines.slice(1).map((line, index) => {
    const gap = gapAfter(lines[index] ?? '') === '' ? 0 : space;
    return (widths[index] ?? 0) + gap + textWidth(piecesOf(line)[0] ?? '', font, size, bold);
  });
  return { least: Math.max(...widths), below: Math.min(...moves) };
}

/** Shortens one line to the width, at the end of a word, with an ellipsis. */
function ellipsed(line: string, options: FitOptions, size: number): string {
  const fits = (text: string): boolean => textWidth(text, options.font, size, options.bold) <= options.width;
  const ends = /[\s,;:.…–-]+$/u;
  const pieces = line.split(/(?<= )/).flatMap((word) => word.split(afterHyphen));
  let text = line.replace(ends, '');
  while (pieces.length > 1 && !fits(`${text}…`)) {
    pieces.pop();
    text = pieces.join('').replace(ends, '');
  }
  const letters = graphemesOf(text);
  while (letters.length > 1 && !fits(`${text}…`)) {
    letters.pop();
    text = letters.join('');
  }
  return `${text}…`;
}

/** Makes a text fit: first smaller, down to the floor; then shorter, with an ellipsis at the end of a word. */
export function fitText(text: string, options: FitOptions): Fitted {
  const { font, size, floor, bold = false, lineHeight, width, height } = options;
  const room = (at: number): number =>
    Math.max(1, Math.min(options.maxLines ?? Infinity, Math.floor((height * 72) / (at * lineHeight) + 0.001)));
  const words = wordsOf(text, font, bold);
  const linesAt = (at: number): Wrapped => fillLines(words, (width * 72) / at, font, bold, room(at));
  for (let at = size; at >= floor; at -= at > 30 ? 2 : 1) {
    const { lines, broken } = linesAt(at);
    if (lines.length <= room(at) && (!broken || at === floor))
      return { size: at, lines, truncated: false, height: (lines.length * at * lineHeight) / 72 };
  }
  const { lines } = linesAt(floor);
  const kept = lines.slice(0, room(floor));
  const truncated = lines.length > kept.length;
  if (truncated)
    kept[kept.length - 1] = ellipsed(kept[kept.length - 1] === '' ? '' : (kept[kept.length - 1] ?? ''), options, floor);
  return { size: floor, lines: kept, truncated, height: (kept.length * floor * lineHeight) / 72 };
}
