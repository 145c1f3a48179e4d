/** A full disk is called a full disk, whatever was under way; what was there before stays whole, and nothing half written stays. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPreferences } from '../../electron/main/preferences.ts';
import { latestVersion } from '../../electron/service/migrations/index.ts';
import { writeError } from '../../electron/service/formats/atomic-file.ts';
import { smallEdition } from '../factories/edition.ts';
import { noDisk, smallDisk, type SmallDisk } from '../factories/small-disk.ts';
import { closed, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

describe.skipIf(noDisk !== null)(`a full disk${noDisk === null ? '' : ` (not tried: ${noDisk})`}`, () => {
  let workspace: TestWorkspace;
  let disk: SmallDisk;
  let path: string;
  beforeEach(async () => {
    workspace = await testWorkspace();
    for (let n = 0; n < 30; n += 1) await workspace.call('sites.create', { name: `Atelier ${n}` });
    await closed(workspace);
    disk = smallDisk(8192);
    path = join(disk.folder, 'plein.maillage');
    copyFileSync(workspace.path, path);
  });
  afterEach(async () => {
    await workspace.close();
    disk.remove();
  });

  const full = { code: 'disk_full', details: { path: expect.stringContaining('maillage-disk-') } };
  const total = async (): Promise<number> => (await workspace.call('sites.list', {})).total;
  /** What lies on the disk beside the ballast and what an open workspace keeps there. */
  const files = (): string[] =>
    readdirSync(disk.folder).filter((name) => name !== 'ballast' && !name.startsWith('plein.maillage'));

  it('stops the opening, and the file opens with everything in it once there is room', async () => {
    const before = readFileSync(path);
    disk.fill();
    expect(await workspace.refused('workspace.open', { path })).toMatchObject(full);
    expect(readFileSync(path).equals(before)).toBe(true);
    disk.empty();
    await workspace.call('workspace.open', { path });
    expect(await total()).toBe(30);
  });

  it.each([0, 64, 200, 320, 400])('stops the bringing up to date of an old file with %d KB left', async (left) => {
    const old = join(disk.folder, 'ancien.maillage');
    writeFileSync(old, gunzipSync(readFileSync(join(import.meta.dirname, '../fixtures/schemas/v1.maillage.gz'))));
    const before = readFileSync(old);
    disk.fill(left * 1024);
    expect(await workspace.refused('workspace.open', { path: old })).toMatchObject(full);
    disk.empty();
    expect(readFileSync(old).equals(before)).toBe(true);
    expect(await workspace.call('workspace.open', { path: old })).toMatchObject({ version: latestVersion });
    expect(await total()).toBe(1);
  });

  it('stops the making of a workspace and leaves nothing of it', async () => {
    const made = join(disk.folder, 'neuf.maillage');
    for (const left of [0, 64, 256]) {
      disk.fill(left * 1024);
      expect(await workspace.refused('workspace.create', { path: made, name: 'Neuf' })).toMatchObject(full);
      disk.empty();
      expect(files()).toEqual([]);
    }
    expect(await workspace.refused('workspace.create', { path: made, name: 'Neuf', demo: 'small' })).toMatchObject(
      full,
    );
    expect(files()).toEqual([]);
  });

  it('stops an import as a whole, and it can be taken again', async () => {
    await workspace.call('workspace.open', { path });
    const source = join(workspace.folder, 'sites.csv');
    writeFileSync(source, `Code;Nom\n${Array.from({ length: 9000 }, (_, n) => `K${n};Site ${n}`).join('\n')}\n`);
    const input = { path: source, kind: 'sites' as const, mapping: { Code: 'code', Nom: 'name' } };
    for (const left of [0, 100, 1000]) {
      disk.fill(left * 1024);
      expect(await workspace.refused('imports.commit', input)).toMatchObject(full);
      disk.empty();
      expect(await total()).toBe(30);
      expect((await workspace.call('workspace.check', {})).problems).toEqual([]);
      expect((await workspace.call('history.state', {})).undo?.procedure).toBe('sites.create');
    }
    expect((await workspace.call('imports.commit', input)).counts.created).toBe(9000);
  });

  it('stops a change and an attachment, and the next ones go through once there is room', async () => {
    await workspace.call('workspace.open', { path });
    const site = await workspace.call('sites.create', { name: 'Brest' });
    const file = join(workspace.folder, 'plan.pdf');
    writeFileSync(file, Buffer.alloc(600_000, 'x'));
    const attachment = { ownerKind: 'site' as const, ownerId: site.id, role: 'file' as const, paths: [file] };
    disk.fill();
    expect(await workspace.refused('sites.create', { name: 'Quimper', notes: 'x'.repeat(9000) })).toMatchObject(full);
    expect(await workspace.refused('attachments.add', attachment)).toMatchObject(full);
    expect(await workspace.refused('history.undo', {})).toMatchObject(full);
    expect(await total()).toBe(31);
    disk.empty();
    await workspace.call('attachments.add', attachment);
    await workspace.call('sites.create', { name: 'Quimper' });
    expect((await workspace.call('workspace.check', {})).problems).toEqual([]);
    expect(await total()).toBe(32);
  });

  it('stops every export and leaves nothing of it', async () => {
    await workspace.call('workspace.open', { path: workspace.path });
    const { editionId } = await smallEdition(workspace);
    const { id } = await workspace.call('deck.build', { editionId, lang: 'fr' });
    const out = (name: string): { outPath: string } => ({ outPath: join(disk.folder, name) });
    workspace.service.host.printPdf = async (_html, target) => writeFileSync(target, Buffer.alloc(100_000));
    for (const name of ['a.csv', 'a.xlsx']) writeFileSync(join(disk.folder, name), 'avant');
    disk.fill();
    const refusals = [
      await workspace.refused('reports.export', { report: 'sites', format: 'csv', ...out('a.csv') }),
      await workspace.refused('reports.export', { report: 'sites', format: 'xlsx', ...out('a.xlsx') }),
      await workspace.refused('deck.export', { deckId: id, format: 'pptx', ...out('a.pptx') }),
      await workspace.refused('deck.export', { deckId: id, format: 'pdf', ...out('a.pdf') }),
      await workspace.refused('calendar.export', { include: ['campaigns'], ...out('a.ics') }),
      await workspace.refused('workspace.backup', out('copie.maillage')),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 'disk_full'));
    // The former file stays as it was.
    expect(files()).toEqual(['a.csv', 'a.xlsx']);
    for (const name of files()) expect(readFileSync(join(disk.folder, name), 'utf8')).toBe('avant');
  });

  it('stops a copy beside the file, on request and at opening, and the work goes on', async () => {
    await workspace.call('workspace.open', { path });
    disk.fill();
    expect(await workspace.refused('workspace.backup', {})).toMatchObject(full);
    disk.empty();
    const copy = await workspace.call('workspace.backup', {});
    await workspace.call('sites.create', { name: 'Après' });
    disk.fill(8192);
    expect(await workspace.refused('workspace.restore', { path, backupPath: copy.path })).toMatchObject(full);
    disk.empty();
    await workspace.call('workspace.open', { path });
    expect(await total()).toBe(31);
  });

  it('keeps preferences for this session, and says that they were not saved', () => {
    const preferences = openPreferences(disk.folder, () => 'fr');
    preferences.set({ theme: 'dark' });
    disk.fill();
    expect(() => preferences.set({ theme: 'light', actor: 'x'.repeat(9000) })).toThrow(/disk_full/);
    expect(preferences.get().theme).toBe('light');
    // What is only remembered by the way must not stand in the way of opening a file or closing the window.
    preferences.remember(path);
    preferences.setWindow({ width: 1000, height: 700, maximised: false });
    disk.empty();
    expect(openPreferences(disk.folder, () => 'fr').get().theme).toBe('dark');
    expect(files()).toEqual(['preferences.json']);
  });
});

describe('a workspace that may not grow', () => {
  let workspace: TestWorkspace;
  beforeEach(async () => {
    workspace = await testWorkspace();
  });
  afterEach(() => workspace.close());

  /** No page more than the file has; 0 lets it grow again. */
  function fill(isFull: boolean): void {
    const writer = workspace.service.workspace?.writer;
    writer?.pragma(`max_page_count = ${isFull ? String(writer.pragma('page_count', { simple: true })) : '4294967294'}`);
  }

  it('refuses a write by that name, whole, and takes it once there is room', async () => {
    const { call, refused } = workspace;
    const kept = await call('sites.create', { name: 'Rennes', notes: 'là' });
    fill(true);
    const notes = 'x'.repeat(9_000);
    expect(await refused('sites.create', { name: 'Brest', notes })).toMatchObject({ code: 'disk_full' });
    expect(await refused('sites.update', { id: kept.id, set: { notes } })).toMatchObject({ code: 'disk_full' });
    expect((await call('sites.list', {})).rows.map((row) => [row.name, row.notes])).toEqual([['Rennes', 'là']]);
    expect((await call('history.list', {})).rows[0]).toMatchObject({ procedure: 'sites.create' });
    fill(false);
    await call('sites.create', { name: 'Brest', notes });
    expect((await call('sites.list', {})).total).toBe(2);
    await call('history.undo', {});
    expect((await call('sites.list', {})).total).toBe(1);
  });

  it('takes nothing of an import', async () => {
    const { call, refused } = workspace;
    const path = join(workspace.folder, 'sites.csv');
    const rows = Array.from({ length: 2000 }, (_, at) => `S${at};Site ${at}\n`);
    writeFileSync(path, `Code;Nom\n${rows.join('')}`);
    const input = { path, kind: 'sites' as const, mapping: { Code: 'code', Nom: 'name' } };
    fill(true);
    expect(await refused('imports.commit', input)).toMatchObject({ code: 'disk_full' });
    expect((await call('sites.list', {})).total).toBe(0);
    fill(false);
    expect((await call('imports.commit', input)).counts).toMatchObject({ created: 2000 });
  });
});

it('is told by its other names too, and no other fault is called so', () => {
  const of = (code: string): unknown =>
    (writeError('/x', Object.assign(new Error(code), { code })) as { code: string }).code;
  expect(['ENOSPC', 'EDQUOT', 'EACCES', 'ENOENT', 'EROFS'].map(of)).toEqual([
    'disk_full',
    'disk_full',
    'file_unwritable',
    'file_unwritable',
    'file_unwritable',
  ]);
});
