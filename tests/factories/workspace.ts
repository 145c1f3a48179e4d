/** A real migrated workspace in a temporary folder, and procedures called by name on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract.ts';
import type { Failure, Result } from '#shared/base/result.ts';
import { dispatch, type CallMeta } from '../../electron/service/dispatch.ts';
import { createService, type Service } from '../../electron/service/service.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { court } from '../helpers/office-judge.ts';

export interface TestWorkspace {
  folder: string;
  path: string;
  service: Service;
  /** Answers the value or throws with the failure's code in its message. */
  call: <N extends ServiceProcedureName>(name: N, input: InputOf<N>, meta?: Partial<CallMeta>) => Promise<OutputOf<N>>;
  /** Answers the failure; throws when the call succeeded. */
  refused: <N extends ServiceProcedureName>(name: N, input: unknown, meta?: Partial<CallMeta>) => Promise<Failure>;
  /** Also judges every PPTX and XLSX that calls have written. */
  close: () => Promise<void>;
}

/** Closes the file as quitting does; the service stays. */
export async function closed({ service }: Pick<TestWorkspace, 'service'>): Promise<void> {
  if (service.workspace !== null) await closeWorkspace(service.workspace);
  service.workspace = null;
}

export const resources = resolve(import.meta.dirname, '../../resources');

/** A service without a workspace yet. */
export function testService(folder: string): Service {
  return createService({ resources, temporary: folder }, ({ procedure, error }) => {
    console.error(procedure, error);
  });
}

export async function testWorkspace(
  options: { demo?: 'small' | 'medium'; name?: string; lang?: 'fr' | 'en' } = {},
): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-test-'));
  const path = join(folder, 'essai.maillage');
  const service = testService(folder);
  const meta = (more: Partial<CallMeta> = {}): CallMeta => ({
    lang: options.lang ?? 'fr',
    actor: 'Camille',
    origin: 'app',
    ...more,
  });
  const written = court();
  const workspace: TestWorkspace = {
    folder,
    path,
    service,
    call: async (name, input, more) => {
      const { outPath, outDir } = input as { outPath?: string; outDir?: string };
      const result = await written.watch(
        [outPath, outDir].filter((out) => out !== undefined),
        async () => (await dispatch(service, name, input, meta(more))) as Result<OutputOf<typeof name>>,
      );
      if (!result.ok) throw new Error(`${name}: ${result.error.code} ${JSON.stringify(result.error.details)}`);
      return result.value;
    },
    refused: async (name, input, more) => {
      const result = await dispatch(service, name, input, meta(more));
      if (result.ok) throw new Error(`${name} was accepted`);
      return result.error;
    },
    close: async () => {
      if (service.workspace !== null) await closeWorkspace(service.workspace);
      service.workspace = null;
      rmSync(folder, { recursive: true, force: true });
      await written.sentence();
    },
  };
  await workspace.call('workspace.create', {
    path,
    name: options.name ?? 'Essai',
    demo: options.demo ?? null,
    lang: options.lang ?? 'fr',
  });
  return workspace;
}
