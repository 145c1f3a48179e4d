/** A schema as plain data, to be held against another; run by hand it writes the snapshot of the present one, for a new version only. */
import { gunzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openWriter, type RawDatabase } from '../../electron/service/database/connect.ts';
import { migrate } from '../../electron/service/database/migrate.ts';
import { latestVersion, migrations } from '../../electron/service/migrations/index.ts';
import { fixtureFolder } from './fixtures.ts';

export interface Schema {
  version: number;
  /** A column in a line: its type, whether it must be filled, its default. */
  tables: Record<string, { columns: Record<string, string>; sql: string }>;
  indexes: Record<string, string>;
  triggers: Record<string, string>;
  views: Record<string, string>;
}

export const snapshotPath = join(import.meta.dirname, '../fixtures/schema.json');
const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** All that was ever declared in the file itself; what SQLite makes for itself (`sqlite_...`) is left out. */
export function schemaOf(db: RawDatabase): Schema {
  const declared = db
    .prepare(
      `select type, name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by name`,
    )
    .all() as { type: string; name: string; sql: string }[];
  const of = (type: string): Record<string, string> =>
    Object.fromEntries(declared.filter((one) => one.type === type).map(({ name, sql }) => [name, squeezed(sql)]));
  const tables = Object.entries(of('table')).map(([name, sql]) => {
    const columns = db.pragma(`table_xinfo("${name}")`) as {
      name: string;
      type: string;
      notnull: number;
      dflt_value: string | null;
      pk: number;
    }[];
    const shapes = columns.map((column): [string, string] => [
      column.name,
      [
        column.type,
        column.notnull === 1 ? 'not null' : '',
        column.dflt_value === null ? '' : `default ${column.dflt_value}`,
        column.pk > 0 ? 'primary key' : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ]);
    return [name, { columns: Object.fromEntries(shapes), sql }] as const;
  });
  return {
    version: db.pragma('user_version', { simple: true }) as number,
    tables: Object.fromEntries(tables),
    indexes: of('index'),
    triggers: of('trigger'),
    views: of('view'),
  };
}

/** Every name that data lives under: `people`, `people.email`. */
export function namesOf(schema: Schema): string[] {
  return Object.entries(schema.tables).flatMap(([table, { columns }]) => [
    table,
    ...Object.keys(columns).map((column) => `${table}.${column}`),
  ]);
}

/** Names that were there, were dropped, and are back: what an old file or an old history says of them is about something else. */
export function returned(schemas: Schema[]): string[] {
  const gone = new Set<string>();
  const back = new Set<string>();
  let before: string[] = [];
  for (const schema of schemas) {
    const names = namesOf(schema);
    for (const name of before) if (!names.includes(name)) gone.add(name);
    for (const name of names) if (gone.has(name)) back.add(name);
    before = names;
  }
  return [...back].sort();
}

export type Stored = Record<string, unknown>;
/** Every row of every table, to the letter. */
export function contentOf(db: RawDatabase): Record<string, Stored[]> {
  const tables = db
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => [table, db.prepare(`select * from "${table}" order by rowid`).all() as Stored[]]),
  );
}

/** The mark that a file has once it was written again: the one it had stands before the new one. */
export function markAfter(fileMark: unknown): RegExp {
  const { mark } = fileMark as { mark: string };
  return new RegExp(`^maillage-mark ${mark.slice(-32)} [0-9a-f]{32}$`);
}

export interface OpenFile {
  db: RawDatabase;
  path: string;
  close: () => void;
}

function opened(fill?: Buffer): OpenFile {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-schema-'));
  const path = join(folder, 'fixture.maillage');
  if (fill !== undefined) writeFileSync(path, fill);
  const db = openWriter(path);
  return {
    db,
    path,
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The fixture of a released version, as it was released. */
export function openFixture(version: number): OpenFile {
  return opened(gunzipSync(readFileSync(join(fixtureFolder, `v${version}.maillage.gz`))));
}

/** An empty file brought up to a version. */
export async function openEmpty(version: number): Promise<OpenFile> {
  const file = opened();
  await migrateTo(file, version);
  return file;
}

export async function migrateTo({ db, path }: OpenFile, version: number): Promise<void> {
  await migrate(db, path, () => '', migrations.slice(0, version));
}

async function presentSchema(): Promise<Schema> {
  const file = await openEmpty(latestVersion);
  const schema = schemaOf(file.db);
  file.close();
  return schema;
}

async function writeSnapshot(): Promise<string> {
  const present = await presentSchema();
  const known = JSON.parse(readFileSync(snapshotPath, 'utf8')) as Schema;
  if (isDeepStrictEqual(present, known)) return 'nothing has changed';
  // What was released stays what it was: another schema is another version, hence a migration.
  if (present.version <= known.version) throw new Error(`version ${known.version} has its schema: write a migration`);
  writeFileSync(snapshotPath, `${JSON.stringify(present, null, 2)}\n`);
  return `the schema of version ${present.version} is written down`;
}

if (import.meta.main) console.log(await writeSnapshot());
