/** The report of coverage: the whole, then the tree of territories, each summed from its sites as on the map. */
import type { ReportCell } from '#shared/reports/contract.ts';
import { networkFilterSchema } from '#shared/network/contract.ts';
import { coverageShare, per100Employees, sumFigures, type Figures } from '#shared/network/coverage.ts';
import { coverageRatio } from '../../domain/network/coverage.ts';
import { readNetworkSites } from '../../domain/network/sites.ts';
import { coverageRows, readTerritories } from '../../domain/network/territories.ts';
import { columnsFor, count, date, text } from '../../engines/reporting/columns.ts';
import type { Report } from '../../engines/reporting/types.ts';
import { tableText } from '../../engines/reporting/words.ts';

const specs = [
  text('territory'),
  text('territoryCode'),
  text('parentCode'),
  { id: 'depth', type: 'integer' as const },
  count('sites'),
  count('sitesWithoutHeadcount'),
  count('sitesWithoutPlace'),
  count('headcount'),
  count('activePeople'),
  count('target'),
  { id: 'coverage', type: 'number' as const, decimals: 4 },
  count('sitesCovered'),
  count('sitesAtTarget'),
  count('initiatives'),
  { id: 'initiativesPer100', type: 'number' as const, decimals: 2 },
  date('lastActivity'),
  text('id'),
];

const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Number(value.toFixed(decimals));

function cells(figures: Figures): ReportCell[] {
  const headcount = figures.sites > 0 && figures.sitesWithoutHeadcount === figures.sites ? null : figures.headcount;
  return [
    figures.sites,
    figures.sitesWithoutHeadcount,
    figures.sitesWithoutPlace,
    headcount,
    figures.active,
    figures.target,
    rounded(coverageShare(figures), 4),
    figures.sitesCovered,
    figures.sitesAtTarget,
    figures.initiatives,
    rounded(per100Employees(figures.initiativesOfCounted, headcount), 2),
    figures.lastActivity,
  ];
}

export const coverageReport: Report = {
  id: 'coverage',
  obeys: ['territories', 'siteKinds', 'period', 'stages', 'profiles'],
  table: async ({ db, lang, today, filter }) => {
    const network = networkFilterSchema.parse({
      scope: { territoryIds: filter.territories, siteKinds: filter.siteKinds, from: filter.from, to: filter.to },
      stages: filter.stages,
      profiles: filter.profiles,
    });
    const sites = await readNetworkSites(db, network, await coverageRatio(db), today);
    const territories = coverageRows(await readTerritories(db), sites, network);
    const codes = new Map(territories.map((row) => [row.id, row.code]));
    const rows: ReportCell[][] = [
      [tableText(lang, 'coverageWhole'), null, null, null, ...cells(sumFigures(sites)), null],
      ...territories.map((row): ReportCell[] => [
        row.name,
        row.code,
        row.parentId === null ? null : (codes.get(row.parentId) ?? null),
        row.id === null ? null : row.depth,
        ...cells(row.figures),
        row.id,
      ]),
    ];
    return {
      columns: columnsFor(lang, 'coverage', specs),
      total: rows.length,
      keys: rows.map((_, at) => at),
      read: (keys) => Promise.resolve(keys.flatMap((key) => [rows[Number(key)] ?? []])),
    };
  },
};
