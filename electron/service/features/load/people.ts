/** The load of active ambassadors: a share of what is asked of their site, and the tasks they own. */
import { sql } from 'kysely';
import type { CheckedInputOf } from '#shared/contract.ts';
import type { LoadPerson, loadContract } from '#shared/load/contract.ts';
import type { HandlersOf, ReadContext } from '../../context.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { matchesWords } from '../../database/dialect.ts';
import { isActive } from '../../domain/people/standing.ts';
import type { SiteTable } from '../../domain/campaigns/site-table.ts';
import { taskSpans, weeksOf } from '../../domain/load/asks.ts';
import { networkLoad, type NetworkLoad } from '../../domain/load/network.ts';
import { isOneOf, scopeConditions } from '../../records/scope.ts';

type Input = Omit<CheckedInputOf<'load.people'>, 'offset' | 'limit' | 'descending'>;

interface Share {
  id: string;
  /** Place of the site in the site table; undefined without a site. */
  place: number | undefined;
  sharedBy: number;
  own: number[] | undefined;
  peak: number;
  total: number;
}

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

/** Weeks of the tasks that each person owns and has not done. */
function ownTasks(raw: RawDatabase, firstWeek: number, weeks: number): Map<string, number[]> {
  const tasks = raw
    .prepare(
      'select ownerId, startDate, dueDate, doneOn from campaignTasks where ownerId is not null and doneOn is null',
    )
    .all() as { ownerId: string; startDate: string | null; dueDate: string; doneOn: null }[];
  const byPerson = new Map<string, number[]>();
  for (const task of tasks) {
    const list = byPerson.get(task.ownerId) ?? new Array<number>(weeks).fill(0);
    byPerson.set(task.ownerId, list);
    for (const week of weeksOf(taskSpans({ ...task, asksSites: true })))
      if (week >= firstWeek && week < firstWeek + weeks) list[week - firstWeek] = (list[week - firstWeek] ?? 0) + 1;
  }
  return byPerson;
}

function weeksFor(
  { matrix }: NetworkLoad,
  { place, sharedBy, own }: Pick<Share, 'place' | 'sharedBy' | 'own'>,
): number[] {
  const weeks = new Array<number>(matrix.weeks);
  for (let week = 0; week < matrix.weeks; week += 1)
    weeks[week] = twoDecimals(
      (place === undefined ? 0 : (matrix.cells[place * matrix.weeks + week] ?? 0)) / sharedBy + (own?.[week] ?? 0),
    );
  return weeks;
}

/** Everyone who passes, heaviest first; equals by name. */
async function sharesOf({ db, raw }: ReadContext, network: NetworkLoad, { search, filter }: Input): Promise<Share[]> {
  const { matrix, table } = network;
  const scoped = scopeConditions(filter.scope);
  const people = await db
    .selectFrom('people')
    .leftJoin('sites', 'sites.id', 'people.siteId')
    .select(['people.id', 'people.siteId'])
    .where(isActive)
    .where(search.trim() === '' ? sql<boolean>`1` : matchesWords('people.searchKey', search))
    .where(scoped.length === 0 ? sql<boolean>`1` : sql<boolean>`(${sql.join(scoped, sql` and `)})`)
    .where(filter.siteIds.length === 0 ? sql<boolean>`1` : isOneOf('people.siteId', filter.siteIds))
    .orderBy('people.searchKey')
    .execute();
  const active = new Map(
    (
      await db
        .selectFrom('people')
        .select(['siteId', (eb) => eb.fn.countAll<number>().as('n')])
        .where(isActive)
        .where('siteId', 'is not', null)
        .groupBy('siteId')
        .execute()
    ).map(({ siteId, n }) => [siteId, n]),
  );
  const tasks = ownTasks(raw, matrix.firstWeek, matrix.weeks);
  const shares = people.map(({ id, siteId }, order) => {
    const share = {
      id,
      place: siteId === null ? undefined : table.indexOf.get(siteId),
      sharedBy: siteId === null ? 1 : (active.get(siteId) ?? 1),
      own: tasks.get(id),
    };
    let peak = 0;
    let total = 0;
    for (const load of weeksFor(network, share)) {
      if (load > peak) peak = load;
      total += load;
    }
    return { ...share, order, peak, total: twoDecimals(total) };
  });
  return shares.sort((a, b) => b.peak - a.peak || b.total - a.total || a.order - b.order);
}

const kept = new WeakMap<SiteTable, { key: string; shares: Share[] }>();

/** As `sharesOf`, kept until the file changes or something else is asked: pages of one list are read one after another. */
async function keptShares(context: ReadContext, network: NetworkLoad, input: Input): Promise<Share[]> {
  const key = JSON.stringify(input);
  const known = kept.get(network.table);
  if (known?.key === key) return known.shares;
  const shares = await sharesOf(context, network, input);
  kept.set(network.table, { key, shares });
  return shares;
}

export const loadPeopleHandlers: Pick<HandlersOf<typeof loadContract>, 'load.people'> = {
  'load.people': async (context, { offset, limit, descending: _descending, ...input }) => {
    const network = networkLoad(context.raw, input);
    const shares = await keptShares(context, network, input);
    const page = shares.slice(offset, offset + limit);
    const named = await context.db
      .selectFrom('people')
      .leftJoin('sites', 'sites.id', 'people.siteId')
      .select([
        'people.id',
        sql<string>`trim(people."firstName" || ' ' || people."lastName")`.as('name'),
        'people.siteId',
        'sites.name as siteName',
      ])
      .where(
        isOneOf(
          'people.id',
          page.map((one) => one.id),
        ),
      )
      .execute();
    const names = new Map(named.map((row) => [row.id, row]));
    const rows = page.flatMap((share): LoadPerson[] => {
      const person = names.get(share.id);
      return person === undefined
        ? []
        : [
            {
              ...person,
              sharedBy: share.sharedBy,
              peak: share.peak,
              total: share.total,
              weeks: weeksFor(network, share),
              own: share.own ?? new Array<number>(network.matrix.weeks).fill(0),
            },
          ];
    });
    return { mondays: network.mondays, threshold: network.threshold, total: shares.length, json: JSON.stringify(rows) };
  },
};
