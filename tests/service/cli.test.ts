/** The command line as its users run it: real processes, real files, exit codes, words and JSON. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serviceContract } from '#shared/contract.ts';
import { version } from '#shared/base/version.ts';
import { commands, isCommandLine, userArguments, workspaceArgument } from '../../electron/main/arguments.ts';
import { buildProgram } from '../../electron/service/cli/run.ts';
import { closeWorkspace, openWorkspace } from '../../electron/service/session.ts';
import { bundled, bundleEnv } from '../factories/bundle.ts';

const root = resolve(import.meta.dirname, '../..');

let entry: string;
let folder: string;
beforeAll(async () => {
  entry = await bundled('electron/service/cli.ts');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-cli-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  code: number | null;
  out: string;
  err: string;
  /** The answer of `--json`. */
  json: { ok: boolean; error?: { code: string; details: Record<string, unknown> } } & Record<string, unknown>;
}

function runFile(
  file: string,
  args: string[],
  options: { input?: string; env?: Record<string, string>; cwd?: string } = {},
): Promise<Outcome> {
  return new Promise((done) => {
    const env = {
      ...bundleEnv,
      LC_ALL: '',
      LANG: 'fr_FR.UTF-8',
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
      ...options.env,
    };
    const child = spawn(process.execPath, [file, ...args], { cwd: options.cwd ?? folder, env });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.stdin.end(options.input ?? '');
    child.on('close', (code) =>
      done({ code, out, err, json: (args.includes('--json') ? JSON.parse(out || '{}') : {}) as Outcome['json'] }),
    );
  });
}

const maillage = (...args: string[]): Promise<Outcome> => runFile(entry, args);
const file = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe('a workspace from a terminal', () => {
  it('is made, refused when it exists, replaced when told, always under the path from where one stands', async () => {
    const made = await maillage('init', 'reseau.maillage', '--name', 'Société Ôrée', '--json');
    expect(made).toMatchObject({
      code: 0,
      err: '',
      json: { ok: true, organisation: 'Société Ôrée', path: join(folder, 'reseau.maillage') },
    });
    const again = await maillage('init', 'reseau.maillage', '--json');
    expect(again).toMatchObject({ code: 1, json: { ok: false, error: { code: 'workspace_exists' } } });
    expect(again.err).toContain('Un fichier de ce nom existe déjà.');
    const [forced, named] = await Promise.all([
      maillage('--force', 'init', 'reseau.maillage'),
      maillage('init', '--json', 'Autre nom.maillage'),
    ]);
    expect(forced).toMatchObject({ code: 0, out: `Créé : ${join(folder, 'reseau.maillage')}\n` });
    expect(named.json['organisation']).toBe('Autre nom');
    expect(readdirSync(folder).sort()).toEqual(['Autre nom.maillage', 'reseau.maillage']);
  });

  it('is filled with a demonstration, and says nothing of its progress where nobody watches', async () => {
    expect(await maillage('init', '--seed', '7', 'a.maillage', '--demo', 'small')).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse((await maillage('call', 'a.maillage', 'workspace.overview')).out)).toMatchObject({ sites: 60 });
    expect(await maillage('init', 'b.maillage', '--seed', 'sept', '--json')).toMatchObject({
      code: 2,
      json: { error: { code: 'wrong_usage' } },
    });
  });

  it('is checked, backed up, restored and brought up to date', async () => {
    await maillage('init', 'x.maillage');
    await maillage('call', 'x.maillage', 'sites.create', '{"name": "Avant"}');
    const backup = await maillage('backup', 'x.maillage', '--out', 'copie.maillage', '--json');
    expect(backup).toMatchObject({ code: 0, json: { ok: true, path: join(folder, 'copie.maillage') } });
    expect((await maillage('backup', 'x.maillage', '--out', 'copie.maillage', '--json')).json.error?.code).toBe(
      'workspace_exists',
    );
    await maillage('call', 'x.maillage', 'sites.create', '{"name": "Après"}');
    expect(await maillage('restore', 'x.maillage', 'copie.maillage', '--json')).toMatchObject({
      code: 0,
      json: { ok: true, path: join(folder, 'x.maillage') },
    });
    const { rows } = JSON.parse((await maillage('call', 'x.maillage', 'sites.list')).out) as {
      rows: { name: string }[];
    };
    expect(rows.map((row) => row.name)).toEqual(['Avant']);
    const [check, migrate, nothing] = await Promise.all([
      maillage('check', 'x.maillage', '--json'),
      maillage('migrate', 'copie.maillage'),
      maillage('check', 'rien.maillage', '--json'),
    ]);
    expect(check).toMatchObject({ code: 0, json: { ok: true, problems: [] } });
    expect(migrate).toMatchObject({ code: 0, err: '' });
    expect(nothing).toMatchObject({
      code: 1,
      json: { ok: false, error: { code: 'workspace_missing', details: { path: join(folder, 'rien.maillage') } } },
    });
  });

  it('is refused while it is open elsewhere, and another file is not', async () => {
    await Promise.all([maillage('init', 'ouvert.maillage'), maillage('init', 'libre.maillage')]);
    const held = await openWorkspace(join(folder, 'ouvert.maillage'));
    const [refused, free] = await Promise.all([
      maillage('call', 'ouvert.maillage', 'sites.list', '--json'),
      maillage('call', 'libre.maillage', 'sites.list', '--json'),
    ]);
    await closeWorkspace(held);
    expect(refused).toMatchObject({ code: 1, json: { ok: false, error: { code: 'workspace_in_use' } } });
    expect(refused.err).toContain(String(process.pid));
    expect(free).toMatchObject({ code: 0, json: { ok: true, value: { total: 0 } } });
  });

  it('tells a fault of its own by another exit code than a refusal', async () => {
    await maillage('init', 'x.maillage');
    const db = new Database(join(folder, 'x.maillage'));
    db.pragma('foreign_keys = OFF');
    db.exec('drop table awardDecisions');
    db.close();
    expect(await maillage('call', 'x.maillage', 'history.list', '--json')).toMatchObject({
      code: 3,
      json: { ok: false, error: { code: 'internal' } },
    });
  });
});

describe('import', () => {
  const csv =
    'Code UIC;Gare;Effectif;Latitude, longitude\n0087;Gare de Brest;12;48,38|-4,48\n0088;Gare de Rennes;beaucoup;\n0089;Gare de Nantes;30;\n';

  it('takes its options in any order, checks without changing, changes, and writes the rejects', async () => {
    await maillage('init', 'x.maillage');
    file('gares.csv', csv);
    const map = 'Code UIC=code,Gare=name,Effectif=headcount';
    const dry = await maillage(
      'import',
      '--map',
      map,
      '--dry-run',
      'x.maillage',
      '--kind',
      'sites',
      'gares.csv',
      '--json',
    );
    expect(dry).toMatchObject({
      code: 0,
      err: '',
      json: { ok: true, dryRun: true, read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 },
    });
    expect((await maillage('call', 'x.maillage', 'sites.list', '--json')).json).toMatchObject({ value: { total: 0 } });
    const done = await maillage(
      'import',
      'x.maillage',
      'gares.csv',
      '--kind',
      'sites',
      '--map',
      map,
      '--delimiter',
      ';',
      '--encoding',
      'utf-8',
      '--rejects',
      'rejets.csv',
    );
    expect(done).toMatchObject({ code: 0 });
    expect(done.out).toContain('3 lignes lues : 2 créées, 0 modifiées, 0 inchangées, 1 rejetées.');
    expect(done.err).toContain('ligne 3, Effectif : beaucoup');
    expect(readFileSync(join(folder, 'rejets.csv'), 'utf8')).toContain('0088;Gare de Rennes;beaucoup');
    file('map.json', JSON.stringify({ 'Code UIC': 'code', Gare: 'name', Effectif: 'headcount' }));
    const again = await maillage(
      'import',
      'x.maillage',
      'gares.csv',
      '--mapping',
      'map.json',
      '--kind',
      'sites',
      '--json',
    );
    expect(again.json).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 1 });
    const { rows } = JSON.parse((await maillage('call', 'x.maillage', 'sites.list', '{"sort": "code"}')).out) as {
      rows: { code: string }[];
    };
    expect(rows.map((row) => row.code)).toEqual(['0087', '0089']);
  });

  it('refuses a file that is not there, a mapping that names no field, and two mappings at once', async () => {
    await maillage('init', 'x.maillage');
    file('gares.csv', csv);
    const [missing, wrong, both, sign] = await Promise.all([
      maillage('import', 'x.maillage', 'nulle-part.csv', '--kind', 'sites', '--json'),
      runFile(entry, [
        'import',
        join(folder, 'autre.maillage'),
        'gares.csv',
        '--kind',
        'sites',
        '--map',
        'Gare',
        '--json',
      ]),
      maillage('import', 'x.maillage', 'gares.csv', '--kind', 'sites', '--map', 'a=b', '--mapping', 'm.json', '--json'),
      maillage('import', 'x.maillage', 'gares.csv', '--kind', 'sites', '--delimiter', ';;', '--json'),
    ]);
    expect(missing).toMatchObject({ code: 1, json: { ok: false, error: { code: 'file_missing' } } });
    for (const one of [wrong, both, sign])
      expect(one).toMatchObject({ code: 2, json: { ok: false, error: { code: 'wrong_usage' } } });
    expect(
      (await maillage('import', 'x.maillage', 'gares.csv', '--kind', 'sites', '--map', 'Gare=nothing', '--json')).json
        .error?.code,
    ).toBe('mapping_invalid');
  });
});

describe('call', () => {
  it('reads a pipe to its end, however slow and long', async () => {
    await maillage('init', 'x.maillage');
    const gap = ' '.repeat(1_500_000);
    // From the sources, whose input does not block: reading it at once answers "nothing yet".
    const cli = join(root, 'electron/service/cli.ts');
    const child = spawn(process.execPath, [cli, 'call', 'x.maillage', 'sites.create', '-', '--json'], { cwd: folder });
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    const ended = new Promise<number | null>((done) => child.on('close', done));
    // The first piece comes long after the command has begun to wait for it.
    for (const piece of ['{"name":', gap, '"Bre', 'st"', gap, '}', gap]) {
      await new Promise((done) => setTimeout(done, piece === '{"name":' ? 4000 : 300));
      await new Promise((done) => child.stdin.write(piece, done));
    }
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, value: { name: 'Brest' } });
  });

  it('takes its input as an argument or from standard input, and answers alone or in an envelope', async () => {
    await maillage('init', 'x.maillage');
    const made = await runFile(entry, ['call', 'x.maillage', 'sites.create', '-', '--json'], {
      input: '{"name": "Éts Œuvre"}',
    });
    expect(made).toMatchObject({ code: 0, json: { ok: true, value: { name: 'Éts Œuvre' } } });
    const { id } = (made.json as unknown as { value: { id: string } }).value;
    expect(JSON.parse((await maillage('call', 'x.maillage', 'sites.get', JSON.stringify({ id }))).out)).toMatchObject({
      name: 'Éts Œuvre',
    });
    const [bad, unknown, refused] = await Promise.all([
      maillage('call', 'x.maillage', 'sites.create', '{name: 1}', '--json'),
      maillage('call', 'y.maillage', 'sites.create', '{}', '--json'),
      runFile(entry, ['call', 'x.maillage', 'sites.create', '{"name": "", "headcount": -1}', '--json'], {
        env: { LANG: 'en_GB.UTF-8' },
      }),
    ]);
    expect(bad).toMatchObject({ code: 2, json: { error: { code: 'wrong_usage' } } });
    expect(unknown).toMatchObject({ code: 1, json: { error: { code: 'workspace_missing' } } });
    expect(refused).toMatchObject({ code: 1, json: { error: { code: 'invalid_input' } } });
    expect(refused.err).toMatch(/^This entry is not valid/);
    expect(
      (await maillage('call', 'x.maillage', 'shell.openExternal', '{"url": "https://example.com"}', '--json')).json
        .error?.code,
    ).toBe('unknown_procedure');
  });

  it('leaves a step that can be undone, with the terminal as its origin', async () => {
    await maillage('init', 'x.maillage');
    await maillage('call', 'x.maillage', 'sites.create', '{"name": "Un"}');
    const { rows } = JSON.parse((await maillage('call', 'x.maillage', 'history.list')).out) as {
      rows: { origin: string; procedure: string }[];
    };
    expect(rows[0]).toMatchObject({ origin: 'cli', procedure: 'sites.create' });
    await maillage('call', 'x.maillage', 'history.undo');
    expect((await maillage('call', 'x.maillage', 'sites.list', '--json')).json).toMatchObject({ value: { total: 0 } });
  });
});

describe('help', () => {
  it('lists every procedure with the schemas of what goes in and comes out', async () => {
    const { code, json } = await maillage('procedures', '--json');
    const procedures = json['procedures'] as { name: string; kind: string; input: object; output: object }[];
    expect(code).toBe(0);
    expect(procedures.map((one) => one.name)).toEqual(Object.keys(serviceContract));
    expect(procedures.find((one) => one.name === 'sites.create')?.input).toMatchObject({
      type: 'object',
      required: ['name'],
      properties: { headcount: {} },
    });
    for (const one of procedures) expect(typeof one.output).toBe('object');
  });

  it('speaks the language of the terminal, French where it names none', async () => {
    const [french, english, none, version_] = await Promise.all([
      maillage('help', 'import'),
      runFile(entry, ['help', 'import'], { env: { LANG: 'en_US.UTF-8' } }),
      runFile(entry, ['help'], { env: { LANG: 'C.UTF-8' } }),
      maillage('--version'),
    ]);
    expect(french).toMatchObject({ code: 0, err: '' });
    expect(french.out).toContain('Usage : maillage import');
    expect(french.out).toContain('affiche cette aide');
    expect(french.out).not.toMatch(/display help|choices/);
    expect(english.out).toContain('Usage: maillage import');
    expect(english.out).toContain('Import a CSV or XLSX file');
    expect(none.out).toContain('Codes de sortie : 0 fait');
    expect(version_.out).toBe(`${version}\n`);
    expect((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version).toBe(version);
  });

  it('explains a command that cannot be understood, in one line and where to read on', async () => {
    const [unknown, option, missing, choice, bare] = await Promise.all([
      maillage('chec'),
      maillage('check', 'x', '--jsno'),
      maillage('backup'),
      maillage('init', 'x.maillage', '--demo', 'huge', '--json'),
      maillage(),
    ]);
    expect(unknown).toMatchObject({
      code: 2,
      out: '',
      err: 'commande inconnue « chec »\n(peut-être : check)\nVoir : maillage help\n',
    });
    expect(option).toMatchObject({
      code: 2,
      err: 'option inconnue « --jsno »\n(peut-être : --json)\nVoir : maillage help check\n',
    });
    expect(missing).toMatchObject({ code: 2, err: 'il manque l’argument « file »\nVoir : maillage help backup\n' });
    expect(choice).toMatchObject({ code: 2, json: { ok: false, error: { code: 'wrong_usage' } } });
    expect(bare.code).toBe(2);
    expect(existsSync(join(folder, 'x.maillage'))).toBe(false);
  });

  it('stops quietly when its reader has seen enough', async () => {
    const child = spawn('sh', ['-c', `"$0" "$1" procedures --json | head -c 20`, process.execPath, entry], {
      cwd: folder,
      env: bundleEnv,
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
    expect(err).toBe('');
  });
});

describe('the ways in', () => {
  it('works through npm from another folder, with paths from there', async () => {
    const made = await runFile(join(root, 'scripts/maillage.ts'), ['init', 'ici.maillage'], {
      cwd: root,
      env: { INIT_CWD: folder },
    });
    expect(made).toMatchObject({ code: 0, out: `Créé : ${join(folder, 'ici.maillage')}\n` });
    expect(existsSync(join(folder, 'ici.maillage'))).toBe(true);
  });

  it('gives the app the same words as the terminal', () => {
    const own = [...buildProgram('fr').commands.map((command) => command.name()), 'help'];
    expect(own.filter((name) => !commands.has(name))).toEqual([]);
    expect(isCommandLine(['--json', 'check', 'x.maillage'])).toBe(true);
    expect(isCommandLine(['--help'])).toBe(true);
    expect(isCommandLine(['--no-sandbox', '/home/camille/Réseau.maillage'])).toBe(false);
    expect(userArguments(['/opt/Maillage/maillage', '--no-sandbox', 'check', 'x', '--json'], true)).toEqual([
      'check',
      'x',
      '--json',
    ]);
    expect(
      userArguments(
        ['electron', '--no-sandbox', '-r', 'probe.cjs', '--user-data-dir=/tmp/p', '.', 'init', 'x', '--force'],
        false,
      ),
    ).toEqual(['init', 'x', '--force']);
    expect(workspaceArgument(['--flag', 'Réseau.MAILLAGE'], '/home/camille')).toBe('/home/camille/Réseau.MAILLAGE');
    expect(workspaceArgument(['--open=x.maillage'], '/')).toBeNull();
  });
});
