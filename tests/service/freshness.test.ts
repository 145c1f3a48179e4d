/** No read is left stale: whatever writes is noticed, and what the page has read is asked again, but for reads marked static. */
import { QueryObserver } from '@tanstack/react-query';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contract, type JobName, type ReadName } from '#shared/contract.ts';
import type { Procedure } from '#shared/base/define.ts';
import { watchChanges } from '../../electron/service/freshness.ts';
import { isStatic } from '../../renderer/lib/api.ts';
import { createFreshness, type Freshness } from '../../renderer/lib/freshness.ts';
import { fileJobSamples, readSamples, readStage, type FileJobName, type ReadStage } from '../factories/reads.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { writeSamples, writeStage, type RecordingName, type Stage } from '../factories/writes.ts';

const namesOf = (kind: Procedure['kind']): string[] =>
  Object.entries(contract)
    .filter(([, procedure]) => procedure.kind === kind)
    .map(([name]) => name);
const reads = Object.keys(readSamples) as ReadName[];
const writes = Object.keys(writeSamples) as RecordingName[];
const fileJobs = Object.keys(fileJobSamples) as FileJobName[];

let workspace: TestWorkspace;
let stage: ReadStage;
let hasChanged: () => boolean;
let atFirst = 0;
const inputs: Record<string, unknown> = {};

const steps = (): number =>
  workspace.service.workspace?.reader
    .prepare(`select count(*) from transactions where state = 'done'`)
    .pluck()
    .get() as number;

/** What the service answers now, a refusal by its code. */
async function answerOf(name: string, input: unknown): Promise<unknown> {
  try {
    return await workspace.call(name as ReadName, input as never);
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

/** An answer as text, whatever the order of its fields. */
const textOf = (answer: unknown): string =>
  JSON.stringify(answer, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );

async function answers(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of reads) found[name] = textOf(await answerOf(name, inputs[name]));
  return found;
}

beforeAll(async () => {
  workspace = await testWorkspace();
  stage = await readStage(await writeStage(workspace));
  for (const name of reads) inputs[name] = (readSamples[name] as (given: ReadStage) => unknown)(stage);
  hasChanged = watchChanges(workspace.service);
  hasChanged();
  atFirst = steps();
});
afterAll(() => workspace.close());
beforeEach(async () => {
  while (steps() > atFirst) await workspace.call('history.undo', {});
  hasChanged();
});

const inputOf = (name: RecordingName): Promise<never> =>
  (writeSamples[name] as (given: Stage) => Promise<never>)(stage);

describe('samples', () => {
  it('are there for every read, every write and every job of the contract', () => {
    expect(namesOf('read').filter((name) => !reads.includes(name as ReadName))).toEqual([]);
    expect(namesOf('write').filter((name) => !writes.includes(name as RecordingName))).toEqual([]);
    const jobs = [...writes, ...fileJobs] as string[];
    expect(namesOf('job').filter((name) => !jobs.includes(name))).toEqual([]);
  });

  it('have something to answer: no read refuses, and the page holds those static that the contract does', async () => {
    const found = await answers();
    expect(Object.entries(found).filter(([, answer]) => answer.includes('"refused"'))).toEqual([]);
    const marked = Object.entries(contract).filter(([, procedure]) => (procedure as Procedure).static === true);
    expect(marked.map(([name]) => name)).toEqual(Object.keys(contract).filter(isStatic));
  });
});

/** Every read on screen at once, in the page's own cache, with the service behind it. */
interface Page extends Freshness {
  /** What each read shows. */
  shown: () => Record<string, string>;
  settled: () => Promise<void>;
  /** How often each read was asked. */
  asked: Map<string, number>;
  close: () => void;
}

async function pageOf(staticRead: (name: string) => boolean = isStatic): Promise<Page> {
  const asked = new Map<string, number>();
  const freshness = createFreshness({
    isStatic: staticRead,
    burst: 0,
    call: (name, input) => {
      asked.set(name, (asked.get(name) ?? 0) + 1);
      return answerOf(name, input);
    },
  });
  const { client } = freshness;
  client.mount();
  const observers = reads.map((name) => new QueryObserver(client, { queryKey: [name, inputs[name]] }));
  const stops = observers.map((observer) => observer.subscribe(() => undefined));
  const settled = async (): Promise<void> => {
    do await new Promise((resolve) => setTimeout(resolve, 2));
    while (client.isFetching() > 0);
  };
  await settled();
  return {
    ...freshness,
    asked,
    settled,
    shown: () => Object.fromEntries(reads.map((name, at) => [name, textOf(observers[at]?.getCurrentResult().data)])),
    close: () => {
      for (const stop of stops) stop();
      client.clear();
      client.unmount();
    },
  };
}

const differing = (one: Record<string, string>, other: Record<string, string>): ReadName[] =>
  reads.filter((name) => one[name] !== other[name]);

describe('after every write', () => {
  let page: Page;
  const changed = new Set<string>();
  const everyOneOnce = Object.fromEntries(reads.map((name) => [name, isStatic(name) ? 0 : 1]));
  beforeAll(async () => {
    page = await pageOf();
  });
  afterAll(() => page.close());

  /** Does one step; what the page hears of it, it hears as the window does. */
  const hear = async (step: () => Promise<unknown>): Promise<void> => {
    page.asked.clear();
    await step();
    if (hasChanged()) page.changed();
    await page.settled();
  };

  it.each(writes)('%s leaves no read stale, nor does undoing it', async (name) => {
    let input: never = undefined as never;
    await hear(async () => {
      input = await inputOf(name);
    });
    const before = page.shown();
    await hear(() => workspace.call(name, input));
    expect(Object.fromEntries(reads.map((read) => [read, page.asked.get(read) ?? 0]))).toEqual(everyOneOnce);
    const after = await answers();
    expect(differing(page.shown(), after)).toEqual([]);
    const differ = differing(before, after);
    expect(differ).toContain('history.list');
    for (const read of differ) changed.add(read);
    await hear(() => workspace.call('history.undo', {}));
    expect(Object.fromEntries(reads.map((read) => [read, page.asked.get(read) ?? 0]))).toEqual(everyOneOnce);
    for (const direction of ['history.redo', 'history.undo'] as const) {
      await workspace.call(direction, {});
      expect(hasChanged()).toBe(true);
    }
  });

  it('has seen every other read change: each sample can tell', () => {
    // What depends on the day and the language alone, on a try of an import, or not at all.
    const constant = ['reports.list', 'campaigns.templates', 'imports.outcomes'];
    expect(reads.filter((name) => !isStatic(name) && !constant.includes(name) && !changed.has(name))).toEqual([]);
  });

  it('finds a read stale that was wrongly marked static', async () => {
    const wrong = await pageOf((name) => isStatic(name) || name === 'sites.list' || name === 'campaigns.facets');
    await workspace.call('sites.create', { name: 'Dépôt de Vienne' });
    expect(hasChanged()).toBe(true);
    wrong.changed();
    await wrong.settled();
    expect(differing(wrong.shown(), await answers())).toEqual(['sites.list']);
    wrong.close();
  });
});

describe('what is no change', () => {
  it.each(fileJobs)('%s makes its files and has nothing asked again', async (name) => {
    // The writes before this have had their own files tried.
    const { planId } = await workspace.call('imports.dryRun', fileJobSamples['imports.dryRun'](stage));
    const done = steps();
    await workspace.call(name as JobName, (fileJobSamples[name] as (given: ReadStage) => never)({ ...stage, planId }));
    expect(steps()).toBe(done);
    expect(hasChanged()).toBe(false);
  });

  it('a read and a refused write change nothing; a copy in the folder of copies does', async () => {
    await answers();
    await workspace.refused('sites.update', { id: stage.bikeId, set: { name: 'X' } });
    await workspace.refused('sites.create', {});
    expect(hasChanged()).toBe(false);
    const before = await workspace.call('workspace.backups', {});
    await workspace.call('workspace.backup', {});
    expect(hasChanged()).toBe(true);
    expect(await workspace.call('workspace.backups', {})).not.toEqual(before);
    expect(hasChanged()).toBe(false);
  });
});
