/** A block of scores pasted from a spreadsheet: whose each line is, by name where it has names, by its height otherwise; in doubt, nobody's. */
import { fold } from '#shared/base/fold.ts';
import { readScore } from './score-text.ts';

export interface PasteRow {
  id: string;
  title: string;
  /** Everything the nominee is called: title, subject, code. */
  names: string[];
  /** The juror stands aside: nothing is scored here. */
  recused: boolean;
}

export interface PasteGrid {
  rows: PasteRow[];
  criteria: { id: string; name: string }[];
  /** The cell the block is pasted into. */
  at: { row: number; column: number };
}

interface PastedCell {
  nomineeId: string;
  criterionId: string;
  text: string;
}

/** What a block held and the grid does not take. */
export type Dropped =
  | { kind: 'recused'; name: string; texts: string[] }
  | { kind: 'notNominee'; name: string }
  | { kind: 'notCriterion'; name: string };

/** Why nothing of a block is taken. */
export type PasteFault =
  | { kind: 'tooTall'; lines: number; room: number }
  | { kind: 'tooWide'; columns: number; room: number }
  | { kind: 'acrossRecusal'; lines: number; all: number; scorable: number }
  | { kind: 'nameTwice' | 'nameOfSeveral'; name: string }
  | { kind: 'noName'; name: string }
  | { kind: 'noCriterion'; name: string }
  | { kind: 'noNumber' };

export type Pasted = { ok: true; cells: PastedCell[]; dropped: Dropped[] } | { ok: false; fault: PasteFault };

const refuse = (fault: PasteFault): Pasted => ({ ok: false, fault });
const isBlank = (text: string): boolean => text.trim() === '';
const isScore = (text: string): boolean => !isBlank(text) && readScore(text).ok;
/** Words in any order: "Benali Karim" is Karim Benali. */
const nameKey = (text: string): string =>
  fold(text)
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

/** The cells of a copied block, its lines evened out; null when it is one cell, which is left to the field. */
export function readBlock(text: string): string[][] | null {
  const lines: string[][] = [[]];
  // A cell is quoted when it holds a line break, a tab or a quote; its quotes are doubled then.
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/g,
  )) {
    lines
      .at(-1)
      ?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"').replace(/\s*[\r\n]\s*/g, ' '));
    if (end === '') break;
    if (end !== '\t') lines.push([]);
  }
  // Spreadsheets end the last line too; a blank line before it is a line.
  if (lines.length > 1 && lines.at(-1)?.length === 1 && isBlank(lines.at(-1)?.[0] ?? '')) lines.pop();
  const width = Math.max(...lines.map((line) => line.length));
  if (lines.length === 1 && width === 1) return null;
  return lines.map((line) => [...line, ...Array.from({ length: width - line.length }, () => '')]);
}

interface Names {
  /** The nominee of each line, or what the line calls it. */
  rows: (PasteRow | string | null)[];
  /** The columns that hold names. */
  columns: Set<number>;
}

/** Who the lines name: the column of words, or two beside each other, that names most of the nominees. */
function namesOf(lines: string[][], textColumns: number[], rows: PasteRow[]): Names | PasteFault {
  const byKey = new Map<string, PasteRow[]>();
  for (const row of rows)
    for (const key of new Set(row.names.map(nameKey))) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  const pairs = textColumns.flatMap((column) => (textColumns.includes(column + 1) ? [[column, column + 1]] : []));
  let best: { columns: number[]; texts: string[]; hits: number } | null = null;
  for (const columns of [...textColumns.map((column) => [column]), ...pairs]) {
    const texts = lines.map((line) =>
      columns
        .map((column) => line[column] ?? '')
        .join(' ')
        .trim(),
    );
    const hits = texts.filter((text) => text !== '' && byKey.has(nameKey(text))).length;
    if (hits > (best?.hits ?? 0)) best = { columns, texts, hits };
  }
  if (best === null) return { kind: 'noName', name: lines.flatMap((line) => line[textColumns[0] ?? 0] ?? [])[0] ?? '' };
  const seen = new Set<string>();
  const found: Names['rows'] = [];
  for (const text of best.texts) {
    const known = text === '' ? [] : (byKey.get(nameKey(text)) ?? []);
    const [one] = known;
    if (known.length > 1) return { kind: 'nameOfSeveral', name: text };
    if (one !== undefined && seen.has(one.id)) return { kind: 'nameTwice', name: one.title };
    if (one !== undefined) seen.add(one.id);
    found.push(one ?? (text === '' ? null : text));
  }
  return { rows: found, columns: new Set(best.columns) };
}

/**
 * Lines without names: as high as the rest of the list, every nominee has its line; as high as those the juror scores, each of
 * them has. A block that comes across no recusal may be lower. What both or neither explains is refused.
 */
function byHeight(block: string[][], { rows, at }: PasteGrid): PasteRow[] | PasteFault {
  const rest = rows.slice(at.row);
  const said = block.findLastIndex((line) => !line.every(isBlank)) + 1;
  const lines = block.slice(0, Math.max(said, rest.length));
  const scorable = rest.filter((row) => !row.recused);
  const covered = rest.slice(0, lines.length);
  if (lines.length > rest.length) return { kind: 'tooTall', lines: lines.length, room: rest.length };
  if (!covered.some((row) => row.recused)) return covered;
  const blankThere = covered.every((row, index) => !row.recused || (lines[index] ?? []).every(isBlank));
  const scoredBlank = covered.some((row, index) => !row.recused && (lines[index] ?? []).every(isBlank));
  const asListed = lines.length === rest.length || (blankThere && !scoredBlank);
  const asScored = lines.length === scorable.length;
  if (asListed !== asScored) return asListed ? covered : scorable;
  return { kind: 'acrossRecusal', lines: lines.length, all: rest.length, scorable: scorable.length };
}

/** The criterion of each column; null for one that holds none. */
function criteriaOf(
  block: string[][],
  header: string[] | null,
  textColumns: number[],
  names: Set<number>,
  { criteria, at }: PasteGrid,
): { columns: (string | null)[]; dropped: Dropped[] } | PasteFault {
  const width = block[0]?.length ?? 0;
  const used = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !names.has(index) && block.some((line) => !isBlank(line[index] ?? '')),
  );
  const columns = Array.from({ length: width }, (): string | null => null);
  if (header !== null) {
    const dropped: Dropped[] = [];
    for (const index of used) {
      const name = header[index] ?? '';
      const found = criteria.filter((criterion) => fold(criterion.name) === fold(name));
      if (found.length !== 1 || columns.includes(found[0]?.id ?? null)) dropped.push({ kind: 'notCriterion', name });
      else columns[index] = found[0]?.id ?? null;
    }
    return { columns, dropped };
  }
  // Beside names, a column for every criterion is the whole grid wherever the cursor stands.
  const all = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !names.has(index) && !textColumns.includes(index),
  );
  const first = names.size > 0 && all.length === criteria.length ? 0 : at.column;
  if (first + all.length > criteria.length)
    return { kind: 'tooWide', columns: all.length, room: criteria.length - first };
  for (const [place, index] of all.entries()) columns[index] = criteria[first + place]?.id ?? null;
  const words = textColumns.filter((index) => !names.has(index));
  return {
    columns,
    dropped: words.map((index) => ({
      kind: 'notCriterion',
      name: block.map((line) => line[index] ?? '').find((text) => !isBlank(text)) ?? '',
    })),
  };
}

/** What a pasted block says of whom, or why it is not taken. An empty cell says nothing: what is there stays. */
export function placeBlock(block: string[][], grid: PasteGrid): Pasted {
  const known = new Set(grid.criteria.map((criterion) => fold(criterion.name)));
  const [top = []] = block;
  const hasHeader = top.some((text) => known.has(fold(text))) && !top.some(isScore);
  const lines = hasHeader ? block.slice(1) : block;
  if (!lines.some((line) => line.some(isScore))) return refuse({ kind: 'noNumber' });
  const textColumns = top
    .map((_, index) => index)
    .filter(
      (index) =>
        lines.some((line) => !isBlank(line[index] ?? '')) &&
        !lines.some((line) => isScore(line[index] ?? '')) &&
        !(hasHeader && known.has(fold(top[index] ?? ''))),
    );
  const names = textColumns.length === 0 ? null : namesOf(lines, textColumns, grid.rows);
  if (names !== null && 'kind' in names) return refuse(names);
  const rows = names === null ? byHeight(lines, grid) : names.rows;
  if ('kind' in rows) return refuse(rows);
  const heads = criteriaOf(lines, hasHeader ? top : null, textColumns, names?.columns ?? new Set(), grid);
  if ('kind' in heads) return refuse(heads);
  if (heads.columns.every((column) => column === null))
    return refuse({ kind: 'noCriterion', name: top.find((text) => !isBlank(text)) ?? '' });
  const cells: PastedCell[] = [];
  const dropped: Dropped[] = [];
  for (const [index, line] of lines.entries()) {
    const row = rows[index];
    const said = line.flatMap((text, column) => {
      const criterionId = heads.columns[column];
      return isBlank(text) || criterionId === null || criterionId === undefined
        ? []
        : [{ criterionId, text: text.trim() }];
    });
    if (said.length === 0) continue;
    if (row === null || row === undefined || typeof row === 'string')
      dropped.push({ kind: 'notNominee', name: row ?? said.map(({ text }) => text).join(' ') });
    else if (row.recused) dropped.push({ kind: 'recused', name: row.title, texts: said.map(({ text }) => text) });
    else cells.push(...said.map((one) => ({ nomineeId: row.id, ...one })));
  }
  return { ok: true, cells, dropped: [...dropped, ...heads.dropped] };
}
