/** Award categories and their weighted criteria. */
import { categoryColours } from '#shared/awards/colours.ts';
import type { awardsContract } from '#shared/awards/contract.ts';
import type { HandlersOf } from '../../context.ts';
import { found, given, newRecord, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import {
  dropNomineeFiles,
  moveTo,
  nextPosition,
  openCategory,
  openCriterion,
  openEdition,
  refusedField,
} from './guards.ts';

type Names =
  | 'awards.createCategory'
  | 'awards.updateCategory'
  | 'awards.deleteCategories'
  | 'awards.moveCategory'
  | 'awards.createCriterion'
  | 'awards.updateCriterion'
  | 'awards.deleteCriteria'
  | 'awards.moveCriterion';

export const categoryHandlers: Pick<HandlersOf<typeof awardsContract>, Names> = {
  'awards.createCategory': async ({ db, now, note }, { criteria, ...input }) => {
    await openEdition(db, input.editionId);
    const position = await nextPosition(db, 'awardCategories', 'editionId', input.editionId);
    // Deletions leave gaps: the colour is the first that no other category has taken.
    const taken = new Set(
      (await db.selectFrom('awardCategories').select('colour').where('editionId', '=', input.editionId).execute()).map(
        (row) => row.colour,
      ),
    );
    const colour =
      input.colour ??
      categoryColours.find((one) => !taken.has(one)) ??
      categoryColours[position % categoryColours.length] ??
      null;
    const row = await db
      .insertInto('awardCategories')
      .values({ ...newRecord(now), ...input, colour, position })
      .returningAll()
      .executeTakeFirstOrThrow();
    const made = [];
    for (const [place, criterion] of criteria.entries()) {
      made.push(
        withoutStored(
          await db
            .insertInto('awardCriteria')
            .values({ ...newRecord(now), ...criterion, categoryId: row.id, position: place })
            .returningAll()
            .executeTakeFirstOrThrow(),
        ),
      );
    }
    note({ name: row.name });
    return { ...withoutStored(row), criteria: made };
  },

  'awards.updateCategory': async ({ db, now, note }, { id, set }) => {
    const after = { ...(await openCategory(db, id)), ...given(set) };
    if (after.scaleMax <= after.scaleMin) throw refusedField('scaleMax', 'scale');
    if (set.scaleMin !== undefined || set.scaleMax !== undefined) {
      const outside = await db
        .selectFrom('scores')
        .innerJoin('nominees', 'nominees.id', 'scores.nomineeId')
        .select('scores.id')
        .where('nominees.categoryId', '=', id)
        .where((eb) => eb.or([eb('scores.value', '<', after.scaleMin), eb('scores.value', '>', after.scaleMax)]))
        .limit(1)
        .executeTakeFirst();
      if (outside !== undefined)
        throw refusedField(set.scaleMax === undefined ? 'scaleMin' : 'scaleMax', 'scores_outside');
    }
    if (after.subject !== 'either') {
      const other = await db
        .selectFrom('nominees')
        .select('id')
        .where('categoryId', '=', id)
        .where(after.subject === 'person' ? 'initiativeId' : 'personId', 'is not', null)
        .limit(1)
        .executeTakeFirst();
      if (other !== undefined) throw refusedField('subject', 'nominees_of_other_kind');
    }
    const row = await db
      .updateTable('awardCategories')
      .set({ ...given(set), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'awards.deleteCategories': async ({ db, note }, { ids }) => {
    const rows = await db
      .selectFrom('awardCategories')
      .select(['id', 'name', 'editionId'])
      .where(isOneOf('id', ids))
      .execute();
    for (const editionId of new Set(rows.map((row) => row.editionId))) await openEdition(db, editionId);
    const nominees = await db.selectFrom('nominees').select('id').where(isOneOf('categoryId', ids)).execute();
    await dropNomineeFiles(
      db,
      nominees.map((nominee) => nominee.id),
    );
    await db.deleteFrom('awardCategories').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.name ?? '' });
    return { count: rows.length };
  },

  'awards.moveCategory': async ({ db, now, note }, { id, to }) => {
    const { editionId, name } = await openCategory(db, id);
    note({ name });
    return { count: await moveTo(db, 'awardCategories', 'editionId', editionId, id, to, now) };
  },

  'awards.createCriterion': async ({ db, now, note }, input) => {
    await openCategory(db, input.categoryId);
    const position = await nextPosition(db, 'awardCriteria', 'categoryId', input.categoryId);
    const row = await db
      .insertInto('awardCriteria')
      .values({ ...newRecord(now), ...input, position })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'awards.updateCriterion': async ({ db, now, note }, { id, set }) => {
    await openCriterion(db, id);
    const row = found(
      await db
        .updateTable('awardCriteria')
        .set({ ...given(set), updatedAt: now })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst(),
      'awardCriteria',
      id,
    );
    note({ name: row.name });
    return withoutStored(row);
  },

  'awards.deleteCriteria': async ({ db, note }, { ids }) => {
    const rows = await db
      .selectFrom('awardCriteria')
      .select(['id', 'name', 'categoryId'])
      .where(isOneOf('id', ids))
      .execute();
    for (const categoryId of new Set(rows.map((row) => row.categoryId))) await openCategory(db, categoryId);
    await db.deleteFrom('awardCriteria').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.name ?? '' });
    return { count: rows.length };
  },

  'awards.moveCriterion': async ({ db, now, note }, { id, to }) => {
    const { categoryId, name } = await openCriterion(db, id);
    note({ name });
    return { count: await moveTo(db, 'awardCriteria', 'categoryId', categoryId, id, to, now) };
  },
};
