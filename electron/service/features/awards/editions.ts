/** Award editions: the list, the whole of one, making one from another, closing and reopening. */
import type { awardsContract, Edition } from '#shared/awards/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { Row, WriteDb } from '../../database/tables.ts';
import { editionResults } from '../../domain/awards/results.ts';
import { found, given, newRecord } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { dropNomineeFiles, openEdition, refusedField } from './guards.ts';
import { editionDetail } from './queries.ts';
import { editionOf } from './rows.ts';

type Names =
  | 'awards.list'
  | 'awards.get'
  | 'awards.results'
  | 'awards.createEdition'
  | 'awards.updateEdition'
  | 'awards.deleteEditions'
  | 'awards.close'
  | 'awards.reopen';

async function assertFreeName(db: WriteDb, year: number, name: string, ownId: string | null): Promise<void> {
  const row = await db
    .selectFrom('awardEditions')
    .select('id')
    .where('year', '=', year)
    .where('name', '=', name)
    .executeTakeFirst();
  if (row !== undefined && row.id !== ownId) throw refusedField('name', 'already_exists');
}

async function copyCategories(db: WriteDb, from: string, to: string, now: string): Promise<void> {
  const categories = await db
    .selectFrom('awardCategories')
    .selectAll()
    .where('editionId', '=', from)
    .orderBy('position')
    .orderBy('seq')
    .execute();
  for (const { seq: _seq, ...category } of categories) {
    const copy = { ...category, ...newRecord(now), editionId: to };
    await db.insertInto('awardCategories').values(copy).execute();
    const criteria = await db
      .selectFrom('awardCriteria')
      .selectAll()
      .where('categoryId', '=', category.id)
      .orderBy('position')
      .orderBy('seq')
      .execute();
    for (const { seq: _criterionSeq, ...criterion } of criteria)
      await db
        .insertInto('awardCriteria')
        .values({ ...criterion, ...newRecord(now), categoryId: copy.id })
        .execute();
  }
}

async function copyJurors(db: WriteDb, from: string, to: string, now: string): Promise<void> {
  const jurors = await db
    .selectFrom('jurors')
    .selectAll()
    .where('editionId', '=', from)
    .orderBy('position')
    .orderBy('seq')
    .execute();
  for (const { seq: _seq, ...juror } of jurors)
    await db
      .insertInto('jurors')
      .values({ ...juror, ...newRecord(now), editionId: to })
      .execute();
}

async function setEdition(db: WriteDb, id: string, set: Partial<Row<'awardEditions'>>, now: string): Promise<Edition> {
  return editionOf(
    await db
      .updateTable('awardEditions')
      .set({ ...set, updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

export const editionHandlers: Pick<HandlersOf<typeof awardsContract>, Names> = {
  'awards.list': async ({ db }) => {
    const rows = await db
      .selectFrom('awardEditions')
      .selectAll()
      .select((eb) => [
        eb
          .selectFrom('awardCategories')
          .select(eb.fn.countAll<number>().as('n'))
          .whereRef('awardCategories.editionId', '=', 'awardEditions.id')
          .$asScalar()
          .$notNull()
          .as('categories'),
        eb
          .selectFrom('nominees')
          .innerJoin('awardCategories', 'awardCategories.id', 'nominees.categoryId')
          .select(eb.fn.countAll<number>().as('n'))
          .whereRef('awardCategories.editionId', '=', 'awardEditions.id')
          .$asScalar()
          .$notNull()
          .as('nominees'),
        eb
          .selectFrom('jurors')
          .select(eb.fn.countAll<number>().as('n'))
          .whereRef('jurors.editionId', '=', 'awardEditions.id')
          .$asScalar()
          .$notNull()
          .as('jurors'),
        eb
          .selectFrom('scores')
          .innerJoin('jurors', 'jurors.id', 'scores.jurorId')
          .select(eb.fn.countAll<number>().as('n'))
          .whereRef('jurors.editionId', '=', 'awardEditions.id')
          .$asScalar()
          .$notNull()
          .as('scores'),
      ])
      .orderBy('year', 'desc')
      .orderBy('seq', 'desc')
      .execute();
    return {
      rows: rows.map((row) => ({
        ...editionOf(row),
        categories: row.categories,
        nominees: row.nominees,
        jurors: row.jurors,
        scores: row.scores,
      })),
    };
  },

  'awards.get': ({ db }, { id }) => editionDetail(db, id),
  'awards.results': ({ db }, { editionId }) => editionResults(db, editionId),

  'awards.createEdition': async (
    { db, now, note },
    { copyFrom, copyCategories: withCategories, copyJurors: withJurors, ...input },
  ) => {
    await assertFreeName(db, input.year, input.name, null);
    if (copyFrom !== null) {
      const source = await db.selectFrom('awardEditions').select('id').where('id', '=', copyFrom).executeTakeFirst();
      if (source === undefined) throw new AppError('unknown_reference', { field: 'copyFrom', id: copyFrom });
    }
    const row = await db
      .insertInto('awardEditions')
      .values({ ...newRecord(now), ...input, status: 'draft', closedAt: null, snapshot: null })
      .returningAll()
      .executeTakeFirstOrThrow();
    if (copyFrom !== null && withCategories) await copyCategories(db, copyFrom, row.id, now);
    if (copyFrom !== null && withJurors) await copyJurors(db, copyFrom, row.id, now);
    note({ name: row.name, year: row.year });
    return editionOf(row);
  },

  'awards.updateEdition': async ({ db, now, note }, { id, set }) => {
    const before = await openEdition(db, id);
    const after = { ...before, ...given(set) };
    await assertFreeName(db, after.year, after.name, id);
    note({ name: after.name });
    return setEdition(db, id, given(set), now);
  },

  'awards.deleteEditions': async ({ db, note }, { ids }) => {
    const editions = await db.selectFrom('awardEditions').select('name').where(isOneOf('id', ids)).execute();
    const nominees = await db
      .selectFrom('nominees')
      .innerJoin('awardCategories', 'awardCategories.id', 'nominees.categoryId')
      .select('nominees.id')
      .where(isOneOf('awardCategories.editionId', ids))
      .execute();
    await dropNomineeFiles(
      db,
      nominees.map((nominee) => nominee.id),
    );
    await db.deleteFrom('attachments').where('ownerKind', '=', 'edition').where(isOneOf('ownerId', ids)).execute();
    await db.deleteFrom('awardEditions').where(isOneOf('id', ids)).execute();
    note({ count: editions.length, name: editions[0]?.name ?? '' });
    return { count: editions.length };
  },

  'awards.close': async ({ db, now, note }, { id }) => {
    const { name } = await openEdition(db, id);
    await setEdition(db, id, { status: 'closed', closedAt: now, snapshot: null }, now);
    // What was announced stays what it was, whatever is renamed, moved or deleted later.
    const results = await editionResults(db, id, { fresh: true });
    note({ name });
    return setEdition(db, id, { snapshot: JSON.stringify(results) }, now);
  },

  'awards.reopen': async ({ db, now, note }, { id }) => {
    const { name } = found(
      await db.selectFrom('awardEditions').select('name').where('id', '=', id).executeTakeFirst(),
      'awardEditions',
      id,
    );
    note({ name });
    return setEdition(db, id, { status: 'scoring', closedAt: null, snapshot: null }, now);
  },
};
