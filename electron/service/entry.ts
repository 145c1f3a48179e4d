/** The service as a process of its own: reads messages from the shell, answers each call, ends with its parent. */
import { dirname } from 'node:path';
import type { FromService, ToService } from '#shared/shell/messages.ts';
import { fail } from '#shared/base/result.ts';
import { sweepTemporary } from './formats/beside.ts';
import { dispatch } from './dispatch.ts';
import { faultText } from './formats/fault-text.ts';
import { watchChanges } from './freshness.ts';
import { readAnew } from './reading.ts';
import { giveMemoryBack } from './rest.ts';
import { createService, type Service } from './service.ts';
import { chooseBackupFolder, closeWorkspace, rollIfDue } from './session.ts';
import type { Workspace } from './workspace.ts';
import { inWriteQueue, lookAfter } from './writing.ts';

/** Electron's utility process and Node's child process differ only in where the port is. */
interface ParentPort {
  postMessage: (message: FromService) => void;
  on: (event: 'message', handler: (event: { data: ToService }) => void) => void;
}

const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;

function send(message: FromService): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else if (process.connected) process.send?.(message);
}

let service: Service | null = null;
let hasChanged = (): boolean => false;
const prints = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
let printCount = 0;

function printPdf(
  htmlPath: string,
  outPath: string,
  page: { widthInches: number; heightInches: number },
): Promise<void> {
  printCount += 1;
  const id = printCount;
  return new Promise((resolve, reject) => {
    prints.set(id, { resolve, reject });
    send({ type: 'print', id, htmlPath, outPath, ...page });
  });
}

function start(message: Extract<ToService, { type: 'start' }>): void {
  service = createService(
    {
      resources: message.resources,
      temporary: message.temporary,
      rescue: message.rescue,
      ...(message.canPrint ? { printPdf } : {}),
    },
    ({ id, procedure, error }) => {
      send({ type: 'log', id, procedure, text: faultText(error) });
    },
  );
  service.backupFolder = message.backupFolder;
  service.onLoss = (loss) => send({ type: 'file', loss });
  hasChanged = watchChanges(service);
  setImmediate(() => sweepTemporary(dirname(message.temporary)));
  send({ type: 'ready' });
}

/** A window may stay open for weeks: copies are made as the work goes on, in a minute in which nothing was asked. */
const restMilliseconds = 60_000;
let lastCall = Date.now();

function rollWhenIdle(): void {
  const workspace = service?.workspace ?? null;
  if (service === null || workspace === null || service.jobs.size > 0 || Date.now() - lastCall < restMilliseconds)
    return;
  const { log } = service;
  void inWriteQueue(workspace, async () => {
    // Closed while it waited its turn: nothing to copy.
    if (workspace.writer?.open !== true) return;
    try {
      rollIfDue(workspace);
    } catch (error) {
      log({ id: 'backup', procedure: 'rolling', error });
    }
  });
}

/** Long enough that who reads on is not kept waiting, short enough that an app left open is a small one. */
const quietMilliseconds = 3000;
let hasGivenBack = false;

function giveBackWhenQuiet(): void {
  if (hasGivenBack || service === null || service.jobs.size > 0 || Date.now() - lastCall < quietMilliseconds) return;
  hasGivenBack = true;
  giveMemoryBack(service.workspace);
}

/** How soon the page hears of what another process wrote. */
const watchMilliseconds = 2000;

let isFollowing = false;
let nextFollowing = 0;

/** Who may only read sees what others write: a new picture of the file is taken, seldom enough that copying it is not all that is done. */
async function follow({ jobs }: Service, workspace: Workspace): Promise<void> {
  if (isFollowing || jobs.size > 0 || Date.now() < nextFollowing) return;
  const kind = workspace.presence.check();
  if (kind === null || kind === 'removed') return;
  isFollowing = true;
  const began = Date.now();
  try {
    await readAnew(workspace);
  } catch {
    // What lies there now cannot be read: the picture of before stays, and the page says that there is something newer.
    lookAfter(workspace);
  } finally {
    isFollowing = false;
    nextFollowing = Date.now() + 20 * (Date.now() - began);
  }
}

/** Whether the open file is still in its place, and what others wrote. */
function lookAround(): void {
  const workspace = service?.workspace ?? null;
  if (service === null || workspace === null) return;
  if (workspace.readOnly !== null)
    void follow(service, workspace)
      .catch(() => undefined)
      .then(announce);
  else announce();
}

function announce(): void {
  try {
    if (service?.workspace?.readOnly === null) lookAfter(service.workspace);
    if (hasChanged()) send({ type: 'changed' });
  } catch {
    // A file that cannot be looked at any more is told of by whoever reads it next.
  }
}

async function answer(message: Extract<ToService, { type: 'call' }>): Promise<void> {
  if (service === null) {
    send({ type: 'result', id: message.id, result: fail('service_stopped') });
    return;
  }
  lastCall = Date.now();
  hasGivenBack = false;
  const jobId = message.jobId;
  const result = await dispatch(service, message.name, message.input, {
    lang: message.lang,
    actor: message.actor,
    origin: 'app',
    ...(jobId === null
      ? {}
      : { jobId, onProgress: throttled((progress) => send({ type: 'progress', jobId, progress })) }),
  });
  // Before the answer: whoever has it and asks on must not be given what was read before.
  announce();
  send({ type: 'result', id: message.id, result });
}

/** A job may report thousands of times a second; a bar needs ten, and always the last of a stage. */
function throttled<T extends { done: number; total: number | null; label: string }>(
  report: (value: T) => void,
): (value: T) => void {
  let last = 0;
  let label = '';
  return (value) => {
    const now = Date.now();
    if (now - last < 100 && value.label === label && value.done !== value.total) return;
    last = now;
    label = value.label;
    report(value);
  };
}

function receive(message: ToService): void {
  if (message.type === 'start') start(message);
  else if (message.type === 'call') void answer(message);
  else if (message.type === 'stop') void end();
  else if (message.type === 'backupFolder' && service !== null) chooseBackupFolder(service, message.folder);
  else if (message.type === 'printed') {
    const waiting = prints.get(message.id);
    prints.delete(message.id);
    if (message.error === null) waiting?.resolve();
    else waiting?.reject(Object.assign(new Error(message.error.text), { code: message.error.code }));
  }
}

async function end(): Promise<void> {
  const workspace = service?.workspace ?? null;
  if (workspace !== null) await closeWorkspace(workspace);
  process.exit(0);
}

if (parentPort !== undefined) parentPort.on('message', (event) => receive(event.data));
else {
  process.on('message', (message) => receive(message as ToService));
  process.on('disconnect', () => void end());
}
process.on('SIGTERM', () => void end());
setInterval(rollWhenIdle, restMilliseconds).unref();
setInterval(giveBackWhenQuiet, quietMilliseconds).unref();
setInterval(lookAround, watchMilliseconds).unref();
