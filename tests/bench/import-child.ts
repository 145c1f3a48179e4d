/** One import of people, in a process of its own: says how long it took and the most memory the process had. */
import { dispatch } from '../../electron/service/dispatch.ts';
import { createService } from '../../electron/service/service.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { peakMegabytes } from './peak.ts';

export interface ImportTask {
  workspace: string;
  resources: string;
  path: string;
  mapping: Record<string, string>;
  /** What the import must have made. */
  created: number;
}

async function importAll({ workspace, resources, path, mapping, created }: ImportTask): Promise<number> {
  const service = createService({ resources, temporary: '/tmp' });
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const result = await dispatch(service, name, input, { lang: 'fr', actor: 'Bench', origin: 'cli' });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  await call('workspace.open', { path: workspace });
  const begin = performance.now();
  const report = (await call('imports.commit', { path, kind: 'people', mapping })) as { counts: { created: number } };
  const ms = performance.now() - begin;
  if (report.counts.created !== created) throw new Error(JSON.stringify(report.counts));
  if (service.workspace !== null) await closeWorkspace(service.workspace);
  return ms;
}

importAll(JSON.parse(process.argv[2] ?? '{}') as ImportTask).then(
  (ms) => process.send?.({ ms, megabytes: peakMegabytes() }, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
