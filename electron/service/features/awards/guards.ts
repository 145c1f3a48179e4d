/** What every change to an edition goes through: its records exist, the edition is open, places in a list stay 0, 1, 2... */
import { sql } from 'kysely';
import { AppError } from '#shared/base/result.ts';
import type { Row, WriteDb } from '../../database/tables.ts';
import { found } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

/** One refused field, in the form the dispatch gives to those that zod refuses. */
export function refusedField(path: string, rule: string): AppError {
  return new AppError('invalid_input', { issues: [{ path, rule, message: '' }] });
}

export async function openEdition(db: WriteDb, id: string): Promise<Row<'awardEditions'>> {
  const edition = found(
    await db.selectFrom('awardEditions').selectAll().where('id', '=', id).executeTakeFirst(),
    'awardEditions',
    id,
  );
  if (edition.status === 'closed') throw new AppError('edition_closed', { id, name: edition.name });
  return edition;
}

export async function openCategory(db: WriteDb, id: string): Promise<Row<'awardCategories'>> {
  const category = found(
    await db.selectFrom('awardCategories').selectAll().where('id', '=', id).executeTakeFirst(),
    'awardCategories',
    id,
  );
  await openEdition(db, category.editionId);
  return category;
}

export async function openCriterion(db: WriteDb, id: string): Promise<Row<'awardCriteria'>> {
  const criterion = found(
    await db.selectFrom('awardCriteria').selectAll().where('id', '=', id).executeTakeFirst(),
    'awardCriteria',
    id,
  );
  await openCategory(db, criterion.categoryId);
  return criterion;
}

export async function openNominee(db: WriteDb, id: string): Promise<Row<'nominees'>> {
  const nominee = found(
    await db.selectFrom('nominees').selectAll().where('id', '=', id).executeTakeFirst(),
    'nominees',
    id,
  );
  await openCategory(db, nominee.categoryId);
  return nominee;
}

export async function openJuror(db: WriteDb, id: string): Promise<Row<'jurors'>> {
  const juror = found(await db.selectFrom('jurors').selectAll().where('id', '=', id).executeTakeFirst(), 'jurors', id);
  await openEdition(db, juror.editionId);
  return juror;
}

type Placed = 'awardCategories' | 'awardCriteria' | 'nominees' | 'jurors';
type Parent = 'editionId' | 'categoryId';

/** The place after the last one. */
export async function nextPosition(db: WriteDb, table: Placed, parent: Parent, id: string): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where(sql.ref(parent), '=', id)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}

/** Moves a record to another place among its siblings and numbers them anew; tells how many changed place. */
export async function moveTo(
  db: WriteDb,
  table: Placed,
  parent: Parent,
  parentId: string,
  id: string,
  to: number,
  now: string,
): Promise<number> {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'position'])
    .where(sql.ref(parent), '=', parentId)
    .orderBy('position')
    .orderBy('seq')
    .execute();
  const others = rows.filter((row) => row.id !== id);
  const moved = rows.filter((row) => row.id === id);
  const order = [...others.slice(0, to), ...moved, ...others.slice(to)];
  let count = 0;
  for (const [position, row] of order.entries()) {
    if (row.position === position) continue;
    await db.updateTable(table).set({ position, updatedAt: now }).where('id', '=', row.id).execute();
    count += 1;
  }
  return count;
}

/** Attachments belong to their nominee by name only, so no foreign key takes them away. */
export async function dropNomineeFiles(db: WriteDb, nomineeIds: string[]): Promise<void> {
  await db.deleteFrom('attachments').where('ownerKind', '=', 'nominee').where(isOneOf('ownerId', nomineeIds)).execute();
}
