/** A CSV of 1,000,000 measurements, and a workbook, against a bare loop over the same query; with the memory the process took. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import type { WriteTask } from './csv-child.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { median, type Bench } from './measure.ts';

const rows = 1_000_000;

/** 2,000 sites, 200,000 initiatives, twelve indicators, and the measurements: half whole numbers, the rest with decimals. */
async function bigWorkspace(): Promise<TestWorkspace> {
  const workspace = await testWorkspace();
  const db = workspace.service.workspace?.writer;
  if (db == null) throw new Error('no writer');
  const numbers = (to: number): string =>
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${to})`;
  db.exec(`
    ${numbers(20)} insert into territories (id, code, name, kind, searchKey, createdAt, updatedAt) select printf('00000000-0000-7000-7000-%012d', i), 'T' || i, 'Territoire ' || i, 'région', 'territoire ' || i, '2026-01-01', '2026-01-01' from n;
    ${numbers(2000)} insert into sites (id, code, name, territoryId, searchKey, createdAt, updatedAt) select printf('00000000-0000-7000-8000-%012d', i), 'S' || i, 'Entrepôt n° ' || i, printf('00000000-0000-7000-7000-%012d', 1 + i % 20), 'entrepot ' || i, '2026-01-01', '2026-01-01' from n;
    ${numbers(200_000)} insert into initiatives (id, code, title, status, siteId, startDate, searchKey, createdAt, updatedAt)
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

/** Runs the work in a process of its own, so that its memory is its own. */
function inChild(task: WriteTask): Promise<{ ms: number; megabytes: number; longestPause: number }> {
  return new Promise((done, refuse) => {
    const child = fork(join(import.meta.dirname, 'csv-child.ts'), [JSON.stringify(task)]);
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
      const workspace = await bigWorkspace();
      const outPath = join(workspace.folder, `million.${report.format}`);
      const ours: number[] = [];
      const bare: number[] = [];
      let megabytes = 0;
      let pause = 0;
      for (let n = 0; n < (report.format === 'csv' ? 3 : 1); n += 1) {
        bare.push((await inChild({ mode: 'bare', path: workspace.path, outPath, ...report })).ms);
        const made = await inChild({ mode: 'report', path: workspace.path, outPath, ...report });
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

export const csvBenches: Bench[] = [
  csvBench('CSV of 1,000,000 measurements, for French Excel', 1.3, { format: 'csv', dialect: 'excel-fr' }),
  csvBench('CSV of 1,000,000 measurements, for machines', 1.3, { format: 'csv', dialect: 'machine' }),
  csvBench('XLSX of 1,000,000 measurements', 5, { format: 'xlsx', dialect: 'machine' }),
];
