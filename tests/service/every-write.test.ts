/** Every procedure that writes, one by one: undone it leaves the database as it was, redone as it had made it; and it has words. */
import { trackedTables } from '#shared/kinds.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contract, type OutputOf, type WriteName } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { writeSamples, writeStage, type RecordingName, type Stage } from '../factories/writes.ts';

let workspace: TestWorkspace;
let stage: Stage;
let atFirst = 0;
beforeAll(async () => {
  workspace = await testWorkspace();
  stage = await writeStage(workspace);
  atFirst = steps();
});
afterAll(() => workspace.close());

const names = Object.keys(writeSamples) as RecordingName[];

/** Every row of every table of the user's, to the letter. */
function dump(): Record<string, unknown[]> {
  const reader = workspace.service.workspace?.reader;
  return Object.fromEntries(
    trackedTables.map((table) => [table, reader?.prepare(`select * from "${table}" order by id`).all() ?? []]),
  );
}

const steps = (): number =>
  workspace.service.workspace?.reader
    .prepare(`select count(*) from transactions where state = 'done'`)
    .pluck()
    .get() as number;

/** Each sample finds the stage as it was set. */
beforeEach(async () => {
  while (steps() > atFirst) await workspace.call('history.undo', {});
});

/** The words of an action in the history, with their plural forms; which feature holds them is the page's affair. */
function wordsOf(lang: string, name: string): string[] {
  const folder = join(import.meta.dirname, `../../renderer/locales/${lang}`);
  const key = name.replace('.', '_');
  return readdirSync(folder).flatMap((file) => {
    const { history } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { history?: Record<string, string> };
    return Object.entries(history ?? {})
      .filter(([one]) => one === key || new RegExp(`^${key}_(one|many|other)$`).test(one))
      .map(([, text]) => text);
  });
}

describe('every write', () => {
  it("has a sample, and every table of the user's is watched", () => {
    const writes = Object.entries(contract)
      .filter(([, procedure]) => procedure.kind === 'write')
      .map(([name]) => name);
    expect(writes.filter((name) => !names.includes(name as WriteName))).toEqual([]);
    const tables = workspace.service.workspace?.reader
      .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
      .pluck()
      .all() as string[];
    // Content by its hash, the history itself, the mark of the file: none is anyone's action.
    expect(
      tables.filter(
        (table) =>
          !(trackedTables as readonly string[]).includes(table) &&
          !/^(blobs|transactions|history|fileMark|search.*)$/.test(table),
      ),
    ).toEqual([]);
  });

  it.each(names)('%s is undone and redone to the letter, as one step', async (name) => {
    const sample = writeSamples[name] as (given: Stage) => Promise<never>;
    const input = await sample(stage);
    const before = dump();
    const done = steps();
    await workspace.call(name, input);
    const after = dump();
    expect(after).not.toEqual(before);
    expect(steps()).toBe(done + 1);
    await workspace.call('history.undo', {});
    expect(dump()).toEqual(before);
    await workspace.call('history.redo', {});
    expect(dump()).toEqual(after);
    const { rows } = await workspace.call('history.list', { limit: 1 });
    expect(rows[0]).toMatchObject({ procedure: name, actor: 'Camille', origin: 'app', state: 'done' });
    // What its words in the history need to be filled in.
    const holes = [
      ...Object.values(wordsOf('fr', name))
        .join(' ')
        .matchAll(/\{\{(\w+)\}\}/g),
    ].map((match) => match[1] ?? '');
    expect(holes.filter((hole) => (rows[0]?.summary[hole] ?? '') === '')).toEqual([]);
    await workspace.call('history.undo', {});
    expect(dump()).toEqual(before);
  });

  it.each(['fr', 'en'])('has its words in the history (%s)', (lang) => {
    expect(names.filter((name) => wordsOf(lang, name).length === 0)).toEqual([]);
  });
});

describe('what the history tells of a record', () => {
  it('names what a field points to: no id is left for a reader to guess at', async () => {
    for (const name of names) {
      const sample = writeSamples[name] as (given: Stage) => Promise<never>;
      await workspace.call(name, await sample(stage));
      while (steps() > atFirst) await workspace.call('history.undo', {});
    }
    const reader = workspace.service.workspace?.reader;
    const left: string[] = [];
    for (const table of trackedTables) {
      const ids = reader
        ?.prepare('select distinct recordId from history where tableName = ? and recordId is not null')
        .pluck()
        .all(table) as string[];
      for (const id of ids) {
        const { rows }: OutputOf<'history.record'> = await workspace.call('history.record', { table, id });
        for (const row of rows)
          for (const { field, before, after } of row.changes)
            if (/[0-9a-f]{8}-[0-9a-f]{4}-7/.test(JSON.stringify([before, after]))) left.push(`${table}.${field}`);
      }
    }
    expect([...new Set(left)]).toEqual([]);
  });
});
