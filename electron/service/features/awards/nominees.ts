/** Nominees: initiatives or people put forward in a category, with the story told and the jury's words. */
import type { awardsContract } from '#shared/awards/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { WriteDb } from '../../database/tables.ts';
import { nomineeFacts } from '../../domain/awards/results.ts';
import { found, given, newRecord } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { dropNomineeFiles, moveTo, nextPosition, openCategory, openNominee, refusedField } from './guards.ts';
import { nomineeOf } from './rows.ts';

type Names = 'awards.addNominees' | 'awards.updateNominee' | 'awards.removeNominees' | 'awards.moveNominee';

async function assertAllExist(
  db: WriteDb,
  table: 'initiatives' | 'people',
  ids: string[],
  field: string,
): Promise<void> {
  const known = new Set(
    (await db.selectFrom(table).select('id').where(isOneOf('id', ids)).execute()).map((row) => row.id),
  );
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new AppError('unknown_reference', { field, id: unknown });
}

async function nameOf(db: WriteDb, id: string, categoryId: string): Promise<string> {
  return (await nomineeFacts(db, [categoryId])).find((nominee) => nominee.nomineeId === id)?.title ?? '';
}

export const nomineeHandlers: Pick<HandlersOf<typeof awardsContract>, Names> = {
  'awards.addNominees': async ({ db, now, note }, { categoryId, initiativeIds, personIds }) => {
    const category = await openCategory(db, categoryId);
    if (category.subject === 'initiative' && personIds.length > 0)
      throw refusedField('personIds', 'nominees_of_other_kind');
    if (category.subject === 'person' && initiativeIds.length > 0)
      throw refusedField('initiativeIds', 'nominees_of_other_kind');
    await assertAllExist(db, 'initiatives', initiativeIds, 'initiativeIds');
    await assertAllExist(db, 'people', personIds, 'personIds');
    const present = await db
      .selectFrom('nominees')
      .select(['initiativeId', 'personId'])
      .where('categoryId', '=', categoryId)
      .execute();
    const nominated = new Set(present.flatMap((row) => [row.initiativeId, row.personId]));
    let position = await nextPosition(db, 'nominees', 'categoryId', categoryId);
    const ids: string[] = [];
    const wanted: { initiativeId: string | null; personId: string | null }[] = [
      ...[...new Set(initiativeIds)].map((id) => ({ initiativeId: id, personId: null })),
      ...[...new Set(personIds)].map((id) => ({ initiativeId: null, personId: id })),
    ];
    for (const subject of wanted) {
      if (nominated.has(subject.initiativeId ?? subject.personId)) continue;
      const record = newRecord(now);
      await db
        .insertInto('nominees')
        .values({ ...record, ...subject, categoryId, code: null, title: null, story: null, citation: null, position })
        .execute();
      ids.push(record.id);
      position += 1;
    }
    note({ count: ids.length, name: category.name });
    return { count: ids.length, ids };
  },

  'awards.updateNominee': async ({ db, now, note }, { id, set }) => {
    const { categoryId } = await openNominee(db, id);
    await db
      .updateTable('nominees')
      .set({ ...given(set), updatedAt: now })
      .where('id', '=', id)
      .execute();
    const fact = found(
      (await nomineeFacts(db, [categoryId])).find((nominee) => nominee.nomineeId === id),
      'nominees',
      id,
    );
    note({ name: fact.title });
    return nomineeOf(fact);
  },

  'awards.removeNominees': async ({ db, note }, { ids }) => {
    const rows = await db.selectFrom('nominees').select(['id', 'categoryId']).where(isOneOf('id', ids)).execute();
    for (const categoryId of new Set(rows.map((row) => row.categoryId))) await openCategory(db, categoryId);
    const name = rows[0] === undefined ? '' : await nameOf(db, rows[0].id, rows[0].categoryId);
    await dropNomineeFiles(db, ids);
    await db.deleteFrom('nominees').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name });
    return { count: rows.length };
  },

  'awards.moveNominee': async ({ db, now, note }, { id, to }) => {
    const { categoryId } = await openNominee(db, id);
    note({ name: await nameOf(db, id, categoryId) });
    return { count: await moveTo(db, 'nominees', 'categoryId', categoryId, id, to, now) };
  },
};
