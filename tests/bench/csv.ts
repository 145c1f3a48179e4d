/** A CSV of 1,000,000 measurements, and a workbook, against a bare loop over the same query; with the memory the process took. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import type { WriteTask } from './csv-child.ts';
import { root } from '../../scripts/lib/run.ts';
import { bundled } from './bundled.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { median, type Bench } from './measure.ts';

const million = 1_000_000;

/** 2,000 sites, an initiative for every five measurements, twelve indicators, and the measurements: half whole numbers, the rest with decimals. */
async function bigWorkspace(rows: number): Promise<TestWorkspace> {
  const workspace = await testWorkspace();
  const db = workspace.service.workspace?.writer;
  if (db == null) throw new Error('no writer');
  const numbers = (to: number): string =>
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${to})`;
  db.exec(`
    ${numbers(20)} insert into territories (id, code, name, kind, searchKey, createdAt, updatedAt) select printf('00000000-0000-7000-7000-%012d', i), 'T' || i, 'Territoire ' || i, 'région', 'territoire ' || i, '2026-01-01', '2026-01-01' from n;
    ${numbers(2000)} insert into sites (id, code, name, territoryId, searchKey, createdAt, updatedAt) select printf('00000000-0000-7000-8000-%012d', i), 'S' || i, 'Entrepôt n° ' || i, printf('00000000-0000-7000-7000-%012d', 1 + i % 20), 'entrepot ' || i, '2026-01-01', '2026-01-01' from n;
    ${numbers(rows / 5)} insert into initiatives (id, code, title, status, siteId, startDate, searchKey, createdAt, updatedAt)
      select printf('00000000-0000-7000-9000-%012d', i), 'I' || i, 'Atelier de réparation de vélos ' || i, 'done', printf('00000000-0000-7000-8000-%012d', 1 + i % 2000), '2026-01-01', 'atelier ' || i, '2026-01-01', '2026-01-01' from n;
    ${numbers(12)} insert into indicators (id, code, name, unit, kind, position, createdAt, updatedAt) select printf('00000000-0000-7000-a000-%012d', i), 'IND' || i, 'Heures de bénévolat ' || i, 'h', 'input', i, '2026-01-01', '2026-01-01' from n;
    ${numbers(rows)} insert into measurements (id, initiativeId, indicatorId, date, value, provenance, source, createdAt, updatedAt)
      select printf('00000000-0000-7000-b000-%012d', i), printf('00000000-0000-7000-9000-%012d', 1 + (i - 1) / 5), printf('00000000-0000-7000-a000-%012d', 1 + i % 12), printf('2026-%02d-%02d', 1 + i % 12, 1 + i % 28),
        case i % 2 when 0 then i % 5000 else (i % 90000) / 100.0 end, case i % 3 when 0 then 'measured' when 1 then 'declared' else 'estimated' end, case i % 4 when 0 then 'relevé sur place' end, '2026-01-01', '2026-01-01' from n;
    analyze;`);
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
  return workspace;
}

/** Runs the work in a process of its own, so that its memory is its own, and as one file, which is how the service is packaged. */
function inChild(
  task: Omit<WriteTask, 'resources'>,
  script: string,
): Promise<{ ms: number; megabytes: number; longestPause: number }> {
  return new Promise((done, refuse) => {
    const child = fork(script, [JSON.stringify({ ...task, resources: join(root, 'resources') })]);
    child.once('message', (message) => done(message as { ms: number; megabytes: number; longestPause: number }));
    child.once('exit', (code) => (code === 0 ? undefined : refuse(new Error(`the child ended with ${code}`))));
  });
}

function csvBench(
  name: string,
  target: number,
  report: { format: 'csv' | 'xlsx'; dialect: 'excel-fr' | 'machine' },
): Bench {
  return {
    name,
    against: 'a bare loop over the same query, nothing written',
    target,
    run: async () => {
      const script = await bundled('csv-child');
      const workspace = await bigWorkspace(million);
      const outPath = join(workspace.folder, `million.${report.format}`);
      const ours: number[] = [];
      const bare: number[] = [];
      let megabytes = 0;
      let pause = 0;
      for (let n = 0; n < 3; n += 1) {
        bare.push(
          (await inChild({ rows: million, mode: 'bare', path: workspace.path, outPath, ...report }, script)).ms,
        );
        const made = await inChild({ rows: million, mode: 'report', path: workspace.path, outPath, ...report }, script);
        ours.push(made.ms);
        megabytes = Math.max(megabytes, made.megabytes);
        pause = Math.max(pause, made.longestPause);
      }
      const size = statSync(outPath).size / 1e6;
      await workspace.close();
      return {
        ours,
        bare,
        megabytes,
        note: `${size.toFixed(0)} MB written, longest pause ${pause.toFixed(0)} ms, medians ${median(ours).toFixed(0)} and ${median(bare).toFixed(0)}`,
      };
    },
  };
}

/** What a workbook of usual length takes, in the service as one file, which is how it is packaged. */
const sheetMemory: Bench = {
  name: 'memory of an XLSX of 100,000 measurements',
  against: 'the bare loop in the same process, nothing written',
  target: 2,
  unit: 'MB',
  atMost: 120,
  run: async () => {
    const script = await bundled('csv-child');
    const rows = 100_000;
    const workspace = await bigWorkspace(rows);
    const outPath = join(workspace.folder, 'memory.xlsx');
    const ours: number[] = [];
    const bare: number[] = [];
    const task = { rows, path: workspace.path, outPath, format: 'xlsx', dialect: 'machine' } as const;
    for (let n = 0; n < 3; n += 1) {
      bare.push((await inChild({ ...task, mode: 'bare' }, script)).megabytes);
      ours.push((await inChild({ ...task, mode: 'report' }, script)).megabytes);
    }
    await workspace.close();
    return { ours, bare, megabytes: Math.max(...ours) };
  },
};

export const csvBenches: Bench[] = [
  csvBench('CSV of 1,000,000 measurements, for French Excel', 1.3, { format: 'csv', dialect: 'excel-fr' }),
  csvBench('CSV of 1,000,000 measurements, for machines', 1.3, { format: 'csv', dialect: 'machine' }),
  csvBench('XLSX of 1,000,000 measurements', 4, { format: 'xlsx', dialect: 'machine' }),
  sheetMemory,
];
