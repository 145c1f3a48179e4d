/** Small helpers every write shares: stamps, missing records, duplicate codes. */
import type { TableName, WriteDb } from '../database/tables.ts';
import { newId } from '#shared/base/ids.ts';
import { AppError } from '#shared/base/result.ts';

/** A fresh id with the two stamps. */
export function newRecord(now: string): { id: string; createdAt: string; updatedAt: string } {
  return { id: newId(), createdAt: now, updatedAt: now };
}

/** The record or `not_found`. */
export function found<T>(row: T | undefined, table: TableName, id: string): T {
  if (row === undefined) throw new AppError('not_found', { table, id });
  return row;
}

/** Leaves out what was not given, so that an update only touches what it names. */
export function given<T extends object>(set: T): Partial<T> {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Whether a record of that id exists; used to name the bad reference instead of failing on a foreign key. */
export async function assertReference(
  db: WriteDb,
  table: 'sites' | 'people' | 'territories' | 'initiatives' | 'indicators' | 'campaigns',
  id: string | null | undefined,
  field: string,
): Promise<void> {
  if (id === null || id === undefined) return;
  const row = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown_reference', { field, id });
}

/** Turns a broken unique code into words. */
export async function assertFreeCode(
  db: WriteDb,
  table: 'sites' | 'people' | 'territories' | 'initiatives' | 'indicators' | 'campaigns',
  code: string | null | undefined,
  ownId: string | null,
): Promise<void> {
  if (code === null || code === undefined) return;
  const row = await db.selectFrom(table).select('id').where('code', '=', code).executeTakeFirst();
  if (row !== undefined && row.id !== ownId) throw new AppError('duplicate_code', { table, code, id: row.id });
}

/** Removes the stored-only columns from a row that leaves the service. */
export function withoutStored<T extends { seq?: unknown; searchKey?: unknown }>(row: T): Omit<T, 'seq' | 'searchKey'> {
  const { seq: _seq, searchKey: _searchKey, ...rest } = row;
  return rest;
}

/** A free code of the form PREFIX-0001, above the highest in use. */
export async function nextCode(
  db: WriteDb,
  table: 'sites' | 'territories' | 'campaigns',
  prefix: string,
): Promise<string> {
  const rows = await db.selectFrom(table).select('code').where('code', 'like', `${prefix}-%`).execute();
  const highest = rows.reduce((most, row) => {
    const number = Number(/^[A-Z]+-(\d{1,9})$/.exec(row.code)?.[1] ?? 0);
    return Math.max(most, number);
  }, 0);
  return `${prefix}-${String(highest + 1).padStart(4, '0')}`;
}
