/** At rest the service gives its memory back, and goes on as before. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { giveMemoryBack } from '../../electron/service/rest.ts';
import { testWorkspace } from '../factories/workspace.ts';

it('frees what nobody holds any more, and the file reads as before', async () => {
  const workspace = await testWorkspace();
  await workspace.call('sites.create', { code: 'S1', name: 'Lyon' });
  const before = await workspace.call('sites.list', { limit: 10 });
  const left = Array.from({ length: 20 }, () => new WeakRef({ filler: new Array(1000).fill(1) }));
  await turn();
  giveMemoryBack(workspace.service.workspace);
  expect(left.filter((one) => one.deref() !== undefined)).toEqual([]);
  expect(await workspace.call('sites.list', { limit: 10 })).toEqual(before);
  await workspace.close();
});

it('has nothing to do with a file that was closed, nor without one', async () => {
  const workspace = await testWorkspace();
  const { workspace: open } = workspace.service;
  await workspace.close();
  expect(() => giveMemoryBack(open)).not.toThrow();
  expect(() => giveMemoryBack(null)).not.toThrow();
});
