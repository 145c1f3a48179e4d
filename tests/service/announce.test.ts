/** The service as a process of its own tells the shell of every change: before the answer to whoever made it, and soon after another process did. */
import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromService, ToService } from '#shared/shell/messages.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { resources, testWorkspace } from '../factories/workspace.ts';

let child: ChildProcess;
let path: string;
let folder: string;
let cleanUp: () => Promise<void>;
let heard: FromService[];

const say = (message: ToService): void => void child.send(message);
const heardOf = (type: FromService['type']): number => heard.filter((message) => message.type === type).length;

const until = (holds: () => boolean): Promise<void> =>
  vi.waitFor(
    () => {
      if (!holds()) throw new Error('not yet');
    },
    { timeout: 20_000, interval: 10 },
  );

let lastId = 0;
/** Calls a procedure; what was said until its answer came, in order. */
async function call(name: string, input: unknown): Promise<FromService[]> {
  const from = heard.length;
  lastId += 1;
  const id = lastId;
  say({ type: 'call', id, name, input, lang: 'fr', actor: 'Camille', jobId: null });
  await until(() => heard.some((message) => message.type === 'result' && message.id === id));
  const said = heard.slice(from);
  const last = said.find((message) => message.type === 'result' && message.id === id);
  expect(last).toMatchObject({ result: { ok: true } });
  return said;
}

beforeEach(async () => {
  const workspace = await testWorkspace();
  ({ path, folder } = workspace);
  await workspace.call('sites.create', { name: 'Lyon' });
  const { service } = workspace;
  if (service.workspace !== null) await closeWorkspace(service.workspace);
  service.workspace = null;
  cleanUp = workspace.close;
  heard = [];
  child = fork(join(import.meta.dirname, '../../electron/service/entry.ts'), [], { serialization: 'advanced' });
  child.on('message', (message) => heard.push(message as FromService));
  say({ type: 'start', resources, temporary: folder, rescue: folder, backupFolder: null, canPrint: false });
  await until(() => heardOf('ready') === 1);
});
afterEach(async () => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  say({ type: 'stop' });
  await gone;
  await cleanUp();
});

describe('the service process', () => {
  it('says that something changed before it answers the write, and nothing after a read, an opening or a refusal', async () => {
    const types = (said: FromService[]): string[] => said.map((message) => message.type);
    expect(types(await call('workspace.open', { path }))).toEqual(['result']);
    expect(types(await call('sites.list', {}))).toEqual(['result']);
    expect(types(await call('sites.create', { name: 'Nantes' }))).toEqual(['changed', 'result']);
    expect(types(await call('history.undo', {}))).toEqual(['changed', 'result']);
    expect(types(await call('history.redo', {}))).toEqual(['changed', 'result']);
    expect(types(await call('sites.list', {}))).toEqual(['result']);
    expect(types(await call('workspace.backup', {}))).toEqual(['changed', 'result']);
    expect(types(await call('workspace.close', {}))).toEqual(['result']);
  });

  it('notices what another process writes into a file that this one only reads', async () => {
    chmodSync(path, 0o444);
    await call('workspace.open', { path });
    await call('sites.list', {});
    expect(heardOf('changed')).toBe(0);
    chmodSync(path, 0o644);
    const other = new Database(path);
    other.prepare(`update sites set name = 'Lyon Gerland'`).run();
    other.close();
    await expect.poll(() => heardOf('changed'), { timeout: 10_000 }).toBe(1);
    const said = await call('sites.list', {});
    expect(said.at(-1)).toMatchObject({ result: { value: { rows: [{ name: 'Lyon Gerland' }] } } });
    expect(heardOf('changed')).toBe(1);
  });
});
