/** The small parts of an XLSX file: its sheets, shared texts and number formats. */
import { AppError } from '#shared/base/result.ts';
import { cutCell } from '#shared/import/cells.ts';
import { limits } from './limits.ts';
import { packedTexts, type PackedTexts } from './packed-texts.ts';
import { isTrue, readWholeXml, type Attributes } from './xml.ts';
import type { ZipFile } from './zip-file.ts';

export interface SheetEntry {
  name: string;
  hidden: boolean;
  part: string;
}

/** Excel writes control characters as `_x000D_`. */
export function excelText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** The text of a small part that is no XML; '' when there is none. Throws `archive_unsafe` when it is not small. */
export async function partText(zip: ZipFile, name: string): Promise<string> {
  if (!zip.has(name)) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of zip.chunks(name, limits.smallPart)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The attributes of a small part's elements of these names, in order. */
async function elements(
  zip: ZipFile,
  part: string,
  names: readonly string[],
): Promise<{ name: string; attributes: Attributes }[]> {
  const found: { name: string; attributes: Attributes }[] = [];
  if (!zip.has(part)) return found;
  await readWholeXml(
    zip,
    part,
    {
      open: (name, attributes) => {
        if (!names.includes(name)) return;
        found.push({ name, attributes });
        // An archive has no more sheets nor relations than parts.
        if (found.length > limits.zipEntries)
          throw new AppError('archive_unsafe', { path: zip.path, entry: part, entries: found.length });
      },
    },
    limits.smallPart,
  );
  return found;
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
export async function readWorkbook(zip: ZipFile): Promise<WorkbookHead | null> {
  const roots = await elements(zip, '_rels/.rels', ['Relationship']);
  const office = roots.find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument') === true);
  const part = resolvePart('', office?.attributes['Target'] ?? 'xl/workbook.xml');
  if (!zip.has(part)) return null;
  const slash = part.lastIndexOf('/');
  const relations = new Map<string, { type: string; part: string }>();
  for (const { attributes } of await elements(zip, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`, [
    'Relationship',
  ])) {
    relations.set(attributes['Id'] ?? '', {
      type: attributes['Type'] ?? '',
      part: resolvePart(part, attributes['Target'] ?? ''),
    });
  }
  const found = await elements(zip, part, ['sheet', 'workbookPr']);
  const sheets = found.flatMap(({ name, attributes }): SheetEntry[] => {
    if (name !== 'sheet') return [];
    const id = Object.keys(attributes).find((key) => key.endsWith(':id'));
    const relation = relations.get(attributes[id ?? ''] ?? '');
    if (relation === undefined || !relation.type.endsWith('/worksheet') || !zip.has(relation.part)) return [];
    return [
      {
        name: attributes['name'] ?? '',
        hidden: /hidden/i.test(attributes['state'] ?? ''),
        part: relation.part,
      },
    ];
  });
  const byType = (type: string): string | null =>
    [...relations.values()].find((relation) => relation.type.endsWith(type) && zip.has(relation.part))?.part ?? null;
  return {
    sheets,
    date1904: isTrue(found.find(({ name }) => name === 'workbookPr')?.attributes['date1904']),
    stringsPart: byType('/sharedStrings'),
    stylesPart: byType('/styles'),
  };
}

/** Gathers the text of a run of rich text: its `t` elements in order, phonetic hints left out, cut where no cell goes on. */
export function richText(): {
  open: (name: string) => void;
  close: (name: string) => void;
  text: (text: string) => void;
  take: () => string;
} {
  let value = '';
  let capturing = false;
  let phonetic = 0;
  return {
    open: (name) => {
      if (name === 't') capturing = phonetic === 0;
      else if (name === 'rPh') phonetic += 1;
    },
    close: (name) => {
      if (name === 't') capturing = false;
      else if (name === 'rPh') phonetic -= 1;
    },
    text: (text) => {
      if (capturing) value = value === '' ? text : cutCell(value + text);
    },
    take: () => {
      const whole = excelText(cutCell(value));
      value = '';
      return whole;
    },
  };
}

/** The texts that cells share, by their number. Throws `archive_unsafe` when they are too many to hold, or one never ends. */
export async function readSharedStrings(zip: ZipFile, part: string | null): Promise<PackedTexts> {
  const strings = packedTexts();
  if (part === null) return strings;
  const run = richText();
  await readWholeXml(
    zip,
    part,
    {
      open: run.open,
      text: run.text,
      close: (name) => {
        if (name === 'si') strings.push(run.take());
        else run.close(name);
      },
    },
    limits.sharedTexts,
  );
  return strings;
}

/** How a number is shown: as a date (with or without time), a percentage, or as the code that its format makes of it. */
export type NumberForm = 'plain' | 'date' | 'time' | 'percent' | { format: string };

const dateIds = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const timeIds = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);
/** Excel's own limit for a format's code. */
const longestFormat = 255;

function formOf(id: number, format: string | undefined): NumberForm {
  if (dateIds.has(id)) return 'date';
  if (timeIds.has(id)) return 'time';
  if (id === 9 || id === 10) return 'percent';
  if (format === undefined || format.length > longestFormat) return 'plain';
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').toLowerCase();
  if (/general|standard/.test(bare)) return 'plain';
  if (/[dy]|m{3}|^m|mm?\//.test(bare)) return 'date';
  if (/[hs]/.test(bare)) return 'time';
  if (bare.includes('%')) return 'percent';
  return isCodeFormat(format) ? { format } : 'plain';
}

/** What a format's first section puts beside the figures: `0` and `#` stay, a literal becomes its text, `[Red]` and widths go. */
function shapeOf(format: string): string {
  const section = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? '';
  return section
    .replace(/\[(?!\$)[^\]]*\]/g, '')
    .replace(/_.|\*./g, '')
    .replace(/"([^"]*)"/g, (_, text: string) => text.replace(/[0#?]/g, 'x'))
    .replace(/\\(.)/g, (_, sign: string) => (/[0#?]/.test(sign) ? 'x' : sign))
    .trim();
}

/**
 * Whether a format writes a code or a telephone rather than a quantity: leading zeros, signs between the figures, a plus or
 * letters right before them. Thousands (`# ##0`), decimals, fractions, powers and money are quantities.
 */
function isCodeFormat(format: string): boolean {
  const shape = shapeOf(format);
  const first = shape.search(/[0#]/);
  if (first < 0 || /[%?@$€£¥]|e[+-]|\d?\.0|,|#\W##0/i.test(shape)) return false;
  const last = Math.max(shape.lastIndexOf('0'), shape.lastIndexOf('#'));
  const figures = shape.slice(first, last + 1);
  return /^0\W*[0#]/.test(figures) || /[^0#]/.test(figures) || /[+\p{L}\d_/-]$/u.test(shape.slice(0, first));
}

/** The form of each cell style, by its number. */
export async function readStyles(zip: ZipFile, part: string | null): Promise<NumberForm[]> {
  const forms: NumberForm[] = [];
  if (part === null) return forms;
  const formats = new Map<number, string>();
  let inCells = false;
  await readWholeXml(
    zip,
    part,
    {
      open: (name, attributes) => {
        const id = Number(attributes['numFmtId'] ?? 0);
        // The formats stand before the cells that use them.
        if (name === 'numFmt') formats.set(id, attributes['formatCode'] ?? '');
        else if (name === 'cellXfs') inCells = true;
        else if (name === 'xf' && inCells) forms.push(formOf(id, formats.get(id)));
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    },
    limits.smallPart,
  );
  return forms;
}
