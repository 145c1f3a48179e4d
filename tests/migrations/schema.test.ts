/** The schema is written down: it changes by a new migration or not at all, and what was dropped never comes back under its name. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { latestVersion } from '../../electron/service/migrations/index.ts';
import {
  namesOf,
  openEmpty,
  openFixture,
  returned,
  schemaOf,
  snapshotPath,
  type OpenFile,
  type Schema,
} from './schema.ts';

const open: OpenFile[] = [];
afterEach(() => {
  for (const file of open.splice(0)) file.close();
});

async function schemaAt(version: number): Promise<Schema> {
  const file = await openEmpty(version);
  open.push(file);
  return schemaOf(file.db);
}
const versions = Array.from({ length: latestVersion }, (_, at) => at + 1);

describe('the schema', () => {
  it('is the one that was written down; after a new migration run `node tests/migrations/schema.ts`', async () => {
    const written = JSON.parse(readFileSync(snapshotPath, 'utf8')) as Schema;
    expect(await schemaAt(latestVersion)).toEqual(written);
  });

  it.each(versions)('of version %i is still made as it was when it was released', async (version) => {
    const file = openFixture(version);
    open.push(file);
    expect(await schemaAt(version)).toEqual(schemaOf(file.db));
  });

  it('has no name that was dropped before', async () => {
    expect(returned(await Promise.all(versions.map(schemaAt)))).toEqual([]);
  });

  it('knows a name that returns, of a table as of a column', () => {
    const made = (tables: Record<string, string[]>): Schema => ({
      version: 1,
      tables: Object.fromEntries(
        Object.entries(tables).map(([name, columns]) => [
          name,
          {
            sql: '',
            columns: Object.fromEntries(columns.map((column) => [column, 'TEXT'])),
          },
        ]),
      ),
      indexes: {},
      triggers: {},
      views: {},
    });
    const first = made({ people: ['id', 'fax'], offices: ['id'] });
    expect(namesOf(first)).toEqual(['people', 'people.id', 'people.fax', 'offices', 'offices.id']);
    const without = made({ people: ['id'] });
    expect(returned([first, without])).toEqual([]);
    expect(returned([first, without, made({ people: ['id', 'phone'], sites: ['id'] })])).toEqual([]);
    expect(returned([first, without, made({ people: ['id', 'fax'] })])).toEqual(['people.fax']);
    expect(returned([first, without, without, first])).toEqual(['offices', 'offices.id', 'people.fax']);
  });

  it('is strict, keeps its rows from being renumbered, and holds no trigger or view that a stranger could have put there', async () => {
    const { tables, triggers, views } = await schemaAt(latestVersion);
    expect([triggers, views]).toEqual([{}, {}]);
    for (const [name, { sql, columns }] of Object.entries(tables)) {
      expect(sql, name).toMatch(/\) strict$/);
      // Neither is known by the number of its rows: content by its hash, the mark of the file is alone.
      if (name === 'blobs' || name === 'fileMark') continue;
      expect(columns['seq'], name).toBe('INTEGER primary key');
      expect(sql, name).toContain('autoincrement');
    }
  });
});
