/** One export, or the bare loop it is held against, in a process of its own: says how long, how much memory, how long others had to wait. */
import { openReader } from '../../electron/service/database/connect.ts';
import { dispatch } from '../../electron/service/dispatch.ts';
import { createService } from '../../electron/service/service.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { peakMegabytes } from './peak.ts';

export interface WriteTask {
  rows: number;
  resources: string;
  mode: 'bare' | 'report';
  path: string;
  outPath: string;
  format: 'csv' | 'xlsx';
  dialect: 'excel-fr' | 'machine';
}

const task = JSON.parse(process.argv[2] ?? '{}') as WriteTask;

/** Every cell of the report comes out of the database; nothing is made of it. */
function bareLoop(): void {
  const db = openReader(task.path);
  const query = db
    .prepare(`select initiatives.code, initiatives.title, sites.code, sites.name, territories.name, indicators.code, indicators.name, indicators.unit, indicators.kind,
      measurements.date, measurements.value, measurements.provenance, measurements.source, measurements.factor, measurements.factorVersion, measurements.notes, measurements.initiativeId, measurements.id
    from measurements join initiatives on initiatives.id = measurements.initiativeId join indicators on indicators.id = measurements.indicatorId left join sites on sites.id = initiatives.siteId left join territories on territories.id = sites.territoryId`)
    .raw();
  let cells = 0;
  for (const row of query.iterate()) cells += (row as unknown[]).length;
  if (cells !== 18 * task.rows) throw new Error(String(cells));
  db.close();
}

async function report(): Promise<void> {
  const service = createService({ resources: task.resources, temporary: '/tmp' });
  const call = async (name: string, input: unknown): Promise<void> => {
    const result = await dispatch(service, name, input, { lang: 'fr', actor: 'Bench', origin: 'cli' });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
  };
  await call('workspace.open', { path: task.path });
  begin = performance.now();
  await call('reports.export', {
    report: 'measurements',
    format: task.format,
    dialect: task.dialect,
    outPath: task.outPath,
  });
  end = performance.now();
  if (service.workspace !== null) await closeWorkspace(service.workspace);
}

let begin = performance.now();
let end = 0;
let longestPause = 0;
let last = performance.now();
// Another call of the window would wait as long as this timer is late.
const timer = setInterval(() => {
  const now = performance.now();
  if (begin > 0 && last > begin) longestPause = Math.max(longestPause, now - last - 5);
  last = now;
}, 5);
async function work(): Promise<void> {
  if (task.mode === 'bare') {
    bareLoop();
    end = performance.now();
  } else await report();
  clearInterval(timer);
  process.send?.({ ms: end - begin, megabytes: peakMegabytes(), longestPause }, () => process.exit(0));
}
work().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
