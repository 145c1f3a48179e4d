/** Reports from a terminal, as a script uses them: files, the standard output, exit codes, JSON, and a reader that leaves early. */
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWorkspace } from '../../electron/service/session.ts';
import { bundled, bundleEnv } from '../factories/bundle.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { officeFaults, officeFaultsOf } from '../helpers/office-judge.ts';

const root = resolve(import.meta.dirname, '../..');
const env = {
  ...bundleEnv,
  LC_ALL: '',
  LANG: 'fr_FR.UTF-8',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
};

let entry: string;
let workspace: TestWorkspace;
beforeAll(async () => {
  entry = await bundled('electron/service/cli.ts');
  workspace = await testWorkspace({ demo: 'small' });
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
});
afterAll(() => workspace.close());

const report = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [entry, 'report', workspace.path, ...args], {
    cwd: workspace.folder,
    env,
    encoding: 'utf8',
  });

describe('maillage report', () => {
  it('writes a file under the path from where one stands, and counts', async () => {
    const made = report('--report', 'sites', '--out', 'sites.csv', '--dictionary', 'colonnes.csv', '--json');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const path = join(workspace.folder, 'sites.csv');
    const lines = readFileSync(path, 'utf8').split('\r\n').length - 2;
    expect(JSON.parse(made.stdout)).toMatchObject({
      ok: true,
      report: 'sites',
      rows: lines,
      path,
      scope: ['Tout l’espace de travail'],
    });
    expect(readFileSync(join(workspace.folder, 'colonnes.csv'), 'utf8')).toContain('Ambassadeurs visés');
    expect(report('--report', 'coverage', '--dialect', 'machine', '--out', 'couverture.csv').status).toBe(0);
    expect(readFileSync(join(workspace.folder, 'couverture.csv'), 'utf8')).toMatch(
      /^territory,[^\n]*\bactivePeople,target,coverage,sitesCovered\b/,
    );
    const book = report('--report', 'ranking', '--out', 'classement.xlsx');
    expect(book).toMatchObject({ status: 0, stderr: '' });
    expect(book.stdout).toMatch(/^\d+ lignes : .*classement\.xlsx\n$/);
    expect(await officeFaults(join(workspace.folder, 'classement.xlsx'))).toEqual([]);
  });

  it('writes only the rows to the standard output, and the counts beside it', async () => {
    const made = report(
      '--report',
      'measurements',
      '--dialect',
      'machine',
      '--filter',
      '{"provenances":["measured"]}',
      '--out',
      '-',
      '--json',
    );
    expect(made.status).toBe(0);
    const [head, ...rows] = made.stdout.trimEnd().split('\n');
    expect(head).toMatch(/^initiativeCode,initiativeTitle,/);
    expect(rows.every((row) => row.includes(',measured,'))).toBe(true);
    expect(JSON.parse(made.stderr)).toMatchObject({ ok: true, rows: rows.length, path: '-' });
    const book = spawnSync(
      process.execPath,
      [entry, 'report', workspace.path, '--report', 'people', '--format', 'xlsx', '--out', '-'],
      { env },
    );
    expect(await officeFaultsOf(book.stdout, '.xlsx')).toEqual([]);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [entry, 'report', workspace.path, '--report', 'measurements', '--out', '-'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    child.stdout.destroy();
    const code = await new Promise((done) => void child.on('close', done));
    expect([code, complaint]).toEqual([0, '']);
  });

  it('is refused with words and a code', () => {
    expect(report('--report', 'sites', '--filter', '{"edition":"2026"}', '--out', 'x.csv')).toMatchObject({
      status: 1,
    });
    expect(
      report('--report', 'sites', '--filter', '{"territories":["NULLE-PART"]}', '--out', 'x.csv', '--json').stdout,
    ).toContain('"unknown_reference"');
    expect(report('--report', 'sites', '--out', 'nulle/part/x.csv')).toMatchObject({ status: 1 });
    expect(existsSync(join(workspace.folder, 'x.csv'))).toBe(false);
    expect(report('--report', 'sites', '--filter', 'pas du json', '--out', 'x.csv')).toMatchObject({ status: 2 });
    expect(report('--report', 'inconnu', '--out', 'x.csv')).toMatchObject({ status: 2 });
    expect(report('--report', 'sites')).toMatchObject({ status: 2 });
  });
});
