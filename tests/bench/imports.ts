/** An import of 100,000 rows, validated and with history, against bare prepared inserts of the same rows. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { openWriter } from '../../electron/service/database/connect.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { root } from '../../scripts/lib/run.ts';
import { bundled } from './bundled.ts';
import type { ImportTask } from './import-child.ts';
import { peopleMapping, sites, writePeople } from './people-file.ts';
import { testWorkspace } from '../factories/workspace.ts';
import { timed, type Bench } from './measure.ts';

const rows = 100_000;
/** Imports so many people in a process of its own, the service as one file as it is packaged; the most memory it had. */
async function memoryOf(script: string, count: number): Promise<{ ms: number; megabytes: number }> {
  const workspace = await testWorkspace();
  for (let index = 0; index < sites; index += 1)
    await workspace.call('sites.create', { code: `S${index}`, name: `Site ${index}` });
  const path = join(workspace.folder, 'people.csv');
  writePeople(path, count);
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
  const task: ImportTask = {
    workspace: workspace.path,
    resources: join(root, 'resources'),
    path,
    mapping: peopleMapping,
    created: count,
  };
  const measured = await new Promise<{ ms: number; megabytes: number }>((done, refuse) => {
    const child = fork(script, [JSON.stringify(task)]);
    child.once('message', (message) => done(message as { ms: number; megabytes: number }));
    child.once('exit', (code) => (code === 0 ? undefined : refuse(new Error(`the child ended with ${code}`))));
  });
  await workspace.close();
  return measured;
}

export const importBenches: Bench[] = [
  {
    name: 'import of 100,000 people, validated, with history',
    against: 'bare prepared inserts of the same rows',
    target: 2.5,
    run: async () => {
      const ours: number[] = [];
      const bare: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        const workspace = await testWorkspace();
        const path = join(workspace.folder, 'people.csv');
        for (let index = 0; index < sites; index += 1)
          await workspace.call('sites.create', { code: `S${index}`, name: `Site ${index}` });
        writePeople(path, rows);
        ours.push(
          await timed(async () => {
            const { counts } = await workspace.call('imports.commit', { path, kind: 'people', mapping: peopleMapping });
            if (counts.created !== rows) throw new Error(JSON.stringify(counts));
          }),
        );
        const db = workspace.service.workspace?.writer;
        if (db == null) throw new Error('no writer');
        const all = db.prepare('select * from people order by seq').raw().all() as unknown[][];
        const columns = (db.pragma('table_info(people)') as { name: string }[]).map((column) => column.name);
        await workspace.call('history.undo', {});
        // On a connection of its own, which carries no trigger of the history: bare is bare.
        const copy = join(workspace.folder, 'bare.maillage');
        db.prepare('vacuum into ?').run(copy);
        const plain = openWriter(copy);
        const insert = plain.prepare(
          `insert into people (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        );
        bare.push(
          await timed(() =>
            plain.transaction(() => {
              for (const row of all) insert.run(row);
            })(),
          ),
        );
        plain.close();
        await workspace.close();
      }
      return { ours, bare };
    },
  },
  {
    name: 'memory of an import of 1,000,000 people',
    against: 'an import of 1,000 in the same process',
    target: 10,
    unit: 'MB',
    atMost: 600,
    run: async () => {
      const script = await bundled('import-child');
      const small = await memoryOf(script, 1000);
      const large = await memoryOf(script, 1_000_000);
      return {
        ours: [large.megabytes],
        bare: [small.megabytes],
        megabytes: large.megabytes,
        note: `in ${(large.ms / 1000).toFixed(0)} s`,
      };
    },
  },
];
