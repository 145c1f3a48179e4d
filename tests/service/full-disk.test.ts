/** A full disk: what was asked is refused by that name, nothing of it stays, and what was there before is untouched. */
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically, writeError } from '../../electron/service/formats/atomic-file.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

describe('the workspace on a full disk', () => {
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

// The kernel's own full disk: every write to it fails as on a real one.
describe.skipIf(!existsSync('/dev/full'))('a file on a full disk', () => {
  /** The next files written to `path` go to a full disk: their unfinished name leads there. */
  async function fill(path: string): Promise<void> {
    let partial = '';
    await writeAtomically(path, async () => {
      partial =
        readdirSync(dirname(path)).find((name) => name !== basename(path) && name.startsWith(basename(path))) ?? '';
    });
    const [, start = '', count = '', end = ''] = /^(.*?)(\d+)(\D+)$/.exec(partial) ?? [];
    for (let next = 1; next <= 3; next += 1)
      symlinkSync('/dev/full', join(dirname(path), `${start}${Number(count) + next}${end}`));
  }

  it.each(['csv', 'xlsx'] as const)('leaves the former %s file whole', async (format) => {
    await workspace.call('sites.create', { name: 'Rennes' });
    const outPath = join(workspace.folder, `sites.${format}`);
    await fill(outPath);
    writeFileSync(outPath, 'avant');
    expect(await workspace.refused('reports.exportList', { list: 'sites', format, outPath })).toMatchObject({
      code: 'disk_full',
      details: { path: outPath },
    });
    expect(readFileSync(outPath, 'utf8')).toBe('avant');
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
});
