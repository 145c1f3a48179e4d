/** How work grows with a network of 1, 10 and 100 times the size: each step against ten times the step before, so that what is worse than linear is seen. */
import { join } from 'node:path';
import { largeNetwork } from '../factories/large-network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { peopleMapping, writePeople } from './people-file.ts';
import { median, timed, type Bench } from './measure.ts';

interface Growth {
  name: string;
  /** What there are so many of: the smallest network. */
  smallest: number;
  /** Makes the network, and answers the work to measure in it. */
  prepare: (size: number) => Promise<{ workspace: TestWorkspace; work: () => Promise<unknown>; times: number }>;
}

/** A change first, so that nothing is answered from what was read before. */
function touch({ service }: TestWorkspace): void {
  service.workspace?.writer?.exec(`update organisation set "updatedAt" = hex(randomblob(8))`);
}

async function people(count: number): Promise<TestWorkspace> {
  const workspace = await testWorkspace();
  workspace.service.workspace?.writer?.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
    insert into people (id, code, firstName, lastName, email, stage, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-8000-%012d', i), 'M' || i, 'Prénom' || (i % 900), 'Nom' || i, 'p' || i || '@exemple.fr', 'active', 'prenom nom ' || i, '2026-01-01', '2026-01-01' from n;
    analyze;`);
  return workspace;
}

const growths: Growth[] = [
  {
    name: 'a page of people',
    smallest: 1000,
    prepare: async (size) => {
      const workspace = await people(size);
      const input = { offset: 200, limit: 100, sort: 'lastName', descending: false } as const;
      return {
        workspace,
        times: 9,
        work: async () => {
          touch(workspace);
          const { rows } = await workspace.call('people.list', input);
          if (rows.length !== 100) throw new Error('no page');
        },
      };
    },
  },
  {
    name: 'an import of people',
    smallest: 1000,
    prepare: async (size) => {
      const workspace = await testWorkspace();
      const path = join(workspace.folder, 'people.csv');
      for (let index = 0; index < 500; index += 1)
        await workspace.call('sites.create', { code: `S${index}`, name: `Site ${index}` });
      writePeople(path, size);
      // A try: it reads, matches and plans as an import does, and can be measured again.
      return {
        workspace,
        times: size > 50_000 ? 1 : 3,
        work: async () => {
          const { counts } = await workspace.call('imports.dryRun', { path, kind: 'people', mapping: peopleMapping });
          if (counts.created !== size) throw new Error(JSON.stringify(counts));
        },
      };
    },
  },
  {
    name: 'an export of people',
    smallest: 1000,
    prepare: async (size) => {
      const workspace = await people(size);
      return {
        workspace,
        times: 3,
        work: async () => {
          const outPath = join(workspace.folder, 'people.xlsx');
          const { rows } = await workspace.call('reports.exportList', {
            list: 'people',
            format: 'xlsx',
            dialect: 'machine',
            outPath,
          });
          if (rows !== size) throw new Error(`${rows} rows`);
        },
      };
    },
  },
  {
    name: 'the data of the map',
    smallest: 200,
    prepare: async (size) => {
      const workspace = await largeNetwork(size);
      return {
        workspace,
        times: 5,
        work: async () => {
          touch(workspace);
          await workspace.call('network.map', {});
        },
      };
    },
  },
  {
    name: 'the search for recruits',
    smallest: 200,
    prepare: async (size) => {
      const workspace = await largeNetwork(size);
      return {
        workspace,
        times: 3,
        work: async () => {
          touch(workspace);
          await workspace.call('network.recruit', { count: 20 });
        },
      };
    },
  },
];

/** What each size takes, measured once for both steps that need it. */
function measured({ prepare }: Growth): (size: number) => Promise<number[]> {
  const known = new Map<number, Promise<number[]>>();
  const measure = async (size: number): Promise<number[]> => {
    const { workspace, work, times } = await prepare(size);
    if (times > 1) await work();
    const all: number[] = [];
    for (let n = 0; n < times; n += 1) all.push(await timed(work));
    await workspace.close();
    return all;
  };
  return (size) => {
    const one = known.get(size) ?? measure(size);
    known.set(size, one);
    return one;
  };
}

export const growthBenches: Bench[] = growths.flatMap((growth) => {
  const timesOf = measured(growth);
  return [1, 10].map((scale): Bench => {
    const [small, large] = [growth.smallest * scale, growth.smallest * scale * 10];
    return {
      name: `growth of ${growth.name}, ${small} to ${large}`,
      against: 'ten times the smaller: 1 is linear',
      target: 1.3,
      run: async () => {
        const before = await timesOf(small);
        const after = await timesOf(large);
        return {
          ours: after,
          bare: before.map((ms) => ms * 10),
          note: `${median(before).toFixed(1)} ms, then ${(median(after) / median(before)).toFixed(1)} times that`,
        };
      },
    };
  });
});
