/** What `maillage import` says before and after: the mapping it used, what it left out, what it would make, what may be wrong. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf } from '#shared/import/fields.ts';
import { importKinds } from '#shared/kinds.ts';
import { bundled, bundleEnv } from '../factories/bundle.ts';
import { inlineText, workbook } from '../factories/workbook.ts';
import { closed, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

const env = {
  ...bundleEnv,
  LC_ALL: '',
  LANG: 'fr_FR.UTF-8',
  NODE_COMPILE_CACHE: join(resolve(import.meta.dirname, '../..'), 'node_modules/.cache/compiled'),
};

let entry: string;
let workspace: TestWorkspace;
beforeAll(async () => {
  entry = await bundled('electron/service/cli.ts');
  workspace = await testWorkspace();
  await closed(workspace);
});
afterAll(() => workspace.close());

const run = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [entry, ...args], { cwd: workspace.folder, env, encoding: 'utf8' });

function tried(content: string | Uint8Array, ...args: string[]): SpawnSyncReturns<string> {
  const name = typeof content === 'string' ? 'fichier.csv' : 'fichier.xlsx';
  writeFileSync(join(workspace.folder, name), content);
  const kind = args.includes('--kind') ? [] : ['--kind', 'sites'];
  return run('import', workspace.path, name, ...kind, '--dry-run', ...args);
}

describe('maillage import', () => {
  it('says the mapping it uses, what it leaves out and why, and the first records', () => {
    const { stdout, status } = tried(
      'Code;Nom;Région;Statut juridique\nA1;Clinique Alpha;Bretagne;Privé lucratif\n',
      '--create-missing',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Colonnes lues (en-tête=champ) : Code=code, Nom=name, Région=territory');
    expect(stdout).toMatch(
      /laissée de côté\s: Statut juridique \(status\s\?\)\s: valeur inconnue\s; attendu\s: .*Privé lucratif/,
    );
    expect(stdout).toContain('premières fiches : Clinique Alpha');
    expect(stdout).toContain('territoires inconnus ici : Bretagne');
  });

  it('says how to make the territories that nobody knows', () => {
    const text = 'Code;Nom;Région\nA1;Usine Alpha;Bretagne\n';
    expect(tried(text).stderr).toContain('--create-missing');
    expect(tried(text, '--create-missing').stderr).toBe('');
  });

  it('says that no column was recognised, and which are missing', () => {
    const none = tried('Titel;Datum\nBaumpflanzung;2025-06-01\n', '--kind', 'initiatives');
    expect(none.status).toBe(1);
    expect(none.stdout).toContain('Aucune colonne reconnue.');
    expect(none.stderr).toMatch(/title \(Titre\)\. Colonnes du fichier\s: Titel, Datum/);
    const given = tried('a;b\nx;y\n', '--map', 'b=city');
    expect(given).toMatchObject({ status: 1 });
    expect(given.stderr).toContain('name (Nom)');
  });

  it('doubts the kind when the columns speak for another', () => {
    expect(tried('Prénom;Nom;E-mail;Site\nAna;Roy;ana@exemple.fr;Lyon\n').stderr).toContain('--kind people');
  });

  it('counts the hidden rows that it left out', () => {
    const row = (n: number, hidden = ''): string =>
      `<row r="${n}"${hidden}>${inlineText(`A${n}`, n === 1 ? 'Code' : `A${n}`)}${inlineText(`B${n}`, n === 1 ? 'Nom' : `Site ${n}`)}</row>`;
    const book = workbook({ F: { rows: row(1) + row(2) + row(3, ' hidden="1"') + row(4, ' hidden="1"') } });
    const { stderr, stdout } = tried(book);
    expect(stderr).toContain('Lignes masquées laissées de côté : 2');
    expect(stdout).toContain('1 lignes lues');
    expect(tried(book, '--hidden-rows').stderr).toBe('');
    const unknown = tried(book, '--sheet', 'Absente');
    expect(unknown.stderr).toMatch(/«\sAbsente\s» n’existe pas dans/);
    expect(unknown.stderr).toMatch(/Feuilles\s: F/);
  });

  it('says how to read on past a byte that is not in the encoding', () => {
    const text = Buffer.concat([
      Buffer.from('Code;Nom\nA1;Été à Évry, forêt\nA2;R'),
      Buffer.of(0xff),
      Buffer.from('ussi\n'),
    ]);
    writeFileSync(join(workspace.folder, 'octet.csv'), text);
    const stopped = run('import', workspace.path, 'octet.csv', '--kind', 'sites', '--dry-run');
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toContain('(ligne 3)');
    expect(stopped.stderr).toContain('--mark-illegal');
    const marked = run('import', workspace.path, 'octet.csv', '--kind', 'sites', '--dry-run', '--mark-illegal');
    expect(marked).toMatchObject({ status: 0, stderr: '' });
    expect(marked.stdout).toContain('2 à créer');
  });

  it('says what is coming while nothing is made, and numbers as the language does', () => {
    const { stdout } = tried('Code;Nom;Région\nA1;Un;Bretagne\n', '--create-missing');
    expect(stdout).toContain('1 lignes lues : 1 à créer, 0 à modifier');
    expect(stdout).not.toMatch(/créé/);
    expect(tried('Code;Nom;Effectif\nA;Un;1.234\nB;Deux;12\nC;Trois;13\n').stderr).toMatch(
      /nombre ambigu\s: 1,234 ou 1234/,
    );
  });

  it.each([
    ['HTML', '<!DOCTYPE html><html><body>Connexion</body></html>'],
    ['HTML', '\uFEFF\n<table><tr><td>Code</td></tr></table>'],
    ['XML', '<?xml version="1.0"?><sites/>'],
    ['JSON', '{"total": 2, "rows": []}'],
    ['JSON', '[{"code": "A1", "nom": "Usine"}]'],
  ])('names a file of %s that is called CSV', (format, text) => {
    expect(tried(text).stderr).toContain(`(${format})`);
  });

  it('takes a table whose first cell only looks like another format', () => {
    expect(tried('[Code];Nom\nA1;Usine\n').stdout).toContain('1 lignes lues');
  });

  it('counts the dates that were read month first', () => {
    const rows = Array.from({ length: 30 }, (_, n) => `A${n};Site ${n};${(n % 12) + 1}/${(n % 18) + 10}/2025`).join(
      '\n',
    );
    expect(tried(`Code;Nom;Ouverture\n${rows}\n`).stdout).toContain('dates lues mois d’abord : 30');
  });

  it('writes days and numbers as the language does', () => {
    const { stdout } = tried('Code;Nom;Ouverture\nA1;Un;45000\n');
    expect(stdout).toContain('(45000 → 15/03/2023)');
    const turned = tried('Code;Nom;Lat;Lon\nA;Un;-1.68;48.11\nB;Deux;48.1;-1.6\nC;Trois;48.2;-1.5\n');
    expect(turned.stderr).toContain('48,11');
  });

  it('names every field of --map in its help', () => {
    const { stdout } = run('help', 'import');
    for (const kind of importKinds)
      expect(stdout).toContain(`${kind} : ${fieldsOf[kind].map(({ name }) => name).join(', ')}`);
  });
});

describe('maillage map', () => {
  it('by territory says when there is none', () => {
    const made = run('map', workspace.path, '--by', 'territory', '--out', 'carte.svg');
    expect(made.stderr).toContain('Il n’y a pas encore de territoire');
    expect(run('map', workspace.path, '--out', 'carte.svg').stderr).toBe('');
  });
});
