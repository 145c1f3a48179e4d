/** Jurors and their recusals. An edition has at most one chair. */
import { sql } from 'kysely';
import type { awardsContract } from '#shared/awards/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { WriteDb } from '../../database/tables.ts';
import { assertReference, found, given, newRecord, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { nextPosition, openCategory, openEdition, openJuror, openNominee } from './guards.ts';
import { jurorOf } from './rows.ts';
import { proposedRecusals } from './ties.ts';

type Names =
  | 'awards.addJuror'
  | 'awards.updateJuror'
  | 'awards.removeJurors'
  | 'awards.proposedRecusals'
  | 'awards.setRecusal'
  | 'awards.removeRecusal';

async function standDown(db: WriteDb, editionId: string, now: string): Promise<void> {
  await db
    .updateTable('jurors')
    .set({ isChair: 0, updatedAt: now })
    .where('editionId', '=', editionId)
    .where('isChair', '=', 1)
    .execute();
}

/** What a nominee is called, for the history. */
async function nomineeName(db: WriteDb, nomineeId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(n.title, i.title, trim(p."firstName" || ' ' || p."lastName"), '') as name
    from nominees n left join initiatives i on i.id = n."initiativeId" left join people p on p.id = n."personId"
    where n.id = ${nomineeId}`.execute(db);
  return rows[0]?.name ?? '';
}

export const jurorHandlers: Pick<HandlersOf<typeof awardsContract>, Names> = {
  'awards.addJuror': async ({ db, now, note }, { isChair, ...input }) => {
    await openEdition(db, input.editionId);
    await assertReference(db, 'people', input.personId, 'personId');
    if (isChair) await standDown(db, input.editionId, now);
    const position = await nextPosition(db, 'jurors', 'editionId', input.editionId);
    const row = await db
      .insertInto('jurors')
      .values({ ...newRecord(now), ...input, isChair: isChair ? 1 : 0, position })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return jurorOf(row);
  },

  'awards.updateJuror': async ({ db, now, note }, { id, set }) => {
    const before = await openJuror(db, id);
    await assertReference(db, 'people', set.personId, 'personId');
    const { isChair, ...rest } = given(set);
    if (isChair === true && before.isChair === 0) await standDown(db, before.editionId, now);
    const row = await db
      .updateTable('jurors')
      .set({ ...rest, ...(isChair === undefined ? {} : { isChair: isChair ? 1 : 0 }), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return jurorOf(row);
  },

  'awards.removeJurors': async ({ db, note }, { ids }) => {
    const rows = await db.selectFrom('jurors').select(['id', 'name', 'editionId']).where(isOneOf('id', ids)).execute();
    for (const editionId of new Set(rows.map((row) => row.editionId))) await openEdition(db, editionId);
    await db.deleteFrom('jurors').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.name ?? '' });
    return { count: rows.length };
  },

  'awards.proposedRecusals': async ({ db }, { editionId }) => ({ rows: await proposedRecusals(db, editionId) }),

  // Scores given before a recusal stay stored and count no more: lifting the recusal brings them back.
  'awards.setRecusal': async ({ db, now, note }, { jurorId, nomineeId, kind, reason }) => {
    const juror = await openJuror(db, jurorId);
    const nominee = await openNominee(db, nomineeId);
    const category = await openCategory(db, nominee.categoryId);
    if (category.editionId !== juror.editionId)
      throw new AppError('unknown_reference', { field: 'nomineeId', id: nomineeId });
    const before = await db
      .selectFrom('recusals')
      .select('id')
      .where('jurorId', '=', jurorId)
      .where('nomineeId', '=', nomineeId)
      .executeTakeFirst();
    const row =
      before === undefined
        ? await db
            .insertInto('recusals')
            .values({ ...newRecord(now), jurorId, nomineeId, kind, reason })
            .returningAll()
            .executeTakeFirstOrThrow()
        : await db
            .updateTable('recusals')
            .set({ kind, reason, updatedAt: now })
            .where('id', '=', before.id)
            .returningAll()
            .executeTakeFirstOrThrow();
    note({ name: juror.name, nominee: await nomineeName(db, nomineeId) });
    return withoutStored(row);
  },

  'awards.removeRecusal': async ({ db, note }, { id }) => {
    const row = found(
      await db.selectFrom('recusals').selectAll().where('id', '=', id).executeTakeFirst(),
      'recusals',
      id,
    );
    const juror = await openJuror(db, row.jurorId);
    await db.deleteFrom('recusals').where('id', '=', id).execute();
    note({ name: juror.name, nominee: await nomineeName(db, row.nomineeId) });
    return { count: 1 };
  },
};
