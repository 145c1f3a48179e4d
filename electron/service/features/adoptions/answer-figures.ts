/** Answers counted by territory, kind of site, campaign or site: the one count, for screens and reports. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { AdoptionStatus } from '#shared/campaigns/lists.ts';
import type { AdoptionFigure } from '#shared/adoptions/contract.ts';
import type { AnswerCounts } from '#shared/campaigns/contract.ts';
import type { Scope } from '#shared/base/common.ts';
import type { ReadDb } from '../../database/tables.ts';
import { adoptionConditions, joinAdoptionSite } from '../../domain/adoptions/filter.ts';
import { adoptionFilterSchema } from '#shared/adoptions/contract.ts';
import { all } from '../../records/paging.ts';
import { noAnswers } from '../../domain/campaigns/answers.ts';

export interface AnswersOf {
  campaignIds: string[];
  scope?: Scope | undefined;
}

export type Grouping = 'territory' | 'kind' | 'campaign' | 'site';

const keys: Record<Grouping, RawBuilder<unknown>> = {
  territory: sql`sites."territoryId"`,
  kind: sql`sites.kind`,
  campaign: sql`adoptions."campaignId"`,
  site: sql`adoptions."siteId"`,
};

export function answersWhere({ campaignIds, scope }: AnswersOf): RawBuilder<SqlBool> {
  return all(adoptionConditions(adoptionFilterSchema.parse({ campaignIds, scope }), ''));
}

/** Counts by key; what has no territory or kind is under null. */
async function countsBy(db: ReadDb, by: Grouping, of: AnswersOf): Promise<Map<string | null, AnswerCounts>> {
  const rows = await sql<{
    key: string | null;
    status: AdoptionStatus;
    n: number;
  }>`select ${keys[by]} as key, adoptions.status, count(*) as n
    from adoptions ${joinAdoptionSite} where ${answersWhere(of)} group by 1, 2`.execute(db);
  const counts = new Map<string | null, AnswerCounts>();
  for (const { key, status, n } of rows.rows) {
    const count = counts.get(key) ?? { ...noAnswers };
    counts.set(key, count);
    count[status] += n;
    count.sites += n;
  }
  return counts;
}

/** Adds counts up. */
export function addAnswers(into: AnswerCounts, more: AnswerCounts): void {
  for (const key of Object.keys(noAnswers) as (keyof AnswerCounts)[]) into[key] += more[key];
}

/** Territories in the order of the tree, those below counted in; then what has no territory. Territories without an answer below are left out. */
async function territoryFigures(db: ReadDb, own: Map<string | null, AnswerCounts>): Promise<AdoptionFigure[]> {
  const nodes = await db.selectFrom('territories').select(['id', 'name', 'parentId']).orderBy('searchKey').execute();
  const known = new Set(nodes.map((node) => node.id));
  const children = new Map<string | null, typeof nodes>();
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const rows: AdoptionFigure[] = [];
  const visit = (node: (typeof nodes)[number], depth: number): AdoptionFigure => {
    const row: AdoptionFigure = {
      id: node.id,
      name: node.name,
      parentId: depth === 0 ? null : node.parentId,
      depth,
      ...noAnswers,
      ...own.get(node.id),
    };
    rows.push(row);
    for (const child of children.get(node.id) ?? []) addAnswers(row, visit(child, depth + 1));
    return row;
  };
  for (const root of children.get(null) ?? []) visit(root, 0);
  const without = own.get(null);
  if (without !== undefined) rows.push({ id: null, name: null, parentId: null, depth: 0, ...without });
  return rows.filter((row) => row.sites > 0);
}

/** The figures of one grouping, and of the whole: groups of one level add up to it. */
export async function adoptionFigures(
  db: ReadDb,
  by: Grouping,
  of: AnswersOf,
): Promise<{ rows: AdoptionFigure[]; whole: AnswerCounts }> {
  const counts = await countsBy(db, by, of);
  const whole = { ...noAnswers };
  for (const count of counts.values()) addAnswers(whole, count);
  if (by === 'territory') return { rows: await territoryFigures(db, counts), whole };
  const names = new Map<string, string>();
  if (by === 'campaign')
    for (const row of await db
      .selectFrom('campaigns')
      .select(['id', 'title as name'])
      .orderBy('startDate')
      .orderBy('searchKey')
      .execute())
      names.set(row.id, row.name);
  if (by === 'site')
    for (const row of await db.selectFrom('sites').select(['id', 'name']).orderBy('searchKey').execute())
      names.set(row.id, row.name);
  if (by === 'kind')
    for (const kind of [...counts.keys()].flatMap((key) => key ?? []).sort((a, b) => a.localeCompare(b, 'fr')))
      names.set(kind, kind);
  const rows: AdoptionFigure[] = [...names].flatMap(([id, name]) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ id, name, parentId: null, depth: 0, ...count }];
  });
  const without = counts.get(null);
  return {
    rows: without === undefined ? rows : [...rows, { id: null, name: null, parentId: null, depth: 0, ...without }],
    whole,
  };
}
