/** The report of the solicitation load: one row a site and week in which something is asked, from the heat map's own figures. */
import { sql } from 'kysely';
import { siteFilterSchema } from '#shared/sites/contract.ts';
import { addDays } from '#shared/base/days.ts';
import { mondayOf, weekIndex, weekKey } from '#shared/base/weeks.ts';
import { siteConditions } from '../../domain/sites/filter.ts';
import { networkLoad } from '../../domain/load/network.ts';
import { all } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';
import { columnsFor, count, date, text } from '../../engines/reporting/columns.ts';
import type { Report } from '../../engines/reporting/types.ts';

const specs = [
  text('siteCode'),
  text('siteName'),
  text('siteKind'),
  text('territory'),
  text('territoryCode'),
  text('week'),
  date('weekStart'),
  count('load'),
  count('threshold'),
  { id: 'isOver', type: 'flag' as const },
];

/** The longest stretch: ten years of weeks. */
const mostWeeks = 520;

export const loadReport: Report = {
  id: 'load',
  obeys: ['territories', 'siteKinds', 'siteStatuses', 'period'],
  table: async ({ db, raw, lang, filter }) => {
    const edges = raw
      .prepare(
        `select min(s) as first, max(e) as last from (select min(startDate) as s, max(endDate) as e from campaigns union all select min(startDate), max(endDate) from campaignPhases union all select min(coalesce(startDate, dueDate)), max(dueDate) from campaignTasks)`,
      )
      .get() as { first: string | null; last: string | null };
    const columns = columnsFor(lang, 'load', specs);
    const [first, last] = [filter.from ?? edges.first, filter.to ?? edges.last];
    if (first === null || last === null || last < first) return { columns, total: 0, keys: [], read: async () => [] };
    const weeks = Math.min(mostWeeks, weekIndex(last) - weekIndex(first) + 1);
    const { matrix, table, threshold } = networkLoad(raw, { from: first, weeks, drafts: true });
    const where = all(
      siteConditions(
        siteFilterSchema.parse({
          scope: { territoryIds: filter.territories, siteKinds: filter.siteKinds },
          statuses: filter.siteStatuses,
        }),
        '',
      ),
    );
    const places = (await sql<{ id: string }>`select id from sites where ${where}`.execute(db)).rows
      .flatMap((row) => table.indexOf.get(row.id) ?? [])
      .sort((a, b) => a - b);
    const keys: number[] = [];
    for (const place of places)
      for (let week = 0; week < weeks; week += 1)
        if ((matrix.cells[place * weeks + week] ?? 0) > 0) keys.push(place * weeks + week);
    return {
      columns,
      total: keys.length,
      keys,
      read: async (some) => {
        const ids = [...new Set(some.map((key) => table.sites[Math.floor(Number(key) / weeks)]?.id ?? ''))];
        const rows = await db
          .selectFrom('sites')
          .leftJoin('territories', 'territories.id', 'sites.territoryId')
          .select([
            'sites.id',
            'sites.code',
            'sites.name',
            'sites.kind',
            'territories.name as territory',
            'territories.code as territoryCode',
          ])
          .where(isOneOf('sites.id', ids))
          .execute();
        const sites = new Map(rows.map((row) => [row.id, row]));
        return some.flatMap((key) => {
          const site = sites.get(table.sites[Math.floor(Number(key) / weeks)]?.id ?? '');
          const monday = addDays(mondayOf(first), (Number(key) % weeks) * 7);
          const load = matrix.cells[Number(key)] ?? 0;
          return site === undefined
            ? []
            : [
                [
                  site.code,
                  site.name,
                  site.kind,
                  site.territory,
                  site.territoryCode,
                  weekKey(monday),
                  monday,
                  load,
                  threshold,
                  load > threshold,
                ],
              ];
        });
      },
    };
  },
};
