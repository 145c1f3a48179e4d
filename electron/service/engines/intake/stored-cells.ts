/** A cell beside what the record of its id holds: the same, what a spreadsheet left of it, or taken away. */
import type { Field } from '#shared/import/field.ts';
import type { ImportInput } from '#shared/import/contract.ts';
import { cellText, type Cell } from '#shared/import/cells.ts';
import { unprotectCell } from '#shared/import/csv-safety.ts';
import { withoutLostZeros } from '#shared/import/phones.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { Stored } from './types.ts';

const textTypes = new Set<Field['type']>([
  'name',
  'text',
  'longText',
  'code',
  'postcode',
  'country',
  'colour',
  'lang',
  'email',
  'phone',
]);

/** The stored value when the cell says the same, else null. */
export function keptValue(cell: Cell, stored: Stored[string] | undefined, type: Field['type']): string | number | null {
  if (typeof cell === 'number') return cell === stored && (type === 'degrees' || type === 'number') ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = cellText(unprotectCell(cell));
  // A code such as `3E12` stands as it was written; `3,5E+12` is what a spreadsheet left of another.
  if (type === 'reference') return text.includes('+') ? null : text;
  if (typeof stored === 'number')
    return type === 'degrees' && Number(text.replace(',', '.')) === stored ? stored : null;
  if (typeof stored !== 'string') return null;
  if (textTypes.has(type)) return cellText(stored) === text ? stored : null;
  const isDate = type === 'date' || type === 'endDate';
  return isDate && (text === stored || text === `${stored.slice(8, 10)}/${stored.slice(5, 7)}/${stored.slice(0, 4)}`)
    ? stored
    : null;
}

/** The stored code or telephone of which a cell is what a spreadsheet left; else null. */
export function shortened(cell: Cell, stored: Stored[string] | undefined, type: Field['type']): string | null {
  if (typeof stored !== 'string' || (type !== 'code' && type !== 'phone' && type !== 'postcode')) return null;
  return withoutLostZeros(cell, stored);
}

// What tells records apart, a position that follows from the address, and what other records are named by stay as they are.
const neverEmptied = new Set<Field['type']>(['id', 'code', 'reference', 'degrees', 'place']);

/** Which fields a blank cell empties: those of the record's own table that may be missing, and are not. */
export function emptying(raw: RawDatabase, kind: ImportInput['kind']): (field: Field, stored: Stored) => boolean {
  const columns = raw
    .prepare(`select name from pragma_table_info(?) where "notnull" = 0`)
    .pluck()
    .all(kind) as string[];
  const optional = new Set(columns);
  return ({ name, type }, stored) =>
    optional.has(name) && !neverEmptied.has(type) && stored[name] !== null && stored[name] !== undefined;
}
