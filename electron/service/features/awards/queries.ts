/** The whole of an edition, or of one category with its score grid, read at once: both are small. */
import type {
  Category,
  CategoryDetail,
  Completion,
  EditionDetail,
  Juror,
  Recusal,
  Score,
} from '#shared/awards/contract.ts';
import type { ReadDb, Row } from '../../database/tables.ts';
import { notesOf } from '../../domain/awards/ballots.ts';
import { nomineeFacts } from '../../domain/awards/results.ts';
import { found, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { editionOf, jurorOf, nomineeOf } from './rows.ts';

async function categoriesOf(db: ReadDb, rows: Row<'awardCategories'>[]): Promise<CategoryDetail[]> {
  const categories: Category[] = rows.map(withoutStored);
  const ids = categories.map((category) => category.id);
  const criteria = (
    await db
      .selectFrom('awardCriteria')
      .selectAll()
      .where(isOneOf('categoryId', ids))
      .orderBy('position')
      .orderBy('seq')
      .execute()
  ).map(withoutStored);
  const nominees = (await nomineeFacts(db, ids)).map(nomineeOf);
  return categories.map((category) => ({
    ...category,
    criteria: criteria.filter((criterion) => criterion.categoryId === category.id),
    nominees: nominees.filter((nominee) => nominee.categoryId === category.id),
  }));
}

async function jurorsOf(db: ReadDb, editionId: string): Promise<Juror[]> {
  return (
    await db
      .selectFrom('jurors')
      .selectAll()
      .where('editionId', '=', editionId)
      .orderBy('position')
      .orderBy('seq')
      .execute()
  ).map(jurorOf);
}

async function ballotsOf(db: ReadDb, categories: CategoryDetail[]): Promise<{ recusals: Recusal[]; scores: Score[] }> {
  const nomineeIds = categories.flatMap((category) => category.nominees.map((nominee) => nominee.id));
  const recusals = (
    await db.selectFrom('recusals').selectAll().where(isOneOf('nomineeId', nomineeIds)).orderBy('seq').execute()
  ).map(withoutStored);
  const scores = await db
    .selectFrom('scores')
    .select(['jurorId', 'nomineeId', 'criterionId', 'value', 'comment'])
    .where(isOneOf('nomineeId', nomineeIds))
    .execute();
  return { recusals, scores };
}

export async function editionDetail(db: ReadDb, id: string): Promise<EditionDetail> {
  const edition = found(
    await db.selectFrom('awardEditions').selectAll().where('id', '=', id).executeTakeFirst(),
    'awardEditions',
    id,
  );
  const categories = await categoriesOf(
    db,
    await db
      .selectFrom('awardCategories')
      .selectAll()
      .where('editionId', '=', id)
      .orderBy('position')
      .orderBy('seq')
      .execute(),
  );
  const jurors = await jurorsOf(db, id);
  const { recusals, scores } = await ballotsOf(db, categories);
  const completion = categories.flatMap((category): Completion[] => {
    const mine = new Set(category.nominees.map((nominee) => nominee.id));
    const noted = notesOf({
      criteria: category.criteria,
      nominees: category.nominees,
      jurors,
      recusals,
      scores: scores.filter((score) => mine.has(score.nomineeId)),
    });
    return jurors.map((juror) => {
      const notes = noted.flatMap((nominee) => nominee.notes.filter((one) => one.jurorId === juror.id));
      return {
        jurorId: juror.id,
        categoryId: category.id,
        complete: notes.filter((one) => one.note !== null).length,
        expected: notes.filter((one) => !one.recused).length,
      };
    });
  });
  return { edition: editionOf(edition), categories, jurors, recusals, completion };
}

export async function categoryGrid(
  db: ReadDb,
  categoryId: string,
): Promise<{ category: CategoryDetail; jurors: Juror[]; recusals: Recusal[]; scores: Score[] }> {
  const row = found(
    await db.selectFrom('awardCategories').selectAll().where('id', '=', categoryId).executeTakeFirst(),
    'awardCategories',
    categoryId,
  );
  const [category] = await categoriesOf(db, [row]);
  const detail = found(category, 'awardCategories', categoryId);
  return { category: detail, jurors: await jurorsOf(db, row.editionId), ...(await ballotsOf(db, [detail])) };
}
