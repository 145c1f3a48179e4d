/** Kill -9, many times, in the midst of writes, exports and migrations: nothing that was answered is lost, no half file stays. */
import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWriter } from '../../electron/service/database/connect.ts';
import { allRows } from '../../electron/service/sources/rows.ts';
import { openSource } from '../../electron/service/sources/source.ts';
import { latestVersion } from '../../electron/service/migrations/index.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { bundled, bundleEnv } from '../factories/bundle.ts';
import { smallEdition } from '../factories/edition.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { officeFaultsOf } from '../helpers/office-judge.ts';

const times = 8;

let child: string;
let workspace: TestWorkspace;
beforeAll(async () => {
  child = await bundled('tests/fixtures/kill-child.ts');
});
beforeEach(async () => {
  workspace = await testWorkspace();
  for (let n = 0; n < 20; n += 1) await workspace.call('sites.create', { name: `Premier ${n}` });
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
});
afterEach(() => workspace.close());

/** Runs the child, kills it `delay` ms after it began, and gives the lines it had said. */
const killAfter = (delay: number, ...args: string[]): Promise<string[]> =>
  killWhen(
    (kill) => {
      const timer = setTimeout(kill, delay);
      return () => clearTimeout(timer);
    },
    ...args,
  );

/** Kills the child once it has answered so many times and `delay` ms more have gone by: however busy the machine, it was at work. */
const killAfterAnswers = (answers: number, delay: number, ...args: string[]): Promise<string[]> =>
  killWhen(
    (kill, lines) => {
      let timer: NodeJS.Timeout | undefined;
      const watched = setInterval(() => {
        if (timer === undefined && lines() > answers) timer = setTimeout(kill, delay);
      }, 1);
      return () => {
        clearInterval(watched);
        clearTimeout(timer);
      };
    },
    ...args,
  );

/** Kills the child in its work after so many answers, just before or just after `act` took its file away. */
const killAround = (answers: number, when: 'before' | 'after', act: () => void): Promise<string[]> =>
  killWhen(
    (kill, lines) => {
      const watched = setInterval(() => {
        if (lines() <= answers) return;
        clearInterval(watched);
        if (when === 'before') act();
        kill();
        if (when === 'after') act();
      }, 1);
      return () => clearInterval(watched);
    },
    'write',
    workspace.path,
  );

/** Kills the child as soon as it begins to write the file of that name. */
const killAtFile = (target: string, ...args: string[]): Promise<string[]> =>
  killWhen(
    (kill) => {
      const watcher = watch(workspace.folder, (_event, name) => {
        if (name?.startsWith(target) === true) kill();
      });
      return () => watcher.close();
    },
    ...args,
  );

/** Runs the child and arms its death once it began; gives the lines it had said. */
function killWhen(arm: (kill: () => void, lines: () => number) => () => void, ...args: string[]): Promise<string[]> {
  return new Promise((done, refuse) => {
    const process_ = spawn(process.execPath, [child, ...args], { env: bundleEnv, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    let killed = false;
    let disarm: (() => void) | undefined;
    process_.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (disarm === undefined && output.includes('begin'))
        disarm = arm(
          () => {
            killed = true;
            process_.kill('SIGKILL');
          },
          () => output.split('\n').length - 1,
        );
    });
    process_.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    process_.on('exit', (code, signal) => {
      disarm?.();
      // What saw its file go may have ended by itself a moment before.
      if (!killed && signal !== 'SIGKILL' && code !== 0) refuse(new Error(complaint));
      // The last line may be cut: only a whole one was said.
      else done(output.split('\n').slice(0, -1));
    });
  });
}

async function reopen(): Promise<void> {
  await workspace.call('workspace.open', { path: workspace.path });
  expect((await workspace.call('workspace.check', {})).problems).toEqual([]);
}

async function shut(): Promise<void> {
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
}

describe('kill -9', () => {
  it('in the midst of writes: every answered write is there, and undo still works', async () => {
    const answered = new Set<string>();
    for (let n = 0; n < times; n += 1) {
      for (const line of await killAfterAnswers(2 + n, n * 3, 'write', workspace.path))
        if (line.length === 36) answered.add(line);
      await reopen();
      const { ids } = await workspace.call('sites.ids', {});
      expect([...answered].filter((id) => !ids.includes(id))).toEqual([]);
      // At most the one write that was done but not yet answered stands beside them.
      expect(ids.length - 20 - answered.size).toBeLessThanOrEqual(n + 1);
      await shut();
    }
    expect(answered.size).toBeGreaterThan(times);
    await reopen();
    const before = (await workspace.call('sites.ids', {})).ids.length;
    await workspace.call('history.undo', {});
    expect((await workspace.call('sites.ids', {})).ids.length).toBe(before - 1);
  }, 60_000);

  it.each([
    { what: 'renamed over', act: (theirs: string) => renameSync(theirs, workspace.path) },
    {
      what: 'removed and made anew',
      act: (theirs: string) => (unlinkSync(workspace.path), copyFileSync(theirs, workspace.path)),
    },
    { what: 'written over in place', act: (theirs: string) => copyFileSync(theirs, workspace.path) },
  ])(
    'while its file is $what: the log of the dead is not replayed into the other file',
    async ({ act }) => {
      const theirs = join(workspace.folder, 'du-collegue');
      let withLog = 0;
      for (let n = 0; n < times; n += 1) {
        copyFileSync(workspace.path, theirs);
        await workspace.call('workspace.open', { path: theirs });
        await workspace.call('sites.create', { name: `Du collègue ${n}` });
        const expected = (await workspace.call('sites.ids', {})).ids.toSorted();
        await shut();
        const bytes = readFileSync(theirs);
        await killAround(1 + n * 4, n % 2 === 0 ? 'before' : 'after', () => act(theirs));
        expect(readFileSync(workspace.path).equals(bytes)).toBe(true);
        const { logAside } = await workspace.call('workspace.open', { path: workspace.path });
        if (logAside !== null) withLog += 1;
        expect((await workspace.call('sites.ids', {})).ids.toSorted()).toEqual(expected);
        expect((await workspace.call('workspace.check', {})).problems).toEqual([]);
        await workspace.call('sites.create', { name: 'Ensuite' });
        await shut();
      }
      expect(withLog).toBeGreaterThan(times / 2);
    },
    60_000,
  );

  it('after a copy of its own was put in its place by hand: the log is not replayed into that either', async () => {
    await workspace.call('workspace.open', { path: workspace.path });
    await workspace.call('sites.create', { name: 'Avant' });
    const copy = (await workspace.call('workspace.backup', {})).path;
    const expected = (await workspace.call('sites.ids', {})).ids.toSorted();
    await shut();
    for (let n = 0; n < 4; n += 1) {
      // Put back from the same copy each time: what the last opening logged began from a file that looked the same.
      copyFileSync(copy, workspace.path);
      await killAround(1 + n, 'after', () => copyFileSync(copy, workspace.path));
      await reopen();
      expect((await workspace.call('sites.ids', {})).ids.toSorted()).toEqual(expected);
      await shut();
    }
  }, 60_000);

  it('in the midst of a copy: the file of that name is absent or whole', async () => {
    for (let n = 0; n < times; n += 1) {
      const said = await killAfter(
        20 + n * 17,
        'call',
        workspace.path,
        'workspace.backup',
        JSON.stringify({ outPath: join(workspace.folder, `copie-${n}-{n}.maillage`) }),
      );
      const copies = readdirSync(workspace.folder).filter(
        (name) => name.startsWith(`copie-${n}-`) && name.endsWith('.maillage'),
      );
      expect(copies.length).toBeGreaterThanOrEqual(said.filter((line) => line === 'done').length);
      for (const name of copies) {
        const copy = new Database(join(workspace.folder, name), { readonly: true });
        expect(copy.pragma('quick_check', { simple: true })).toBe('ok');
        expect(copy.prepare('select count(*) from sites').pluck().get()).toBe(20);
        copy.close();
      }
      await reopen();
      await shut();
    }
  }, 60_000);

  it('in the midst of an export: the file of that name is absent or whole, and what was begun is cleared away by the next', async () => {
    const rows = 5000;
    const writer = openWriter(workspace.path);
    writer.exec(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i <= ${rows}) insert into sites (id, code, name, searchKey, createdAt, updatedAt) select printf('00000000-0000-7000-8000-%012d', i), 'K' || i, 'Site ' || i, 'site ' || i, 'x', 'x' from n limit ${rows}`,
    );
    writer.close();
    const files = (): string[] => readdirSync(workspace.folder).filter((name) => name.startsWith('rapport-'));
    let begun = 0;
    for (let n = 0; n < 5; n += 1) {
      const format = n % 2 === 0 ? 'csv' : 'xlsx';
      const said = await killAfter(
        60 + n * 50,
        'call',
        workspace.path,
        'reports.export',
        JSON.stringify({
          report: 'sites',
          format,
          dialect: 'machine',
          outPath: join(workspace.folder, `rapport-${n}-{n}.${format}`),
        }),
      );
      const whole = files().filter((name) => name.startsWith(`rapport-${n}-`) && name.endsWith(`.${format}`));
      expect(whole.length).toBeGreaterThanOrEqual(said.filter((line) => line === 'done').length);
      for (const name of whole) {
        const source = await openSource(join(workspace.folder, name), {
          encoding: null,
          delimiter: null,
          sheet: null,
          hiddenRows: false,
        });
        expect(await allRows(source)).toHaveLength(20 + rows);
        source.close();
      }
      begun += files().filter((name) => name.endsWith('partial')).length;
      await reopen();
      await workspace.call('reports.export', { report: 'ranking', outPath: join(workspace.folder, 'autre.csv') });
      expect(files().filter((name) => name.endsWith('partial'))).toEqual([]);
      await shut();
    }
    expect(begun).toBeGreaterThan(0);
  }, 60_000);

  it.each([
    {
      what: 'a report',
      procedure: 'reports.export',
      input: { report: 'sites', format: 'csv', dialect: 'machine' },
      ending: 'csv',
      whole: (bytes: Buffer) => bytes.toString('utf8').split('\n').length === 22,
    },
    {
      what: 'a workbook',
      procedure: 'reports.export',
      input: { report: 'sites', format: 'xlsx' },
      ending: 'xlsx',
      whole: (bytes: Buffer) => Object.keys(unzipSync(bytes)).includes('xl/workbook.xml'),
    },
  ])(
    'in the midst of $what: the file of that name is absent or whole, and the next export clears up',
    async ({ procedure, input, ending, whole }) => {
      let seen = 0;
      const files = (): string[] => readdirSync(workspace.folder).filter((name) => name.startsWith('export-'));
      for (let n = 0; n < times; n += 1) {
        await killAfter(
          10 + n * 31,
          'call',
          workspace.path,
          procedure,
          JSON.stringify({ ...input, outPath: join(workspace.folder, `export-${n}-{n}.${ending}`) }),
        );
        for (const name of files().filter((one) => one.endsWith(`.${ending}`))) {
          seen += 1;
          expect(whole(readFileSync(join(workspace.folder, name)))).toBe(true);
          rmSync(join(workspace.folder, name));
        }
      }
      expect(seen).toBeGreaterThan(0);
      await reopen();
      await workspace.call(procedure as 'reports.export', {
        ...(input as { report: 'sites' }),
        outPath: join(workspace.folder, `export-last.${ending}`),
      });
      expect(files()).toEqual([`export-last.${ending}`]);
    },
    60_000,
  );

  it('in the midst of a deck: the file of that name is absent or whole, the workspace is sound, and the next deck clears up', async () => {
    await workspace.call('workspace.open', { path: workspace.path });
    const { editionId } = await smallEdition(workspace);
    const deck = await workspace.call('deck.build', { editionId, lang: 'fr' });
    const { slides } = await workspace.call('deck.get', { id: deck.id });
    await shut();
    const files = (): string[] => readdirSync(workspace.folder).filter((name) => name.startsWith('deck-'));
    const asked = { deckId: deck.id, format: 'pptx' as const };
    let begun = 0;
    let whole = 0;
    // The first deck, the second, the third, and on until one was cut short: how fast the disk is decides whether the kill comes before the name.
    for (let n = 0; n < 4 || (begun === 0 && n < 12); n += 1) {
      const args = [
        'call',
        workspace.path,
        'deck.export',
        JSON.stringify({ ...asked, outPath: join(workspace.folder, `deck-${n}-{n}.pptx`) }),
      ];
      // While it is being put together, and at the moment when it is written down.
      const said = n === 0 ? await killAfter(40, ...args) : await killAtFile(`deck-${n}-${n - 1}.pptx`, ...args);
      const named = files().filter((name) => name.endsWith('.pptx'));
      expect(named.length).toBeGreaterThanOrEqual(said.filter((line) => line === 'done').length);
      for (const name of named) {
        expect(await officeFaultsOf(readFileSync(join(workspace.folder, name)), '.pptx', ['Office2019'])).toEqual([]);
        rmSync(join(workspace.folder, name));
        whole += 1;
      }
      begun += files().filter((name) => name.endsWith('partial')).length;
      await reopen();
      expect((await workspace.call('deck.get', { id: deck.id })).slides).toEqual(slides);
      await workspace.call('deck.export', { ...asked, outPath: join(workspace.folder, 'deck-next.pptx') });
      expect(files()).toEqual(['deck-next.pptx']);
      rmSync(join(workspace.folder, 'deck-next.pptx'));
      await shut();
    }
    expect(begun).toBeGreaterThan(0);
    expect(whole).toBeGreaterThan(0);
  }, 60_000);

  it('in the midst of an import: all of it is there or none, and it can be taken again', async () => {
    const path = join(workspace.folder, 'sites.csv');
    const rows = 15_000;
    writeFileSync(
      path,
      `Code;Nom\n${Array.from({ length: rows }, (_, index) => `K${index};Site ${index}`).join('\n')}\n`,
    );
    const input = { path, kind: 'sites' as const, mapping: { Code: 'code', Nom: 'name' } };
    let finished = false;
    for (let n = 0; n < times && !finished; n += 1) {
      await killAfter(30 + n * 45, 'call', workspace.path, 'imports.commit', JSON.stringify(input));
      await reopen();
      const { total } = await workspace.call('sites.list', {});
      expect([20, 20 + rows]).toContain(total);
      finished = total > 20;
      await shut();
    }
    await reopen();
    const { counts } = await workspace.call('imports.commit', input);
    expect(counts.created + counts.unchanged).toBe(rows);
    expect((await workspace.call('sites.list', {})).total).toBe(20 + rows);
  }, 60_000);

  it('in the midst of a migration: the file is at one version or the other, with all its data', async () => {
    let finished = false;
    for (let n = 0; n < times && !finished; n += 1) {
      await killAfter(30 + n * 60, 'migrate', workspace.path);
      const db = new Database(workspace.path);
      const version = db.pragma('user_version', { simple: true }) as number;
      expect([latestVersion, latestVersion + 1]).toContain(version);
      finished = version === latestVersion + 1;
      expect(db.pragma('quick_check', { simple: true })).toBe('ok');
      expect(db.prepare('select count(*) from sites').pluck().get()).toBe(20);
      expect(db.prepare(`select count(*) from sites where notes = 'migrated'`).pluck().get()).toBe(finished ? 20 : 0);
      expect(db.prepare(`select count(*) from sqlite_schema where name = 'slow'`).pluck().get()).toBe(finished ? 1 : 0);
      db.close();
    }
    expect(readdirSync(workspace.folder).filter((name) => name.includes('partial'))).toEqual([]);
  }, 60_000);
});
