/** What sites answered, one by one and many at once, and who was reminded. */
import { sql } from 'kysely';
import type { Adoption, adoptionsContract } from '#shared/adoptions/contract.ts';
import type { HandlersOf } from '../../context.ts';
import { adoptionConditions, joinAdoptionSite } from '../../domain/adoptions/filter.ts';
import { inOrder, pageOfIds, all } from '../../records/paging.ts';
import { assertReference, found, given, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { assertAnswer, answerChange } from '../../domain/adoptions/answering.ts';
import { figureHandlers } from './figures.ts';
import { formHandlers } from './forms.ts';
import { adoptionRows, adoptionSortColumns } from './queries.ts';
import { reminder } from './reminder.ts';

export const adoptionsHandlers: HandlersOf<typeof adoptionsContract> = {
  ...figureHandlers,
  ...formHandlers,

  'adoptions.list': async ({ db }, { offset, limit, search, sort, descending, filter }) => {
    const { ids, total } = await pageOfIds(db, {
      table: 'adoptions',
      conditions: adoptionConditions(filter, search),
      joins: joinAdoptionSite,
      countJoins: joinAdoptionSite,
      orderBy: adoptionSortColumns[sort],
      descending,
      offset,
      limit,
    });
    return { rows: inOrder(ids, await adoptionRows(db, ids)), total };
  },

  'adoptions.ids': async ({ db }, { search, filter }) => {
    const rows = await sql<{
      id: string;
    }>`select adoptions.id from adoptions ${joinAdoptionSite} where ${all(adoptionConditions(filter, search))}`.execute(
      db,
    );
    return { ids: rows.rows.map((row) => row.id) };
  },

  'adoptions.get': async ({ db }, { id }) => found((await adoptionRows(db, [id]))[0], 'adoptions', id),

  'adoptions.answer': async ({ db, now, today, note }, { id, set }) => {
    const before: Adoption = found(
      await db.selectFrom('adoptions').selectAll().where('id', '=', id).executeTakeFirst(),
      'adoptions',
      id,
    );
    await assertReference(db, 'initiatives', set.initiativeId, 'initiativeId');
    const change = answerChange(before, given(set), today);
    assertAnswer({ ...before, ...change });
    const row = await db
      .updateTable('adoptions')
      .set({ ...change, source: change.status === undefined ? before.source : 'app', updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const site = await db.selectFrom('sites').select('name').where('id', '=', row.siteId).executeTakeFirst();
    note({ name: site?.name ?? '', status: row.status });
    return withoutStored(row);
  },

  'adoptions.answerMany': async ({ db, now, today, note }, { ids, set }) => {
    const rows = await db.selectFrom('adoptions').selectAll().where(isOneOf('id', ids)).execute();
    // The whole of it or nothing: one site that may not answer so is named by the refusal.
    for (const row of rows) assertAnswer({ ...row, ...answerChange(row, given(set), today) });
    const change = answerChange(null, given(set), today);
    const { numUpdatedRows } = await db
      .updateTable('adoptions')
      .set({ ...change, source: 'app', updatedAt: now })
      .where(isOneOf('id', ids))
      .executeTakeFirstOrThrow();
    note({ count: Number(numUpdatedRows), status: set.status });
    return { count: Number(numUpdatedRows) };
  },

  'adoptions.reminder': reminder,

  'adoptions.remind': async ({ db, now, today, note }, { ids, on }) => {
    const { numUpdatedRows } = await db
      .updateTable('adoptions')
      .set((eb) => ({ remindedOn: on ?? today, reminders: eb('reminders', '+', 1), updatedAt: now }))
      .where('status', '=', 'invited')
      .where(isOneOf('id', ids))
      .executeTakeFirstOrThrow();
    note({ count: Number(numUpdatedRows) });
    return { count: Number(numUpdatedRows) };
  },
};
