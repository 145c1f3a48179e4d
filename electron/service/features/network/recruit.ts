/** Who is within reach, where the next ambassadors would count most, and what to send about it. */
import type { Language } from '#shared/base/common.ts';
import type { networkContract, NetworkFilter, RecruitPlanOutput } from '#shared/network/contract.ts';
import { protectCell } from '#shared/import/csv-safety.ts';
import { formatCsvRecord } from '#shared/import/csv-records.ts';
import { sumFigures } from '#shared/network/coverage.ts';
import type { HandlersOf, JobContext } from '../../context.ts';
import { matchesWords } from '../../database/dialect.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { writeFileAtomically } from '../../formats/atomic-file.ts';
import { writeTable } from '../../formats/xlsx/table.ts';
import { isOfStage } from '../../domain/people/standing.ts';
import { isOpen } from '../../domain/sites/standing.ts';
import { coverageRatio } from '../../domain/network/coverage.ts';
import { findPlaces } from '../../geo/find-places.ts';
import { networkConditions, readSites } from '../../domain/network/sites.ts';
import { reachedSites, recruitPlan, type RecruitSite } from './recruit-plan.ts';
import { recruitWords } from './recruit-words.ts';
import { all, inOrder } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';

type Names =
  | 'network.reach'
  | 'network.recruit'
  | 'network.exportRecruits'
  | 'network.recruitmentCall'
  | 'network.findPlaces';
type OpenSite = Awaited<ReturnType<typeof readSites>>[number] & RecruitSite;

/** Every open site, those of the filter marked: the ambassadors next door reach too. */
async function readRecruitSites(db: AnyDb, filter: NetworkFilter): Promise<OpenSite[]> {
  const sites = await readSites(db, [isOpen], await coverageRatio(db));
  const inside = await (db as ReadDb)
    .selectFrom('sites')
    .select('id')
    .where(all(networkConditions(filter)))
    .execute();
  const ids = new Set(inside.map((row) => row.id));
  return sites.map((site) => ({ ...site, inScope: ids.has(site.id) }));
}

/** People who may yet become active: who left is written to no more. */
const isProspect = isOfStage(['identified', 'contacted', 'agreed', 'trained'], undefined);

async function prospectsBySite(db: ReadDb, siteIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('people')
    .select(['siteId', (eb) => eb.fn.countAll<number>().as('n')])
    .where(isOneOf('siteId', siteIds))
    .where(isProspect)
    .groupBy('siteId')
    .$narrowType<{ siteId: string }>()
    .execute();
  return new Map(rows.map(({ siteId, n }) => [siteId, n]));
}

async function territoryNames(db: ReadDb): Promise<Map<string, string>> {
  return new Map(
    (await db.selectFrom('territories').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
}

async function recruit(
  job: JobContext,
  { filter, count, radiusKm }: { filter: NetworkFilter; count: number; radiusKm: number | null },
): Promise<RecruitPlanOutput> {
  const sites = await readRecruitSites(job.db, filter);
  await job.breathe();
  const steps = recruitPlan(sites, count, radiusKm);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    job.progress({ done: step.value, total: count, label: 'choosingSites' });
    await job.breathe();
  }
  const plan = step.value;
  const inScope = sites.filter((site) => site.inScope);
  const totals = sumFigures(inScope.map((site) => ({ ...site, initiatives: 0, lastActivity: null })));
  const chosen = plan.picks.flatMap((pick) => sites[pick.site] ?? []);
  const prospects = await prospectsBySite(
    job.db,
    chosen.map((site) => site.id),
  );
  const territories = await territoryNames(job.db);
  let reached = plan.reachedBefore;
  let sitesReached = plan.sitesReachedBefore;
  const picks = plan.picks.flatMap((pick) => {
    const site = sites[pick.site];
    if (site === undefined) return [];
    reached += pick.gain;
    sitesReached += pick.sites;
    const { id, name, code, city, lat, lon, headcount, active, target, territoryId } = site;
    return [
      {
        siteId: id,
        name,
        code,
        city,
        territoryName: territories.get(territoryId ?? '') ?? null,
        lat,
        lon,
        headcount,
        active,
        target,
        prospects: prospects.get(id) ?? 0,
        gain: pick.gain,
        reached,
        sites: pick.sites,
      },
    ];
  });
  return {
    picks,
    employees: plan.employees,
    reachedBefore: plan.reachedBefore,
    reachedAfter: reached,
    sites: inScope.length,
    sitesReachedBefore: plan.sitesReachedBefore,
    sitesReachedAfter: sitesReached,
    sitesWithoutHeadcount: totals.sitesWithoutHeadcount,
    sitesWithoutPlace: totals.sitesWithoutPlace,
    active: totals.active,
    activeAfter: totals.active + picks.length,
    target: totals.target,
    atLeast: plan.atLeast,
    isEnough: picks.length < count,
  };
}

function tableOf({ picks }: RecruitPlanOutput): (string | number | null)[][] {
  return picks.map((pick, at) => [
    at + 1,
    pick.code,
    pick.name,
    pick.city,
    pick.territoryName,
    pick.headcount,
    pick.active,
    pick.target,
    pick.prospects,
    pick.gain,
    pick.reached,
    pick.sites,
    pick.lat,
    pick.lon,
  ]);
}

async function saveTable(
  path: string,
  { title, headers }: { title: string; headers: string[] },
  rows: (string | number | null)[][],
  { lang, now, signal }: { lang: Language; now: string; signal: AbortSignal },
): Promise<void> {
  if (path.toLowerCase().endsWith('.xlsx')) {
    await writeTable(path, { title, headers, rows, now }, signal);
    return;
  }
  const cell = (value: string | number | null): string =>
    value === null
      ? ''
      : typeof value === 'number'
        ? lang === 'fr'
          ? String(value).replace('.', ',')
          : String(value)
        : protectCell(value);
  const text = [headers, ...rows].map((row) => formatCsvRecord(row.map(cell), lang === 'fr' ? ';' : ',')).join('\r\n');
  await writeFileAtomically(path, `\uFEFF${text}\r\n`, signal);
}

export const recruitHandlers: Pick<HandlersOf<typeof networkContract>, Names> = {
  'network.reach': async ({ db }, { filter, radiusKm }) => {
    const sites = await readRecruitSites(db, filter);
    const reached = reachedSites(sites, radiusKm);
    const inScope = sites.flatMap((site, at) => (site.inScope ? [{ site, isReached: reached[at] === 1 }] : []));
    const employees = (list: typeof inScope): number => list.reduce((sum, { site }) => sum + (site.headcount ?? 0), 0);
    const within = inScope.filter((one) => one.isReached);
    return {
      employees: employees(inScope),
      reached: employees(within),
      sites: inScope.length,
      sitesReached: within.length,
      out: JSON.stringify(inScope.flatMap((one) => (one.isReached ? [] : [one.site.id]))),
    };
  },

  'network.recruit': recruit,

  'network.exportRecruits': async (job, { lang, outPath, ...input }) => {
    const words = recruitWords[lang ?? job.lang];
    const rows = tableOf(await recruit(job, input));
    await saveTable(outPath, words, rows, { lang: lang ?? job.lang, now: job.now, signal: job.signal });
    return { path: outPath, rows: rows.length };
  },

  'network.recruitmentCall': async ({ db, lang: asked }, { siteIds, lang }) => {
    const organisation = await db.selectFrom('organisation').select('name').executeTakeFirstOrThrow();
    const sites = inOrder(siteIds, await readSites(db, [isOneOf('sites.id', siteIds)], await coverageRatio(db)));
    const territories = await territoryNames(db);
    const people = await db
      .selectFrom('people')
      .innerJoin('sites', 'sites.id', 'people.siteId')
      .select([
        'people.id',
        'people.firstName',
        'people.lastName',
        'people.email',
        'people.stage',
        'sites.id as siteId',
        'sites.name as siteName',
      ])
      .where(isOneOf('people.siteId', siteIds))
      .where(isProspect)
      .orderBy('sites.searchKey')
      .orderBy('people.searchKey')
      .execute();
    const prospects = await prospectsBySite(db, siteIds);
    const words = recruitWords[lang ?? asked];
    return {
      subject: words.subject(organisation.name),
      body: words.body(
        organisation.name,
        sites.map((site) => ({
          name: site.name,
          territory: territories.get(site.territoryId ?? '') ?? null,
          headcount: site.headcount,
          active: site.active,
          prospects: prospects.get(site.id) ?? 0,
        })),
      ),
      prospects: people.map(({ firstName, lastName, ...person }) => ({
        ...person,
        name: `${firstName} ${lastName}`.trim(),
      })),
    };
  },

  'network.findPlaces': async ({ db, lang, host }, { query, limit }) => {
    if (query.trim() === '') return { rows: [] };
    const sites = await db
      .selectFrom('sites')
      .leftJoin('territories', 'territories.id', 'sites.territoryId')
      .select(['sites.id', 'sites.name', 'sites.city', 'sites.lat', 'sites.lon', 'territories.name as territoryName'])
      .where(matchesWords('sites.searchKey', query))
      .where('sites.lat', 'is not', null)
      .$narrowType<{ lat: number; lon: number }>()
      .orderBy('sites.searchKey')
      .limit(limit)
      .execute();
    const towns = findPlaces(query, limit, lang, host.resources);
    // A few sites, then towns: a name typed on a map is more often a town's.
    const few = sites.slice(0, Math.max(Math.ceil(limit / 2), limit - towns.length));
    return {
      rows: [
        ...few.map(({ id, name, city, lat, lon, territoryName }) => ({
          kind: 'site' as const,
          id,
          name,
          detail: [city, territoryName].filter((part) => part !== null).join(', '),
          lat,
          lon,
        })),
        ...towns
          .slice(0, limit - few.length)
          .map(({ name, detail, lat, lon }) => ({ kind: 'town' as const, id: null, name, detail, lat, lon })),
      ],
    };
  },
};
