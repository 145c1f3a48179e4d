/** The score grid, and what the chair adds to the computed ranking. */
import type { awardsContract } from '#shared/awards/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import type { Row, WriteDb } from '../../database/tables.ts';
import { editionResults } from '../../domain/awards/results.ts';
import { found, newRecord } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { openCategory, openEdition, openNominee, refusedField } from './guards.ts';
import { categoryGrid } from './queries.ts';

type Names = 'awards.grid' | 'awards.setScores' | 'awards.decide' | 'awards.undecide';

async function byId<T extends 'jurors' | 'nominees' | 'awardCriteria' | 'awardCategories'>(
  db: WriteDb,
  table: T,
  ids: string[],
): Promise<Map<string, Row<T>>> {
  const rows = (await db
    .selectFrom(table as 'jurors')
    .selectAll()
    .where(isOneOf('id', [...new Set(ids)]))
    .execute()) as unknown as Row<T>[];
  return new Map(rows.map((row) => [(row as { id: string }).id, row]));
}

/** The record of that id, or a refusal that names the field. */
function referred<T>(rows: Map<string, T>, id: string, field: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new AppError('unknown_reference', { field, id });
  return row;
}

export const scoreHandlers: Pick<HandlersOf<typeof awardsContract>, Names> = {
  'awards.grid': ({ db }, { categoryId }) => categoryGrid(db, categoryId),

  'awards.setScores': async ({ db, now, note }, { scores }) => {
    const jurors = await byId(
      db,
      'jurors',
      scores.map((score) => score.jurorId),
    );
    const nominees = await byId(
      db,
      'nominees',
      scores.map((score) => score.nomineeId),
    );
    const criteria = await byId(
      db,
      'awardCriteria',
      scores.map((score) => score.criterionId),
    );
    const categories = await byId(
      db,
      'awardCategories',
      [...nominees.values()].map((nominee) => nominee.categoryId),
    );
    const nomineeIds = [...nominees.keys()];
    const recused = new Set(
      (
        await db
          .selectFrom('recusals')
          .select(['jurorId', 'nomineeId'])
          .where(isOneOf('nomineeId', nomineeIds))
          .execute()
      ).map((row) => `${row.jurorId} ${row.nomineeId}`),
    );
    const stored = new Map(
      (await db.selectFrom('scores').selectAll().where(isOneOf('nomineeId', nomineeIds)).execute()).map((row) => [
        `${row.jurorId} ${row.nomineeId} ${row.criterionId}`,
        row,
      ]),
    );
    const drafts = new Map<string, Row<'awardEditions'>>();
    for (const editionId of new Set([...categories.values()].map((category) => category.editionId)))
      drafts.set(editionId, await openEdition(db, editionId));

    let count = 0;
    for (const [index, { jurorId, nomineeId, criterionId, value, comment }] of scores.entries()) {
      const juror = referred(jurors, jurorId, 'jurorId');
      const nominee = referred(nominees, nomineeId, 'nomineeId');
      const category = referred(categories, nominee.categoryId, 'nomineeId');
      if (referred(criteria, criterionId, 'criterionId').categoryId !== category.id)
        throw new AppError('unknown_reference', { field: 'criterionId', id: criterionId });
      if (juror.editionId !== category.editionId)
        throw new AppError('unknown_reference', { field: 'jurorId', id: jurorId });
      if (recused.has(`${jurorId} ${nomineeId}`))
        throw new AppError('juror_recused', { jurorId, nomineeId, name: juror.name });
      if (value !== null && (value < category.scaleMin || value > category.scaleMax))
        throw refusedField(`scores.${index}.value`, 'out_of_scale');
      const key = `${jurorId} ${nomineeId} ${criterionId}`;
      const before = stored.get(key);
      if (value === null) {
        if (before === undefined) continue;
        await db.deleteFrom('scores').where('id', '=', before.id).execute();
        stored.delete(key);
      } else if (before === undefined) {
        stored.set(
          key,
          await db
            .insertInto('scores')
            .values({ ...newRecord(now), jurorId, nomineeId, criterionId, value, comment: comment ?? null })
            .returningAll()
            .executeTakeFirstOrThrow(),
        );
      } else {
        const after = { value, comment: comment === undefined ? before.comment : comment };
        if (after.value === before.value && after.comment === before.comment) continue;
        stored.set(
          key,
          await db
            .updateTable('scores')
            .set({ ...after, updatedAt: now })
            .where('id', '=', before.id)
            .returningAll()
            .executeTakeFirstOrThrow(),
        );
      }
      count += 1;
    }
    // The first note opens the scoring.
    for (const edition of drafts.values())
      if (edition.status === 'draft' && count > 0)
        await db
          .updateTable('awardEditions')
          .set({ status: 'scoring', updatedAt: now })
          .where('id', '=', edition.id)
          .execute();
    note({ count, name: [...jurors.values()].map((juror) => juror.name).join(', ') });
    return { count };
  },

  'awards.decide': async ({ db, now, note }, { nomineeId, kind, rank: wanted, reason }) => {
    const nominee = await openNominee(db, nomineeId);
    const category = await openCategory(db, nominee.categoryId);
    const result = found(
      (await editionResults(db, category.editionId)).categories.find((one) => one.id === category.id),
      'awardCategories',
      category.id,
    );
    const ranked = found(
      result.nominees.find((one) => one.nomineeId === nomineeId),
      'nominees',
      nomineeId,
    );
    if (kind === 'tie_break' && (ranked.rank === null || ranked.tiedWith.length === 0))
      throw refusedField('nomineeId', 'not_tied');
    if (kind === 'override' && wanted > category.winnersCount) throw refusedField('rank', 'too_big');
    const rank = kind === 'tie_break' ? (ranked.rank ?? 1) : wanted;
    // One winner by override for one prize: the later decision takes the earlier one's place.
    await db
      .deleteFrom('awardDecisions')
      .where('categoryId', '=', category.id)
      .where('kind', '=', kind)
      .where((eb) =>
        kind === 'override'
          ? eb.or([eb('nomineeId', '=', nomineeId), eb('rank', '=', rank)])
          : eb('nomineeId', '=', nomineeId),
      )
      .execute();
    const record = newRecord(now);
    await db
      .insertInto('awardDecisions')
      .values({ ...record, categoryId: category.id, nomineeId, kind, rank, reason })
      .execute();
    note({ name: ranked.title, category: category.name, kind });
    return { id: record.id };
  },

  'awards.undecide': async ({ db, note }, { id }) => {
    const row = found(
      await db.selectFrom('awardDecisions').selectAll().where('id', '=', id).executeTakeFirst(),
      'awardDecisions',
      id,
    );
    const category = await openCategory(db, row.categoryId);
    await db.deleteFrom('awardDecisions').where('id', '=', id).execute();
    note({ name: category.name });
    return { count: 1 };
  },
};
