/** What the network amounts to within a scope: the home screen's figures and how each came to be over twelve months. */
import { sql, type SqlBool } from 'kysely';
import type { Scope } from '#shared/base/common.ts';
import type { Overview } from '#shared/workspace/contract.ts';
import { monthsUntil } from '#shared/base/periods.ts';
import type { ReadDb } from '../../database/tables.ts';
import { activeOfSite, isActive, isActiveIn, isKnownIn } from '../../domain/people/standing.ts';
import { isOpenIn } from '../../domain/sites/standing.ts';
import { coverageRatio, targetSql } from '../../domain/network/coverage.ts';
import { all, type Condition } from '../../records/paging.ts';
import { initiativePeriod, personPeriod, scopeConditions, scopeNeedsSite, sitePeriod } from '../../records/scope.ts';

interface Month {
  month: string | null;
  n: number;
}

/** How many there were at the end of each month, from those that came and went in each; those of an unknown day were always there. */
function running(came: Month[], gone: Month[], months: string[]): number[] {
  const upTo = (rows: Month[], month: string): number =>
    rows.reduce((sum, row) => sum + (row.month === null || row.month <= month ? row.n : 0), 0);
  const left = gone.filter((row) => row.month !== null);
  return months.map((month) => upTo(came, month) - upTo(left, month));
}

export async function overviewOf(db: ReadDb, scope: Scope | undefined, today: string): Promise<Overview> {
  const target = sql.raw<number>(targetSql('headcount', await coverageRatio(db)));
  const joined = scopeNeedsSite(scope);
  const place = scopeConditions(scope);
  const joinSites = (column: 'people.siteId' | 'initiatives.siteId') =>
    joined ? sql`left join sites on sites.id = ${sql.ref(column)}` : sql``;
  const siteScope = [...place, ...sitePeriod(scope)];
  const open = isOpenIn(scope);
  const known = isKnownIn(scope);
  const active = isActiveIn(scope);
  const personScope = [...place, ...personPeriod(scope)];
  const initiativeScope = [...place, ...initiativePeriod(scope)];

  const months = monthsUntil(scope?.to != null && scope.to < today ? scope.to : today, 12);
  const byMonth = async (
    table: 'sites' | 'people' | 'initiatives',
    column: string,
    conditions: Condition[],
  ): Promise<Month[]> => {
    const joins = table === 'sites' ? sql`` : joinSites(`${table}.siteId`);
    const month = sql`substr(${sql.ref(column)}, 1, 7)`;
    return (
      await sql<Month>`select ${month} as month, count(*) as n from ${sql.table(table)} ${joins} where ${all(conditions)} group by 1`.execute(
        db,
      )
    ).rows;
  };

  const sites = await db
    .selectFrom('sites')
    .select([
      sql<number>`count(*)`.as('sites'),
      sql<number>`coalesce(sum(${open}), 0)`.as('open'),
      sql<number>`coalesce(sum(lat is null), 0)`.as('unplaced'),
      sql<number>`coalesce(sum(headcount), 0)`.as('headcount'),
      sql<number>`coalesce(sum(headcount is null), 0)`.as('uncounted'),
      sql<number>`coalesce(sum(case when ${open} then ${target} end), 0)`.as('target'),
      sql<number>`coalesce(sum(${open} and ${activeOfSite} > 0), 0)`.as('covered'),
    ])
    .where(all(siteScope))
    .executeTakeFirstOrThrow();
  const people = (
    await sql<{
      people: number;
      active: number;
    }>`select coalesce(sum(${known}), 0) as people, coalesce(sum(${active}), 0) as active
    from people ${joinSites('people.siteId')} where ${all(personScope)}`.execute(db)
  ).rows[0];
  // Coverage is what it is today: a period says which sites count, never who was active when.
  const onOpenSites = await db
    .selectFrom('people')
    .innerJoin('sites', 'sites.id', 'people.siteId')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(isActive)
    .where(open)
    .where(all(siteScope))
    .executeTakeFirstOrThrow();
  const initiatives = (
    await sql<{
      n: number;
    }>`select count(*) as n from initiatives ${joinSites('initiatives.siteId')} where ${all(initiativeScope)}`.execute(
      db,
    )
  ).rows[0];
  const count = async (table: 'territories' | 'awardEditions'): Promise<number> =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;

  const present: Condition[] = [...place, sql<SqlBool>`people.stage <> 'alumni' or people."leftOn" is not null`].map(
    (condition) => sql<SqlBool>`(${condition})`,
  );
  const started = new Map(
    (
      await byMonth('initiatives', 'initiatives.startDate', [
        ...place,
        sql<SqlBool>`initiatives."startDate" >= ${`${months[0] ?? ''}-01`}`,
      ])
    ).map((row) => [row.month, row.n]),
  );
  return {
    territories: await count('territories'),
    sites: sites.sites,
    sitesWithoutPlace: sites.unplaced,
    headcount: sites.headcount,
    sitesWithoutHeadcount: sites.uncounted,
    people: people?.people ?? 0,
    activePeople: people?.active ?? 0,
    initiatives: initiatives?.n ?? 0,
    editions: await count('awardEditions'),
    coverage: { active: onOpenSites.n, target: sites.target, sitesCovered: sites.covered, sitesOpen: sites.open },
    trends: {
      months,
      sites: running(
        await byMonth('sites', 'sites.openedOn', place),
        await byMonth('sites', 'sites.closedOn', place),
        months,
      ),
      people: running(
        await byMonth('people', 'people.joinedOn', present),
        await byMonth('people', 'people.leftOn', present),
        months,
      ),
      initiatives: months.map((month) => started.get(month) ?? 0),
    },
  };
}
