/** The network on the map: its data, its sums and the search for recruits at 20,000 sites, against the same by hand. */
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract.ts';
import type { Result } from '#shared/base/result.ts';
import { dispatch } from '../../electron/service/dispatch.ts';
import { planRecruits, type RecruitSite } from '../../electron/service/features/network/recruit-plan.ts';
import { largeNetwork } from '../factories/large-network.ts';
import type { TestWorkspace } from '../factories/workspace.ts';
import { alternate, type Bench, type Sample } from './measure.ts';

const sites = 20_000;

async function ask<N extends ServiceProcedureName>(
  workspace: TestWorkspace,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const result = (await dispatch(workspace.service, name, input, {
    lang: 'fr',
    actor: 'Bench',
    origin: 'app',
  })) as Result<OutputOf<N>>;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const figures = `select s.id, s.name, s.lon, s.lat, s.kind, s.territoryId, s.headcount, coalesce(p.n, 0) as active, max(1, (coalesce(s.headcount, 0) + 49) / 50) as target, coalesce(i.n, 0) as initiatives, i.last
  from sites s left join (select siteId, count(*) as n from people where stage = 'active' group by siteId) p on p.siteId = s.id
  left join (select siteId, count(*) as n, max(startDate) as last from initiatives where siteId is not null and status || '' in ('running', 'done', 'shared') group by siteId) i on i.siteId = s.id
  where s.status = 'open'`;

async function against(work: (workspace: TestWorkspace) => Promise<unknown>, sql: string): Promise<Sample> {
  const workspace = await largeNetwork(sites);
  const statement = workspace.service.workspace?.reader.prepare(sql);
  // A change before each reading, so that nothing is answered from what was read before.
  const ours = (): Promise<unknown> => {
    workspace.service.workspace?.writer?.exec(`update organisation set "updatedAt" = hex(randomblob(8))`);
    return work(workspace);
  };
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
  return Array.from({ length: sites }, () => ({
    lat: 42.5 + 8 * next(),
    lon: -4 + 11 * next(),
    headcount: Math.floor(next() * 300),
    active: next() < 0.02 ? 1 : 0,
    territoryId: null,
    inScope: true,
  }));
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
    run: () =>
      against(
        (workspace) => ask(workspace, 'network.territories', {}),
        `select territoryId, count(*), sum(headcount), sum(headcount is null), sum(active), sum(target), sum(active > 0), sum(active >= target), sum(initiatives), max(last) from (${figures}) group by territoryId`,
      ),
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
