/** The list of sites of a campaign, or of a scope being typed, with its count and sums: what is always shown. */
import { sql, type SqlBool } from 'kysely';
import type { CheckedInputOf, OutputOf } from '#shared/contract.ts';
import { campaignScopeSchema } from '#shared/campaigns/contract.ts';
import { matchesWords } from '../../database/dialect.ts';
import type { ReadDb } from '../../database/tables.ts';
import { activeOfSite } from '../../domain/people/standing.ts';
import { scopeCondition } from '../../domain/campaigns/scope.ts';
import { campaignOf } from '../../domain/campaigns/stored.ts';
import { found } from '../../records/records.ts';
import { refusedField } from '../../records/refusals.ts';

type Input = CheckedInputOf<'campaigns.scopePreview'>;
type Output = OutputOf<'campaigns.scopePreview'>;

interface Sums {
  sites: number;
  headcount: number;
  sitesWithoutHeadcount: number;
  activePeople: number;
  sitesWithoutPeople: number;
  missing: number;
  leaving: number;
}

/** Throws `invalid_input` when there is neither a campaign nor a period to look at. */
export async function scopePreview(db: ReadDb, input: Input): Promise<Output> {
  const campaign =
    input.id === undefined
      ? null
      : campaignOf(
          found(
            await db.selectFrom('campaigns').selectAll().where('id', '=', input.id).executeTakeFirst(),
            'campaigns',
            input.id,
          ),
        );
  const startDate = input.startDate ?? campaign?.startDate;
  const endDate = input.endDate ?? campaign?.endDate;
  if (startDate === undefined || endDate === undefined) throw refusedField('startDate', 'required');
  const scope = input.scope ?? campaign?.scope ?? campaignScopeSchema.parse({});
  const inScope = scopeCondition(scope, { startDate, endDate });
  const settled = campaign !== null && campaign.frozenAt !== null && input.scope === undefined;
  const answered = sql`(select adoptions.status from adoptions where adoptions."campaignId" = ${campaign?.id ?? ''} and adoptions."siteId" = sites.id)`;
  // An answer keeps its site on the list; an invitation whose site fell out of the scope would go.
  const place = settled
    ? sql<
        'in' | 'missing' | 'leaving'
      >`case when ${answered} is null then 'missing' when ${answered} = 'invited' and not ${inScope} then 'leaving' else 'in' end`
    : sql<'in' | 'missing' | 'leaving'>`'in'`;
  const listed = settled ? sql<SqlBool>`(${inScope} or ${answered} is not null)` : inScope;
  const isListed = sql`place <> 'missing'`;
  const all = sql`(select sites.id, sites.kind, sites."territoryId", sites.headcount, ${activeOfSite} as active, ${place} as place from sites where ${listed})`;
  const sums = (
    await sql<Sums>`select count(*) filter (where ${isListed}) as sites, coalesce(sum(headcount) filter (where ${isListed}), 0) as headcount,
      count(*) filter (where ${isListed} and headcount is null) as "sitesWithoutHeadcount", coalesce(sum(active) filter (where ${isListed}), 0) as "activePeople",
      count(*) filter (where ${isListed} and active = 0) as "sitesWithoutPeople",
      count(*) filter (where place = 'missing') as missing, count(*) filter (where place = 'leaving') as leaving from ${all}`.execute(
      db,
    )
  ).rows[0];
  const territories = await sql<{
    id: string | null;
    name: string | null;
    sites: number;
  }>`select listed."territoryId" as id, territories.name, count(*) as sites
    from ${all} listed left join territories on territories.id = listed."territoryId" where ${isListed} group by listed."territoryId" order by sites desc, territories."searchKey"`.execute(
    db,
  );
  const kinds = await sql<{
    kind: string | null;
    sites: number;
  }>`select kind, count(*) as sites from ${all} where ${isListed} group by kind order by sites desc, kind`.execute(db);
  const search = input.search.trim() === '' ? sql<SqlBool>`1` : matchesWords('sites.searchKey', input.search);
  const direction = input.descending ? sql`desc` : sql`asc`;
  const rows = await sql<
    Output['rows'][number]
  >`select sites.id, sites.code, sites.name, sites.kind, sites.city, territories.name as "territoryName", sites.headcount, ${activeOfSite} as "activePeople", ${place} as place
    from sites left join territories on territories.id = sites."territoryId" where ${listed} and ${search}
    order by sites."searchKey" ${direction}, sites.seq ${direction} limit ${input.limit} offset ${input.offset}`.execute(
    db,
  );
  const total =
    (await sql<{ n: number }>`select count(*) as n from sites where ${listed} and ${search}`.execute(db)).rows[0]?.n ??
    0;
  const none: Sums = {
    sites: 0,
    headcount: 0,
    sitesWithoutHeadcount: 0,
    activePeople: 0,
    sitesWithoutPeople: 0,
    missing: 0,
    leaving: 0,
  };
  return { rows: rows.rows, total, settled, ...(sums ?? none), territories: territories.rows, kinds: kinds.rows };
}
