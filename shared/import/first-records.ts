/** What an import would make, told from the first rows before anything is tried: the names of its first records. */
import { cellText, type Cell } from './cells.ts';
import type { Mapping } from './contract.ts';
import { mendGarbled } from './garbled.ts';

/** Fields by which a record is called, the best first; those of one entry together. */
const naming = [['name'], ['title'], ['fullName'], ['firstName', 'lastName'], ['code'], ['email']];

/** The names of the first records, at most `count`; rows without one are passed over. */
export function firstRecords(
  rows: readonly { cells: readonly Cell[] }[],
  columns: readonly string[],
  mapping: Mapping,
  count = 3,
): string[] {
  const at = new Map(Object.entries(mapping).map(([column, field]) => [field, columns.indexOf(column)]));
  const fields = naming.find((names) => names.some((name) => at.has(name)));
  if (fields === undefined) return [];
  const names: string[] = [];
  for (const { cells } of rows) {
    const name = fields
      .map((field) => cellText(cells[at.get(field) ?? -1]))
      .map((text) => mendGarbled(text) ?? text)
      .filter((text) => text !== '')
      .join(' ');
    if (name !== '') names.push(name.slice(0, 80));
    if (names.length === count) break;
  }
  return names;
}

/** The different values of the column that fills a field, in the order of the rows. */
export function valuesOfField(
  rows: readonly { cells: readonly Cell[] }[],
  columns: readonly string[],
  mapping: Mapping,
  field: string,
): string[] {
  const column = Object.entries(mapping).find(([, to]) => to === field)?.[0];
  const index = column === undefined ? -1 : columns.indexOf(column);
  return [...new Set(rows.map(({ cells }) => cellText(cells[index])).filter((text) => text !== ''))];
}
