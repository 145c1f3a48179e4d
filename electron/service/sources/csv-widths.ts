/** How many cells the rows of a CSV file have, and which of them are too many or too few: cells must never slide under another header. */
import type { FormReason } from '#shared/import/rejects-file.ts';

export interface Widths {
  /** Columns that have a name. */
  columns: number;
  /** Cells that a row may have: more are too many even when the last are blank. */
  most: number;
  /** Cells that a row must have; fewer are blanks left out at its end where `strict` is not said. */
  least: number;
  strict: boolean;
  /** Most rows have too many cells: the file is at fault rather than some of its rows. */
  fileWide: boolean;
}

/** From this share of the rows on, what they do alike is how the file is written. */
const habit = 0.9;
/** Up to this share of the rows, those without their last cells are exceptions, and suspect. */
const exceptional = 1 / 3;
/** So many short rows one after the other are a spreadsheet's way of leaving blanks out. */
const run = 8;

const filledOf = (cells: readonly string[]): number => {
  let last = cells.length;
  while (last > 0 && (cells[last - 1] ?? '').trim() === '') last -= 1;
  return last;
};

/** A separator written without quotes is mostly followed by a space, which one between two cells is not. */
function hasSplitText(cells: readonly string[]): boolean {
  const rest = cells.slice(1).filter((cell) => cell.trim() !== '');
  const led = rest.filter((cell) => /^ \S/.test(cell)).length;
  return led > 0 && led < rest.length;
}

/** The width that nearly all rows share, null when there is none. */
function sharedWidth(rows: readonly (readonly string[])[]): number | null {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count >= habit * rows.length && rows.length > 0 ? width : null;
}

/** Judged on the first rows of the file. `header` is the header's record as it stands, `isRejects` whether this app wrote the file. */
export function widthsOf(
  records: readonly (readonly string[])[],
  header: { cells: number; columns: number },
  isRejects: boolean,
): Widths {
  const rows = records.filter((cells) => filledOf(cells) > 0);
  const { columns } = header;
  const shared = sharedWidth(rows);
  const widths: Widths = { columns, most: header.cells, least: header.cells, strict: true, fileWide: false };
  if (shared !== null && !isRejects) {
    // A separator at the end of every row, or of the header alone: so the file is written, and nothing slides.
    const trailing = shared > header.cells && rows.length >= 3 && rows.filter(hasSplitText).length * 2 < rows.length;
    if (trailing && rows.filter((cells) => filledOf(cells) > columns).length * 2 < rows.length)
      widths.most = widths.least = shared;
    if (shared < header.cells && shared >= columns) widths.least = shared;
  }
  const tooMany = rows.filter((cells) => faultOf(cells, widths) === 'rowTooWide').length;
  widths.fileWide = tooMany > 1 && tooMany * 2 > rows.length;
  const short = rows.map((cells) => cells.length < widths.least);
  const count = short.filter(Boolean).length;
  widths.strict = isRejects || (count <= exceptional * rows.length && longestRun(short) < run);
  return widths;
}

function longestRun(flags: readonly boolean[]): number {
  let longest = 0;
  let now = 0;
  for (const flag of flags) {
    now = flag ? now + 1 : 0;
    longest = Math.max(longest, now);
  }
  return longest;
}

/** What is wrong with the width of a row, null for one that fits. */
export function faultOf(cells: readonly string[], widths: Widths): FormReason | null {
  if (cells.length > widths.most || filledOf(cells) > widths.columns)
    return widths.fileWide ? 'rowsTooWide' : 'rowTooWide';
  return cells.length < widths.least && widths.strict ? 'rowTooNarrow' : null;
}
