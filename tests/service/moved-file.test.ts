/** The open file moved, replaced or written over by somebody else: nothing is answered as saved that is not, and nothing ruins the other file. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileLoss } from '#shared/workspace/contract.ts';
import type { Workspace } from '../../electron/service/workspace.ts';
import { lookAfter } from '../../electron/service/writing.ts';
import { closed, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
/** What a colleague puts in the place of the file: the same workspace, with something that only they wrote. */
let theirs: string;
let losses: (FileLoss | null)[];
beforeEach(async () => {
  workspace = await testWorkspace();
  for (let n = 0; n < 40; n += 1) await workspace.call('sites.create', { name: `Commun ${n}`, notes: 'x'.repeat(500) });
  await closed(workspace);
  theirs = join(workspace.folder, 'du-collegue');
  copyFileSync(workspace.path, theirs);
  await workspace.call('workspace.open', { path: theirs });
  await workspace.call('sites.create', { name: 'Du collègue' });
  await closed(workspace);
  losses = [];
  workspace.service.onLoss = (loss) => losses.push(loss);
  await workspace.call('workspace.open', { path: workspace.path });
  await workspace.call('sites.create', { name: 'Le mien' });
});
afterEach(() => workspace.close());

const held = (): Workspace => {
  const { workspace: open } = workspace.service;
  if (open === null) throw new Error('not open');
  return open;
};
const names = async (): Promise<string[]> =>
  (await workspace.call('sites.list', { limit: 200 })).rows
    .map((row) => row.name)
    .filter((name) => !name.startsWith('Commun'));
/** The names in a file, read without our code; `[]` stands for a file that is not sound. */
function namesIn(path: string): string[] {
  const db = new Database(path, { readonly: true });
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return [];
    return db.prepare(`select name from sites where name not like 'Commun%' order by seq`).pluck().all() as string[];
  } finally {
    db.close();
  }
}

const ways: { what: string; kind: FileLoss['kind']; act: () => void }[] = [
  { what: 'renamed over', kind: 'replaced', act: () => renameSync(theirs, workspace.path) },
  {
    what: 'removed and made anew, as a checkout does',
    kind: 'replaced',
    act: () => {
      unlinkSync(workspace.path);
      copyFileSync(theirs, workspace.path);
    },
  },
  {
    what: 'replaced by a link to another file',
    kind: 'replaced',
    act: () => {
      unlinkSync(workspace.path);
      symlinkSync(theirs, workspace.path);
    },
  },
  {
    what: 'replaced by a folder',
    kind: 'replaced',
    act: () => (unlinkSync(workspace.path), mkdirSync(workspace.path)),
  },
  { what: 'deleted', kind: 'removed', act: () => unlinkSync(workspace.path) },
  {
    what: 'moved elsewhere',
    kind: 'removed',
    act: () => renameSync(workspace.path, join(workspace.folder, 'ailleurs')),
  },
  {
    what: 'replaced by a link that leads nowhere',
    kind: 'replaced',
    act: () => {
      unlinkSync(workspace.path);
      symlinkSync(join(workspace.folder, 'nulle-part'), workspace.path);
    },
  },
];
const codes = { removed: 'workspace_removed', replaced: 'workspace_replaced', changed: 'workspace_changed' } as const;

describe.each(ways)('the open file $what', ({ kind, act }) => {
  it('refuses the next write, keeps what was saved, and goes on in a copy', async () => {
    act();
    const refusal = await workspace.refused('sites.create', { name: 'Perdu ?' });
    expect(refusal).toMatchObject({ code: codes[kind], details: { path: workspace.path } });
    const rescue = String(refusal.details['rescue']);
    expect(losses).toEqual([{ kind, rescuePath: rescue }]);
    expect(namesIn(rescue)).toEqual(['Le mien']);
    // One by one: undo, import, attachment and the rest go the same way.
    expect((await workspace.refused('history.undo', {})).code).toBe(codes[kind]);
    expect((await workspace.refused('sites.create', { name: 'Encore' })).details['rescue']).toBe(rescue);
    expect(losses).toHaveLength(1);
    // What is open can still be looked at, and copied where the user likes.
    expect(await names()).toEqual(['Le mien']);
    const copy = join(workspace.folder, 'copie.maillage');
    const info = await workspace.call('workspace.saveAs', { outPath: copy });
    expect(info).toMatchObject({ path: copy, loss: null, readOnly: false });
    await workspace.call('sites.create', { name: 'Ensuite' });
    expect((await workspace.call('history.list', {})).rows[0]?.procedure).toBe('sites.create');
    await closed(workspace);
    expect(namesIn(copy)).toEqual(['Le mien', 'Ensuite']);
    if (existsSync(theirs)) expect(namesIn(theirs)).toEqual(['Du collègue']);
  });

  it('is noticed while nothing is done, and at closing, and leaves no log for the next', async () => {
    act();
    const there = kind === 'replaced' && existsSync(workspace.path) && !existsSync(join(workspace.path, '.'));
    const bytes = there ? readFileSync(workspace.path) : null;
    expect(lookAfter(held())?.kind).toBe(kind);
    await closed(workspace);
    const rescued = losses.at(-1)?.rescuePath ?? '';
    expect(namesIn(rescued)).toEqual(['Le mien']);
    if (bytes !== null) expect(readFileSync(workspace.path).equals(bytes)).toBe(true);
    expect(readdirSync(workspace.folder).filter((name) => /-(wal|shm|lock|holder)$/.test(name))).toEqual([]);
  });
});

describe('the open file written over in place', () => {
  const inPlace: { what: string; act: () => void }[] = [
    { what: 'by a copy', act: () => copyFileSync(theirs, workspace.path) },
    { what: 'by fewer bytes', act: () => truncateSync(workspace.path, 12_288) },
    { what: 'by more bytes', act: () => appendFileSync(workspace.path, 'y'.repeat(4096)) },
  ];

  it.each(inPlace)('$what: refuses to write, touches nothing more, and opens what is there', async ({ act }) => {
    // The log is folded in, as it is a moment after each change: what is saved is in the file.
    await new Promise((done) => setTimeout(done, 700));
    act();
    const bytes = readFileSync(workspace.path);
    const refusal = await workspace.refused('sites.create', { name: 'Perdu ?' });
    expect(refusal).toMatchObject({ code: 'workspace_changed', details: { path: workspace.path, rescue: null } });
    // A mixture of two contents is no copy.
    expect((await workspace.refused('workspace.saveAs', { outPath: join(workspace.folder, 'c') })).code).toBe(
      'workspace_changed',
    );
    expect((await workspace.refused('workspace.backup', {})).code).toBe('workspace_changed');
    await closed(workspace);
    expect(readFileSync(workspace.path).equals(bytes)).toBe(true);
  });

  it('by a copy, while changes are in the log only: they are not folded into it, and it opens as the colleague left it', async () => {
    await workspace.call('sites.create', { name: 'Dans le journal' });
    copyFileSync(theirs, workspace.path);
    await closed(workspace);
    expect(readFileSync(workspace.path).equals(readFileSync(theirs))).toBe(true);
    const info = await workspace.call('workspace.open', { path: workspace.path });
    expect(info.logAside).toContain('essai.maillage-wal.');
    expect(existsSync(info.logAside ?? '')).toBe(true);
    expect(await names()).toEqual(['Du collègue']);
    expect((await workspace.call('workspace.check', {})).problems).toEqual([]);
  });

  it.each([0, 700])(
    'by another SQLite that keeps to the same rules (%d ms after a change): what was answered as saved is there, and the file is sound',
    async (wait) => {
      await new Promise((done) => setTimeout(done, wait));
      const other = new Database(workspace.path);
      for (const notes of ['Une', 'Dos']) {
        other.prepare(`update sites set notes = ? where name = 'Commun 0'`).run(notes);
        other.pragma('wal_checkpoint(PASSIVE)');
      }
      const written = ['Le mien'];
      // Written on where it can be told that the file holds what it held; else refused, and opened again.
      for (const name of ['Trois', 'Quatre']) {
        try {
          await workspace.call('sites.create', { name });
          written.push(name);
        } catch (error) {
          expect(String(error)).toContain('workspace_changed');
        }
      }
      // What a crash would leave: the file and its log.
      const left = join(workspace.folder, 'apres.maillage');
      copyFileSync(workspace.path, left);
      copyFileSync(`${workspace.path}-wal`, `${left}-wal`);
      other.close();
      await workspace.call('workspace.open', { path: left });
      expect((await names()).sort()).toEqual(written.sort());
      expect((await workspace.call('workspace.check', {})).problems).toEqual([]);
    },
  );

  it('with the same bytes, or merely touched, is still ours', async () => {
    await new Promise((done) => setTimeout(done, 700));
    utimesSync(workspace.path, new Date(), new Date(Date.now() - 86_400_000));
    await workspace.call('sites.create', { name: 'Après' });
    expect(losses).toEqual([]);
    writeFileSync(workspace.path, readFileSync(workspace.path));
    expect(lookAfter(held())).toBeNull();
    await closed(workspace);
    expect(namesIn(workspace.path)).toEqual(['Le mien', 'Après']);
  });
});

it('a file that comes back to its place is written again, and it is told', async () => {
  const away = join(workspace.folder, 'ailleurs');
  renameSync(workspace.path, away);
  expect((await workspace.refused('sites.create', { name: 'Perdu ?' })).code).toBe('workspace_removed');
  renameSync(away, workspace.path);
  await workspace.call('sites.create', { name: 'Retrouvé' });
  expect(losses.map((loss) => loss?.kind ?? null)).toEqual(['removed', null]);
  await closed(workspace);
  expect(namesIn(workspace.path)).toEqual(['Le mien', 'Retrouvé']);
});

it('a file that was moved takes along what was saved, though its log bore the old name', async () => {
  const away = join(workspace.folder, 'ailleurs.maillage');
  await workspace.call('sites.create', { name: 'À l’instant' });
  renameSync(workspace.path, away);
  lookAfter(held());
  await closed(workspace);
  expect(namesIn(away)).toEqual(['Le mien', 'À l’instant']);
});

it('a folder that is gone is not made again: the rescue copy goes where the app keeps its own', async () => {
  await closed(workspace);
  const folder = join(workspace.folder, 'dossier');
  mkdirSync(folder);
  renameSync(workspace.path, join(folder, 'essai.maillage'));
  workspace.service.host.rescue = join(workspace.folder, 'secours');
  await workspace.call('workspace.open', { path: join(folder, 'essai.maillage') });
  rmSync(folder, { recursive: true });
  const refusal = await workspace.refused('sites.create', { name: 'Perdu ?' });
  expect(refusal.code).toBe('workspace_removed');
  expect(basename(join(String(refusal.details['rescue']), '..'))).toBe('secours');
  expect(namesIn(String(refusal.details['rescue']))).toEqual(['Le mien']);
  expect(existsSync(folder)).toBe(false);
  await closed(workspace);
});

it('a copy may be put in the place that became free, and work goes on there', async () => {
  unlinkSync(workspace.path);
  expect((await workspace.refused('sites.create', { name: 'Perdu ?' })).code).toBe('workspace_removed');
  await workspace.call('workspace.saveAs', { outPath: workspace.path });
  await workspace.call('sites.create', { name: 'Ensuite' });
  await closed(workspace);
  expect(namesIn(workspace.path)).toEqual(['Le mien', 'Ensuite']);
});

it('the other file is opened again in its place, and from then on written', async () => {
  renameSync(theirs, workspace.path);
  expect((await workspace.refused('sites.create', { name: 'Perdu ?' })).code).toBe('workspace_replaced');
  expect(await workspace.call('workspace.open', { path: workspace.path })).toMatchObject({
    loss: null,
    logAside: null,
  });
  expect(await names()).toEqual(['Du collègue']);
  await workspace.call('sites.create', { name: 'À deux' });
  await closed(workspace);
  expect(namesIn(workspace.path)).toEqual(['Du collègue', 'À deux']);
});

it('an import under way is taken back as a whole, and the other file is not touched', async () => {
  const source = join(workspace.folder, 'sites.csv');
  writeFileSync(source, `Code;Nom\n${Array.from({ length: 12_000 }, (_, n) => `K${n};Site ${n}`).join('\n')}\n`);
  const bytes = readFileSync(theirs);
  let replaced = false;
  const input = { path: source, kind: 'sites' as const, mapping: { Code: 'code', Nom: 'name' } };
  const refusal = await workspace.refused('imports.commit', input, {
    onProgress: ({ done }) => {
      if (replaced || done === 0) return;
      replaced = true;
      renameSync(theirs, workspace.path);
    },
  });
  expect(replaced).toBe(true);
  expect(refusal.code).toBe('workspace_replaced');
  expect(await names()).toEqual(['Le mien']);
  await closed(workspace);
  expect(readFileSync(workspace.path).equals(bytes)).toBe(true);
});

it.each(['csv', 'xlsx'] as const)(
  'an export under way (%s) is whole, of the state that was open, or refused',
  async (format) => {
    const source = join(workspace.folder, 'sites.csv');
    writeFileSync(source, `Code;Nom\n${Array.from({ length: 6000 }, (_, n) => `K${n};Site ${n}`).join('\n')}\n`);
    await workspace.call('imports.commit', { path: source, kind: 'sites', mapping: { Code: 'code', Nom: 'name' } });
    const outPath = join(workspace.folder, `rapport.${format}`);
    let replaced = false;
    const made = await workspace.call(
      'reports.export',
      { report: 'sites', format, outPath },
      {
        onProgress: ({ done, total }) => {
          if (replaced || done === 0 || done === total) return;
          replaced = true;
          renameSync(theirs, workspace.path);
        },
      },
    );
    expect(replaced).toBe(true);
    expect(made.rows).toBe(6041);
    // The next one would open the other file: it is refused instead.
    const later = { report: 'sites' as const, format, outPath: join(workspace.folder, `apres.${format}`) };
    expect((await workspace.refused('reports.export', later)).code).toBe('workspace_replaced');
    expect(existsSync(later.outPath)).toBe(false);
  },
);

it('a log that was removed loses nothing: each change goes into the file before it is answered', async () => {
  unlinkSync(`${workspace.path}-wal`);
  await workspace.call('sites.create', { name: 'Sans journal' });
  // Read by another: what this process has not folded in, nobody else sees.
  copyFileSync(workspace.path, join(workspace.folder, 'vu'));
  expect(namesIn(join(workspace.folder, 'vu'))).toEqual(['Le mien', 'Sans journal']);
  await closed(workspace);
  expect(namesIn(workspace.path)).toEqual(['Le mien', 'Sans journal']);
});

it('a moment after each change the file alone is whole, as a sync program copies it', async () => {
  await expect
    .poll(() => {
      copyFileSync(workspace.path, join(workspace.folder, 'vu'));
      return namesIn(join(workspace.folder, 'vu'));
    })
    .toEqual(['Le mien']);
});
