/** One command's service: opens the file, calls procedures on it, closes it again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '#shared/base/common.ts';
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract.ts';
import { AppError, type Failure, type Result } from '#shared/base/result.ts';
import { sweepTemporary } from '../formats/beside.ts';
import { dispatch } from '../dispatch.ts';
import { createService, type Service } from '../service.ts';
import { closeWorkspace } from '../session.ts';
import { pdfPrinter } from './print.ts';
import type { Host } from '../host.ts';

export interface CliSession {
  lang: Language;
  /** Throws the refusal as `AppError`. */
  call: <N extends ServiceProcedureName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  /** Any name and input, as the user typed them. */
  callAny: (name: string, input: unknown) => Promise<unknown>;
}

/** The refusal behind an error that crossed dispatch; null for a fault of the program. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof AppError)) return null;
  const { logId, ...details } = error.details as Record<string, never> & { logId?: string };
  return { code: error.code, details, ...(logId === undefined ? {} : { logId }) };
}

function resourcesFolder(): string {
  const given = process.env['MAILLAGE_RESOURCES'];
  if (given !== undefined && given !== '') return given;
  // From the sources and from the build alike, the resources lie at the project's root.
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  return resolve(here, here.endsWith('cli') ? '../../../resources' : '../../resources');
}

function actor(): string {
  try {
    return userInfo().username;
  } catch {
    return 'cli'; // No account name in some containers.
  }
}

/** A bar on stderr, only where someone watches. */
function progressBar(): ((done: number, total: number | null) => void) | null {
  if (!process.stderr.isTTY) return null;
  let last = 0;
  return (done, total) => {
    const now = Date.now();
    if (now - last < 100 && done !== total) return;
    last = now;
    process.stderr.write(
      `\r\u001b[K${total === null || total === 0 ? done : `${Math.floor((done / total) * 100)} %`}${done === total ? '\r\u001b[K' : ''}`,
    );
  };
}

/** Runs `work` with a service whose workspace is `file` (null for commands that open it themselves); always closes it. */
export async function withSession<T>(
  file: string | null,
  lang: Language,
  work: (session: CliSession) => Promise<T>,
  host: Pick<Host, 'pipe'> = {},
): Promise<T> {
  const temporary = mkdtempSync(join(tmpdir(), `maillage-${process.pid}-`));
  sweepTemporary(tmpdir());
  const printPdf = pdfPrinter();
  const service: Service = createService(
    { ...host, resources: resourcesFolder(), temporary, ...(printPdf === null ? {} : { printPdf }) },
    ({ id, procedure, error }) => {
      process.stderr.write(
        `[${id}] ${procedure}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    },
  );
  const bar = progressBar();
  const callAny = async (name: string, input: unknown): Promise<unknown> => {
    const result: Result<unknown> = await dispatch(service, name, input, {
      lang,
      actor: actor(),
      origin: 'cli',
      ...(bar === null ? {} : { onProgress: ({ done, total }) => bar(done, total) }),
    });
    if (result.ok) return result.value;
    const { code, details, logId } = result.error;
    throw new AppError(code, logId === undefined ? details : { ...details, logId });
  };
  const stop = (): void => {
    for (const job of service.jobs.values()) job.abort();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    if (file !== null) await callAny('workspace.open', { path: file });
    return await work({
      lang,
      call: (async (name: string, input: unknown) => callAny(name, input)) as CliSession['call'],
      callAny,
    });
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    if (service.workspace !== null) await closeWorkspace(service.workspace);
    rmSync(temporary, { recursive: true, force: true });
  }
}
