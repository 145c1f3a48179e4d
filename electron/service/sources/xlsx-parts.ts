/** The small parts of an XLSX file: its sheets, shared texts and number formats. */
import { AppError } from '#shared/base/result.ts';
import { limits } from './limits.ts';
import type { ZipFile } from './zip-file.ts';

export interface SheetEntry {
  name: string;
  hidden: boolean;
  part: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML: the five entities and character numbers; nothing else is ever expanded. */
export function xmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex: string | undefined, number: string | undefined, name: string | undefined) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const point = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );
}

/** Excel writes control characters as `_x000D_`. */
export function excelText(text: string): string {
  const plain = xmlText(text);
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
}

/** The value of an attribute in the text of a start tag. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : xmlText(found[1] ?? found[2] ?? '');
}

/** The text of a small part; '' when there is none. Throws `archive_unsafe` when it is not small. */
export function partText(zip: ZipFile, name: string): string {
  if (!zip.has(name)) return '';
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for (const chunk of zip.chunks(name, limits.smallPart)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** A large part as text, piece by piece. */
export function* partChunks(zip: ZipFile, name: string, most?: number): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  for (const chunk of zip.chunks(name, most)) yield decoder.decode(chunk, { stream: true });
  const last = decoder.decode();
  if (last !== '') yield last;
}

function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?/?>`, 'g'))].map((match) => match[1] ?? '');
}

function resolvePart(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

export interface WorkbookHead {
  sheets: SheetEntry[];
  date1904: boolean;
  stringsPart: string | null;
  stylesPart: string | null;
}

/** The sheets in the workbook's order, hidden ones marked; null when the archive is no workbook. */
export function readWorkbook(zip: ZipFile): WorkbookHead | null {
  const root = partText(zip, '_rels/.rels');
  const office = tags(root, 'Relationship').find((tag) => attribute(tag, 'Type')?.endsWith('/officeDocument') === true);
  const part = resolvePart('', attribute(office ?? '', 'Target') ?? 'xl/workbook.xml');
  if (!zip.has(part)) return null;
  const xml = partText(zip, part);
  const slash = part.lastIndexOf('/');
  const relations = new Map<string, { type: string; part: string }>();
  for (const tag of tags(
    partText(zip, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`),
    'Relationship',
  )) {
    relations.set(attribute(tag, 'Id') ?? '', {
      type: attribute(tag, 'Type') ?? '',
      part: resolvePart(part, attribute(tag, 'Target') ?? ''),
    });
  }
  const sheets: SheetEntry[] = [];
  for (const tag of tags(xml, 'sheet')) {
    const relation = relations.get(/\s\w+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '');
    if (relation === undefined || !relation.type.endsWith('/worksheet') || !zip.has(relation.part)) continue;
    sheets.push({
      name: attribute(tag, 'name') ?? '',
      hidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
      part: relation.part,
    });
  }
  const byType = (type: string): string | null =>
    [...relations.values()].find((relation) => relation.type.endsWith(type) && zip.has(relation.part))?.part ?? null;
  const properties = tags(xml, 'workbookPr')[0] ?? '';
  return {
    sheets,
    date1904: /^(?:1|true)$/.test(attribute(properties, 'date1904') ?? ''),
    stringsPart: byType('/sharedStrings'),
    stylesPart: byType('/styles'),
  };
}

/** The text of a run of rich text: its `t` elements in order, phonetic hints left out. */
export function richText(xml: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  let text = '';
  for (const match of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)) text += match[1] ?? '';
  return excelText(text);
}

const sharedString = /<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;

/** The texts that cells share, by their number. Throws `archive_unsafe` when they are too many to hold, or one never ends. */
export function readSharedStrings(zip: ZipFile, part: string | null): string[] {
  const strings: string[] = [];
  if (part === null) return strings;
  const take = (xml: string): void => {
    for (const match of xml.matchAll(sharedString)) strings.push(richText(match[1] ?? ''));
  };
  let rest = '';
  let close = '';
  for (const chunk of partChunks(zip, part, limits.sharedTexts)) {
    rest += chunk;
    if (rest.length > limits.recordLength)
      throw new AppError('archive_unsafe', {
        path: zip.path,
        entry: part,
        size: rest.length,
        max: limits.recordLength,
      });
    if (close === '') close = `</${/<(\w+:)?sst\b/.exec(rest)?.[1] ?? ''}si>`;
    const cut = rest.lastIndexOf(close);
    if (cut < 0) continue;
    take(rest.slice(0, cut + close.length));
    rest = rest.slice(cut + close.length);
  }
  take(rest);
  return strings;
}

/** How a number is shown: as a date (with or without time), a percentage, or padded with zeros to a width. */
export type NumberForm = 'plain' | 'date' | 'time' | 'percent' | { zeros: number };

const dateIds = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const timeIds = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);

function formOf(id: number, format: string | undefined): NumberForm {
  if (dateIds.has(id)) return 'date';
  if (timeIds.has(id)) return 'time';
  if (id === 9 || id === 10) return 'percent';
  if (format === undefined) return 'plain';
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').toLowerCase();
  if (/general|standard/.test(bare)) return 'plain';
  if (/[dy]|m{3}|^m|mm?\//.test(bare)) return 'date';
  if (/[hs]/.test(bare)) return 'time';
  if (bare.includes('%')) return 'percent';
  return /^0{2,15}$/.test(bare) ? { zeros: bare.length } : 'plain';
}

/** The form of each cell style, by its number. */
export function readStyles(zip: ZipFile, part: string | null): NumberForm[] {
  if (part === null) return [];
  const xml = partText(zip, part);
  const formats = new Map<number, string>();
  for (const tag of tags(xml, 'numFmt'))
    formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return tags(cells, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return formOf(id, formats.get(id));
  });
}
