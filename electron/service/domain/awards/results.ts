/** Reads an award edition and works out its results; a closed edition answers what was recorded when it was closed. */
import { sql } from 'kysely';
import {
  editionResultsSchema,
  type CategoryResult,
  type EditionResults,
  type RankedNominee,
} from '#shared/awards/results.ts';
import type { AnyDb, ReadDb, Row } from '../../database/tables.ts';
import { found } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import { normalisedWeights } from './ballots.ts';
import { kendallW, robustnessOf } from './firmness.ts';
import { rankCategory, type RankingInput } from './ranking.ts';

type NomineeFacts = Pick<
  RankedNominee,
  | 'nomineeId'
  | 'code'
  | 'kind'
  | 'initiativeId'
  | 'personId'
  | 'title'
  | 'siteName'
  | 'territoryName'
  | 'pictureId'
  | 'story'
  | 'citation'
> & {
  categoryId: string;
  position: number;
  ownTitle: string | null;
  /** The initiative's title or the person's name, whatever the nominee is called here. */
  subjectName: string;
};

/** Nominees of the given categories in order, with the names, places and pictures of what they stand for. */
export async function nomineeFacts(db: AnyDb, categoryIds: string[]): Promise<NomineeFacts[]> {
  const rows = await (db as ReadDb)
    .selectFrom('nominees')
    .leftJoin('initiatives', 'initiatives.id', 'nominees.initiativeId')
    .leftJoin('people', 'people.id', 'nominees.personId')
    .leftJoin('sites', (join) => join.on(sql<boolean>`sites.id = coalesce(initiatives."siteId", people."siteId")`))
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .select([
      'nominees.id as nomineeId',
      'nominees.categoryId',
      'nominees.code',
      'nominees.initiativeId',
      'nominees.personId',
      'nominees.title as ownTitle',
      'nominees.story',
      'nominees.citation',
      'nominees.position',
    ])
    .select(['sites.name as siteName', 'territories.name as territoryName'])
    .select([
      sql<string>`coalesce(initiatives.title, trim(people."firstName" || ' ' || people."lastName"))`.as('subjectName'),
      sql<string | null>`coalesce(
        (select id from attachments where "ownerKind" = 'nominee' and "ownerId" = nominees.id and "thumbnailHash" is not null order by role = 'file', position limit 1),
        (select id from attachments where "ownerKind" = 'initiative' and "ownerId" = nominees."initiativeId" and role = 'cover' order by position limit 1),
        (select id from attachments where "ownerKind" = 'person' and "ownerId" = nominees."personId" and role = 'portrait' order by position limit 1))`.as(
        'pictureId',
      ),
    ])
    .where(isOneOf('nominees.categoryId', categoryIds))
    .orderBy('nominees.position')
    .orderBy('nominees.seq')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.initiativeId === null ? ('person' as const) : ('initiative' as const),
    title: row.ownTitle ?? row.subjectName,
  }));
}

interface EditionRows {
  edition: Row<'awardEditions'>;
  categories: Row<'awardCategories'>[];
  criteria: Row<'awardCriteria'>[];
  jurors: Row<'jurors'>[];
  recusals: Row<'recusals'>[];
  scores: Row<'scores'>[];
  decisions: Row<'awardDecisions'>[];
  nominees: NomineeFacts[];
}

async function readEdition(from: AnyDb, edition: Row<'awardEditions'>): Promise<EditionRows> {
  const db = from as ReadDb;
  const categories = await db
    .selectFrom('awardCategories')
    .selectAll()
    .where('editionId', '=', edition.id)
    .orderBy('position')
    .orderBy('seq')
    .execute();
  const ids = categories.map((category) => category.id);
  const criteria = await db
    .selectFrom('awardCriteria')
    .selectAll()
    .where(isOneOf('categoryId', ids))
    .orderBy('position')
    .orderBy('seq')
    .execute();
  const jurors = await db
    .selectFrom('jurors')
    .selectAll()
    .where('editionId', '=', edition.id)
    .orderBy('position')
    .orderBy('seq')
    .execute();
  const nominees = await nomineeFacts(db, ids);
  const nomineeIds = nominees.map((nominee) => nominee.nomineeId);
  const recusals = await db.selectFrom('recusals').selectAll().where(isOneOf('nomineeId', nomineeIds)).execute();
  const scores = await db.selectFrom('scores').selectAll().where(isOneOf('nomineeId', nomineeIds)).execute();
  const decisions = await db
    .selectFrom('awardDecisions')
    .selectAll()
    .where(isOneOf('categoryId', ids))
    .orderBy('rank')
    .orderBy('seq')
    .execute();
  return { edition, categories, criteria, jurors, recusals, scores, decisions, nominees };
}

function rankingInput(rows: EditionRows, category: Row<'awardCategories'>): RankingInput {
  const nominees = rows.nominees
    .filter((nominee) => nominee.categoryId === category.id)
    .map((nominee) => ({ id: nominee.nomineeId }));
  const mine = new Set(nominees.map((nominee) => nominee.id));
  return {
    method: rows.edition.method,
    quorum: rows.edition.quorum,
    winnersCount: category.winnersCount,
    criteria: rows.criteria.filter((criterion) => criterion.categoryId === category.id),
    nominees,
    jurors: rows.jurors,
    recusals: rows.recusals.filter((one) => mine.has(one.nomineeId)),
    scores: rows.scores.filter((one) => mine.has(one.nomineeId)),
    decisions: rows.decisions
      .filter((one) => one.categoryId === category.id)
      .map(({ id, kind, nomineeId, rank, reason }) => ({ id, kind, nomineeId, rank, reason })),
  };
}

function categoryResult(rows: EditionRows, category: Row<'awardCategories'>): CategoryResult {
  const input = rankingInput(rows, category);
  const ranking = rankCategory(input);
  const criteria = rows.criteria.filter((criterion) => criterion.categoryId === category.id);
  const weights = normalisedWeights(criteria);
  const facts = new Map(rows.nominees.map((nominee) => [nominee.nomineeId, nominee]));
  return {
    id: category.id,
    name: category.name,
    description: category.description,
    colour: category.colour,
    subject: category.subject,
    scaleMin: category.scaleMin,
    scaleMax: category.scaleMax,
    winnersCount: category.winnersCount,
    criteria: criteria.map(({ id, name, description }, index) => ({
      id,
      name,
      description,
      weight: weights[index] ?? 0,
    })),
    nominees: ranking.nominees.flatMap((figures) => {
      const fact = facts.get(figures.nomineeId);
      if (fact === undefined) return [];
      const { categoryId: _category, position: _position, ownTitle: _title, subjectName: _name, ...shown } = fact;
      return [{ ...shown, ...figures }];
    }),
    winnerIds: ranking.winnerIds,
    pendingIds: ranking.pendingIds,
    decisions: ranking.decisions,
    agreement: kendallW(
      input,
      ranking.nominees.filter((one) => one.rank !== null).map((one) => one.nomineeId),
    ),
    robustness: robustnessOf(input),
  };
}

/**
 * The results of an edition, categories and nominees in order.
 *
 * `fresh` works them out anew even when the edition is closed. Throws `not_found` for an unknown edition.
 */
export async function editionResults(
  db: AnyDb,
  editionId: string,
  options: { fresh?: boolean } = {},
): Promise<EditionResults> {
  const edition = found(
    await (db as ReadDb).selectFrom('awardEditions').selectAll().where('id', '=', editionId).executeTakeFirst(),
    'awardEditions',
    editionId,
  );
  if (edition.status === 'closed' && edition.snapshot !== null && options.fresh !== true)
    return editionResultsSchema.parse(JSON.parse(edition.snapshot));
  const rows = await readEdition(db, edition);
  const { id, year, name, status, heldOn, place, method, quorum, closedAt } = edition;
  return {
    edition: { id, year, name, status, heldOn, place, method, quorum, closedAt },
    jurors: rows.jurors.map((juror) => ({
      id: juror.id,
      name: juror.name,
      role: juror.role,
      isChair: juror.isChair === 1,
    })),
    categories: rows.categories.map((category) => categoryResult(rows, category)),
  };
}
