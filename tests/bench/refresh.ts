/** What a change costs while a screen is open: everything the screen has read is asked again, against reading the tables behind it once. */
import type { InputOf, ReadName } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { alternate, type Bench } from './measure.ts';

type Ask = { [N in ReadName]: [N, InputOf<N>] }[ReadName];

const from = '2026-06-01';
const everywhere: Ask[] = [
  ['history.state', {}],
  ['organisation.get', {}],
  ['territories.list', {}],
  ['sites.kinds', {}],
];

/** As the screens ask: renderer/features/home/reads.ts, network/use-network.ts, campaigns/load/use-load.ts. */
const screens: Record<string, Ask[]> = {
  home: [
    ['workspace.overview', {}],
    ['workspace.waiting', {}],
    ['awards.list', {}],
    [
      'sites.list',
      { limit: 5, sort: 'headcount', descending: true, filter: { statuses: ['open'], withoutPeople: true } },
    ],
    ['initiatives.list', { limit: 8, sort: 'startDate', descending: true }],
    ['workspace.map', { width: 640, height: 460 }],
    ['load.sites', { from, weeks: 8, limit: 1 }],
  ],
  'the network’s map': [
    ['network.map', {}],
    ['network.territories', {}],
    ['network.territoryShapes', {}],
    ['network.timeline', {}],
    ['network.reach', {}],
    ['deck.list', {}],
  ],
  'the load': [
    ['load.sites', { from, weeks: 52, limit: 200 }],
    ['campaigns.facets', {}],
  ],
};

const bareTables = ['sites', 'people', 'initiatives', 'measurements', 'adoptions'];

async function askAgain(workspace: TestWorkspace, asks: Ask[]): Promise<number> {
  let slowest = 0;
  for (const [name, input] of asks) {
    const begin = performance.now();
    await workspace.call(name, input as never);
    slowest = Math.max(slowest, performance.now() - begin);
  }
  return slowest;
}

export const refreshBenches: Bench[] = Object.entries(screens).map(([screen, reads]) => ({
  name: `refresh of ${screen} after a small change, medium demonstration`,
  against: 'every row of the five large tables read once by bare SQL',
  target: 1.5,
  run: async () => {
    const workspace = await testWorkspace({ demo: 'medium' });
    try {
      const [site] = (await workspace.call('sites.list', { limit: 1 })).rows;
      const reader = workspace.service.workspace?.reader;
      let [turn, slowest] = [0, Number.POSITIVE_INFINITY];
      const sample = await alternate(
        9,
        async () => {
          // Nothing that was kept may be used again.
          turn += 1;
          await workspace.call('sites.update', { id: site?.id ?? '', set: { headcount: 100 + turn } });
          slowest = Math.min(slowest, await askAgain(workspace, [...everywhere, ...reads]));
        },
        () => {
          for (const table of bareTables) reader?.prepare(`select * from ${table}`).raw().all();
        },
      );
      return { ...sample, note: `slowest read ${slowest.toFixed(0)} ms` };
    } finally {
      await workspace.close();
    }
  },
}));
