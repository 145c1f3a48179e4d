/** What comes in through the door from the page: checks what is named, then passes the call to the shell or the service. */
import { ipcMain } from 'electron';
import { shellContract } from '#shared/shell/contract.ts';
import type { ShellName } from '#shared/contract.ts';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { AppError, fail, ok, type Result } from '#shared/base/result.ts';
import { doorOn } from './door.ts';
import { assertGranted } from './security-rules.ts';
import { shellHandlers, type ShellContext } from './shell-procedures.ts';

export interface IpcOptions {
  context: ShellContext;
  allowedOrigins: string[];
  onWorkspace: (workspace: WorkspaceInfo | null) => void;
  onDropped: (paths: string[]) => void;
}

const isShellName = (name: string): name is ShellName => Object.hasOwn(shellContract, name);

type AnyShellHandler = (context: ShellContext, input: unknown) => unknown;

async function answerShell(context: ShellContext, name: string, input: unknown): Promise<Result<unknown>> {
  if (!isShellName(name)) return fail('unknown_procedure', { name: name.slice(0, 100) });
  const handler = shellHandlers[name] as AnyShellHandler;
  const checked = shellContract[name].input.safeParse(input ?? {});
  if (!checked.success)
    return fail('invalid_input', {
      procedure: name,
      issues: checked.error.issues.map((issue) => ({
        path: issue.path.map(String).join('.'),
        rule: issue.code,
        message: issue.message,
      })),
    });
  return ok(await handler(context, checked.data));
}

/** As many as the forms of a campaign that may come back at once. */
const mostDropped = 1000;

/** After these the shell knows which file is open: for the title, the recent files, and to open it again if the service dies. */
const workspaceCalls = new Set(['workspace.open', 'workspace.create', 'workspace.restore', 'workspace.saveAs']);

async function answer(
  options: IpcOptions,
  name: string,
  input: unknown,
  jobId: string | null,
): Promise<Result<unknown>> {
  const { context } = options;
  try {
    // The service knows its own procedures, and refuses the names that are none.
    if (name.startsWith('shell.')) return await answerShell(context, name, input);
    assertGranted(context.grants, input);
    const { lang, actor } = context.preferences.get();
    const result = await (context.opening.take(name, input) ??
      context.service.call(name, input, { lang, actor, jobId }));
    if (result.ok && workspaceCalls.has(name)) options.onWorkspace(result.value as WorkspaceInfo);
    if (result.ok && name === 'workspace.close') options.onWorkspace(null);
    if (result.ok && name === 'workspace.backups')
      for (const row of (result.value as { rows: { path: string }[] }).rows) context.grants.allow(row.path);
    return result;
  } catch (error) {
    if (error instanceof AppError) return fail(error.code, error.details);
    console.error(error);
    return fail('internal', { procedure: name });
  }
}

export function listen(options: IpcOptions): void {
  const { context, allowedOrigins } = options;
  const on = doorOn(ipcMain, { contents: () => context.window.webContents, allowedOrigins });
  on<Result<unknown>>('call', fail('forbidden', { what: 'sender' }), (name, input, jobId) =>
    typeof name !== 'string' || (jobId !== null && (typeof jobId !== 'string' || jobId.length > 100))
      ? fail('unknown_procedure', { name: '' })
      : answer(options, name, input, jobId),
  );
  on<void>('dropped', undefined, (paths) => {
    if (!Array.isArray(paths)) return;
    const list = paths
      .filter((path): path is string => typeof path === 'string' && path.length < 4096)
      .slice(0, mostDropped);
    for (const path of list) context.grants.allow(path);
    options.onDropped(list);
  });
}
