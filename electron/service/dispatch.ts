/** Validates a call, runs it in the right kind of transaction and answers with a Result: the only catch-all. */
import { z } from 'zod';
import { procedureOf } from '#shared/contract.ts';
import type { Language } from '#shared/base/common.ts';
import { localDate } from '#shared/base/days.ts';
import type { Procedure, Progress } from '#shared/base/define.ts';
import { newId } from '#shared/base/ids.ts';
import { AppError, fail, ok, type FieldIssue, type Result } from '#shared/base/result.ts';
import type { Base, JobContext, ReadContext, SessionContext, WriteContext } from './context.ts';
import { beginAction, endAction, stopRecording } from './database/history.ts';
import { catalogue } from './features/catalogue.ts';
import { storageError } from './formats/storage-error.ts';
import { handlers } from './features/index.ts';
import type { Service } from './service.ts';
import type { Workspace } from './workspace.ts';
import { assertInPlace, inWriteTurn, openSnapshot } from './writing.ts';

export interface CallMeta {
  lang: Language;
  actor: string;
  origin: 'app' | 'cli';
  /** Names a job so that it can be cancelled; any text unique to the caller. */
  jobId?: string;
  onProgress?: (progress: Progress) => void;
}

type AnyHandler = (context: unknown, input: unknown) => unknown;

export async function dispatch(
  service: Service,
  name: string,
  input: unknown,
  meta: CallMeta,
): Promise<Result<unknown>> {
  const procedure = procedureOf(name);
  const handler = (handlers as Record<string, AnyHandler | undefined>)[name];
  if (procedure === null || procedure.kind === 'shell' || handler === undefined || !Object.hasOwn(handlers, name)) {
    return fail('unknown_procedure', { name: String(name).slice(0, 100) });
  }
  const checked = procedure.input.safeParse(input ?? {});
  if (!checked.success) return fail('invalid_input', { procedure: name, issues: issuesOf(checked.error) });
  try {
    return ok(await run(service, name, procedure, handler, checked.data, meta));
  } catch (error) {
    return failureOf(service, name, error);
  }
}

/** The refused fields in the words of the contract; the message in the user's language is made from `rule`. */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.slice(0, 50).map((issue) => ({
    path: [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].map(String).join('.'),
    rule:
      issue.code === 'custom'
        ? String(issue.params?.['rule'] ?? 'custom')
        : issue.code === 'invalid_format'
          ? `invalid_${issue.format}`
          : issue.code,
    message: issue.message,
  }));
}

function failureOf(service: Service, name: string, error: unknown): Result<never> {
  if (error instanceof AppError) return fail(error.code, error.details);
  if (error instanceof z.ZodError) return fail('invalid_input', { procedure: name, issues: issuesOf(error) });
  const code = (error as { code?: unknown } | null)?.code;
  const path = service.workspace?.path ?? '';
  const ofTheDisk = storageError(error, path);
  if (ofTheDisk !== null) return fail(ofTheDisk.code, ofTheDisk.details);
  if (code === 'SQLITE_READONLY') return fail('database_read_only', { path });
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === 'SQLITE_CONSTRAINT_TRIGGER') return fail('in_use', {});
  const id = newId();
  service.log({ id, procedure: name, error });
  return fail('internal', { procedure: name }, id);
}

function base(service: Service, meta: CallMeta): Base {
  const at = new Date();
  return { host: service.host, catalogue, lang: meta.lang, now: at.toISOString(), today: localDate(at) };
}

function openWorkspaceOf(service: Service): Workspace {
  if (service.workspace === null) throw new AppError('no_workspace');
  return service.workspace;
}

async function run(
  service: Service,
  name: string,
  procedure: Procedure,
  handler: AnyHandler,
  input: unknown,
  meta: CallMeta,
): Promise<unknown> {
  if (procedure.kind === 'read') {
    const workspace = openWorkspaceOf(service);
    const context: ReadContext = { ...base(service, meta), db: workspace.readerDb, raw: workspace.reader, workspace };
    return handler(context, input);
  }
  if (procedure.kind === 'write') {
    return writeAction(service, name, meta, (context) => Promise.resolve(handler(context, input)));
  }
  const abort = new AbortController();
  const jobId = meta.jobId ?? newId();
  service.jobs.set(jobId, abort);
  const progress = (value: Progress): void => meta.onProgress?.(value);
  try {
    if (procedure.kind === 'session') {
      const context: SessionContext = {
        ...base(service, meta),
        service,
        origin: meta.origin,
        actor: meta.actor,
        signal: abort.signal,
        progress,
      };
      return await handler(context, input);
    }
    const workspace = openWorkspaceOf(service);
    const context: JobContext = {
      ...base(service, meta),
      db: workspace.readerDb,
      raw: workspace.reader,
      workspace,
      signal: abort.signal,
      progress,
      breathe: () => breathe(abort.signal),
      snapshot: () => openSnapshot(workspace),
      write: (work) => writeAction(service, name, meta, work),
    };
    return await handler(context, input);
  } finally {
    service.jobs.delete(jobId);
  }
}

async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  if (signal.aborted) throw new AppError('cancelled');
}

/** One transaction, one line in the list of actions, one step of undo. */
async function writeAction<T>(
  service: Service,
  name: string,
  meta: CallMeta,
  work: (context: WriteContext) => Promise<T>,
): Promise<T> {
  const workspace = openWorkspaceOf(service);
  return inWriteTurn(workspace, async (writer, writerDb) => {
    try {
      return await writerDb.transaction().execute(async (db) => {
        const context = base(service, meta);
        const facts: Record<string, string | number | boolean | null> = {};
        const seq = beginAction(writer, { procedure: name, actor: meta.actor, origin: meta.origin, at: context.now });
        const value = await work({
          ...context,
          db,
          raw: writer,
          actor: meta.actor,
          note: (more) => Object.assign(facts, more),
        });
        endAction(writer, seq, facts);
        // The work may have been long: what cannot reach the file is taken back.
        assertInPlace(workspace);
        return value;
      });
    } catch (error) {
      stopRecording(writer);
      throw error;
    }
  });
}
