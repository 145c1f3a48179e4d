/** The network on the map: its data, its sums and the search for recruits at 20,000 sites, against the same by hand. */
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract/index.ts';
import type { Result } from '#shared/result.ts';
import { dispatch } from '../../electron/service/dispatch.ts';
import { planRecruits, type RecruitSite } from '../../electron/service/lib/network/recruit.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { alternate, type Bench, type Sample } from './measure.ts';

const sites = 20_000;

/** 20,000 sites over France, a territory for each hundred, a person on every other, ten initiatives a site. */
async function largeNetwork(): Promise<TestWorkspace> {
  const workspace = await testWorkspace();
  workspace.service.workspace?.writer?.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 200)
    insert into territories (id, code, name, kind, parentId, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-7000-%012d', i), 'T' || i, 'Territoire ' || i, 'région', case when i > 10 then printf('00000000-0000-7000-7000-%012d', 1 + i % 10) end, 'territoire ' || i, '2026-01-01', '2026-01-01' from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sites})
    insert into sites (id, code, name, kind, territoryId, lat, lon, accuracy, headcount, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-8000-%012d', i), 'S' || i, 'Site ' || i, 'Type ' || (i % 5), printf('00000000-0000-7000-7000-%012d', 11 + i % 190), 42.5 + ((i * 7919) % 8000) / 1000.0, -4 + ((i * 104729) % 11000) / 1000.0, 'site', nullif(i % 400, 0), 'site ' || i, '2026-01-01', '2026-01-01' from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sites})
    insert into people (id, firstName, lastName, siteId, stage, joinedOn, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-6000-%012d', i), 'P', 'Nom ' || i, printf('00000000-0000-7000-8000-%012d', 1 + (i * 3) % 10000), case i % 3 when 0 then 'trained' else 'active' end, '2025-03-01', 'nom ' || i, '2026-01-01', '2026-01-01' from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${10 * sites})
    insert into initiatives (id, title, status, siteId, startDate, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-9000-%012d', i), 'Initiative ' || i, case i % 4 when 0 then 'done' when 1 then 'running' when 2 then 'idea' else 'shared' end,
      printf('00000000-0000-7000-8000-%012d', 1 + i % ${sites}), printf('20%02d-%02d-%02d', 24 + i % 3, 1 + i % 12, 1 + i % 28), 'initiative ' || i, '2026-01-01', '2026-01-01' from n;
    analyze;`);
  return workspace;
}

async function ask<N extends ServiceProcedureName>(workspace: TestWorkspace, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = (await dispatch(workspace.service, name, input, { lang: 'fr', actor: 'Bench', origin: 'app' })) as Result<OutputOf<N>>;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const figures = `select s.id, s.name, s.lon, s.lat, s.kind, s.territoryId, s.headcount, coalesce(p.n, 0) as active, max(1, (coalesce(s.headcount, 0) + 49) / 50) as target, coalesce(i.n, 0) as initiatives, i.last
  from sites s left join (select siteId, count(*) as n from people where stage = 'active' group by siteId) p on p.siteId = s.id
  left join (select siteId, count(*) as n, max(startDate) as last from initiatives where siteId is not null and status || '' in ('running', 'done', 'shared') group by siteId) i on i.siteId = s.id
  where s.status = 'open'`;

async function against(work: (workspace: TestWorkspace) => Promise<unknown>, sql: string): Promise<Sample> {
  const workspace = await largeNetwork();
  const statement = workspace.service.workspace?.reader.prepare(sql);
  const ours = (): Promise<unknown> => work(workspace);
  const bare = (): unknown => JSON.stringify(statement?.all());
  await ours();
  bare();
  const times = await alternate(9, ours, bare);
  await workspace.close();
  return times;
}

/** Sites strewn by a small generator, so that every run is the same. */
function strewn(): RecruitSite[] {
  let seed = 1;
  const next = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
  return Array.from({ length: sites }, () => ({ lat: 42.5 + 8 * next(), lon: -4 + 11 * next(), headcount: Math.floor(next() * 300), active: next() < 0.02 ? 1 : 0, territoryId: null, inScope: true }));
}

export const networkBenches: Bench[] = [
  {
    name: 'the map of 20,000 sites with 200,000 initiatives',
    against: 'the same columns in one SQL query, as JSON',
    target: 1.5,
    run: () => against((workspace) => ask(workspace, 'network.map', {}), figures),
  },
  {
    name: 'coverage by territory at 20,000 sites',
    against: 'sums by territory in one SQL query, without the tree',
    target: 2,
    run: () => against((workspace) => ask(workspace, 'network.territories', {}), `select territoryId, count(*), sum(headcount), sum(headcount is null), sum(active), sum(target), sum(active > 0), sum(active >= target), sum(initiatives), max(last) from (${figures}) group by territoryId`),
  },
  {
    name: 'where to recruit: 100 of 20,000 sites, 30 km',
    against: 'the first choice alone, by looking at every pair of sites',
    target: 1,
    run: async () => {
      const list = strewn();
      const vectors = list.map(({ lat, lon }) => [(lat ?? 0) * 111.2, (lon ?? 0) * 78.8] as const);
      const bare = (): void => {
        let best = 0;
        for (const [x, y] of vectors) {
          let sum = 0;
          for (let other = 0; other < vectors.length; other += 1) {
            const [u, v] = vectors[other] ?? [0, 0];
            if ((u - x) ** 2 + (v - y) ** 2 <= 900) sum += list[other]?.headcount ?? 0;
          }
          best = Math.max(best, sum);
        }
        if (best === 0) throw new Error('no choice');
      };
      let picks = 0;
      const ours = (): void => {
        picks = planRecruits(list, 100, 30).picks.length;
      };
      ours();
      return { ...(await alternate(3, ours, bare)), note: `${picks} sites` };
    },
  },
];
