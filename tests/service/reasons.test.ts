/** A refusal names the true reason: each of these was once called something else. */
import { closeSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallEdition } from '../factories/edition.ts';
import { closed, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

const left = (): string[] => readdirSync(workspace.folder).filter((name) => /rapport|partial|copies|pdf/.test(name));

it('says of a folder that is not there, or is none, that nothing can be written there, before a page is printed', async () => {
  const { editionId } = await smallEdition(workspace);
  const { id } = await workspace.call('deck.build', { editionId, lang: 'fr' });
  let printed = 0;
  workspace.service.host.printPdf = async (_html, target) => {
    printed += 1;
    writeFileSync(target, '%PDF');
  };
  const none = join(workspace.folder, 'nulle-part', 'a.pdf');
  expect(await workspace.refused('deck.export', { deckId: id, format: 'pdf', outPath: none })).toMatchObject({
    code: 'file_unwritable',
    details: { path: none },
  });
  expect(printed).toBe(0);
  const blocking = join(workspace.folder, 'copies');
  writeFileSync(blocking, 'un fichier, pas un dossier');
  workspace.service.backupFolder = blocking;
  await closed(workspace);
  await workspace.call('workspace.open', { path: workspace.path });
  expect(await workspace.refused('workspace.backup', {})).toMatchObject({
    code: 'file_unwritable',
    details: { path: expect.stringContaining('copies') },
  });
});

it('says of a damaged workspace that it is damaged, not that the report cannot be written', async () => {
  for (let n = 0; n < 400; n += 1)
    await workspace.call('sites.create', { name: `Atelier ${n}`, notes: 'x'.repeat(200) });
  await closed(workspace);
  const db = new Database(workspace.path, { readonly: true });
  const root = db.prepare(`select rootpage from sqlite_schema where name = 'sites'`).pluck().get() as number;
  // The leaves of the table are overwritten, its root and the rest of the file are not: it opens.
  const leaves = db
    .prepare(`select pageno from dbstat where name = 'sites' and pagetype = 'leaf'`)
    .pluck()
    .all() as number[];
  db.close();
  const file = openSync(workspace.path, 'r+');
  for (const page of leaves.filter((one) => one !== root).slice(5))
    writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096);
  closeSync(file);
  await workspace.call('workspace.open', { path: workspace.path });
  for (const format of ['csv', 'xlsx'] as const) {
    const outPath = join(workspace.folder, `rapport.${format}`);
    expect(await workspace.refused('reports.export', { report: 'sites', format, outPath })).toMatchObject({
      code: 'workspace_damaged',
      details: { path: workspace.path },
    });
  }
  expect(await workspace.refused('workspace.backup', {})).toMatchObject({
    code: 'workspace_damaged',
    details: { path: workspace.path },
  });
  expect(left()).toEqual([]);
});

it('says of an attachment whose content is gone that it is gone, by its name', async () => {
  const site = await workspace.call('sites.create', { name: 'Brest' });
  const source = join(workspace.folder, 'plan.txt');
  writeFileSync(source, 'contenu');
  const { rows } = await workspace.call('attachments.add', {
    ownerKind: 'site',
    ownerId: site.id,
    role: 'file',
    paths: [source],
  });
  await closed(workspace);
  const db = new Database(workspace.path);
  db.pragma('foreign_keys = OFF');
  db.exec('delete from blobs');
  db.close();
  await workspace.call('workspace.open', { path: workspace.path });
  const outPath = join(workspace.folder, 'rapport.txt');
  expect(await workspace.refused('attachments.save', { id: rows[0]?.id, outPath })).toMatchObject({
    code: 'content_missing',
    details: { name: 'plan.txt' },
  });
  expect((await workspace.call('workspace.check', {})).ok).toBe(false);
  expect(left()).toEqual([]);
});
