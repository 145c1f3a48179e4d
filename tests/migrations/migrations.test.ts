/** Each migration by itself: what was in the file one version earlier is in it one version later, and only what it means to change has changed. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { latestVersion, migrations } from '../../electron/service/migrations/index.ts';
import { contentOf, migrateTo, openFixture, type OpenFile } from './schema.ts';

const open: OpenFile[] = [];
afterEach(() => {
  for (const file of open.splice(0)) file.close();
});

/** What a migration gives that was not there: columns with the value that rows of old get, tables that begin empty. */
const brings: Record<
  number,
  { columns?: Record<string, unknown>; tables?: string[]; filled?: Record<string, unknown[]> }
> = {
  2: {
    tables: [
      'adoptions',
      'awarenessDays',
      'calendarPeriods',
      'campaignPhases',
      'campaignTargets',
      'campaignTaskLinks',
      'campaignTasks',
      'campaigns',
      'kitItems',
    ],
  },
  3: {},
  4: { columns: { 'people.remindedOn': null } },
  5: { tables: ['touchpoints'] },
  6: { filled: { fileMark: [{ id: 1, mark: expect.stringMatching(/^maillage-mark 0{32} [0-9a-f]{32}$/) }] } },
};

/** Migrations that write over what is there: each has a test of its own below, by its version. */
const rewriting: Record<number, true> = { 6: true };

describe('a migration', () => {
  it.each(Array.from({ length: latestVersion - 1 }, (_, at) => at + 2))(
    'to version %i keeps every row of the version before, and adds what it says',
    async (version) => {
      const file = openFixture(version - 1);
      open.push(file);
      const before = contentOf(file.db);
      expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
      await migrateTo(file, version);
      const { columns = {}, tables = [], filled = {} } = brings[version] ?? {};
      const expected: Record<string, unknown[]> = {
        ...Object.fromEntries(tables.map((table) => [table, []])),
        ...filled,
      };
      for (const [table, rows] of Object.entries(before)) {
        const more = Object.entries(columns).filter(([name]) => name.startsWith(`${table}.`));
        const added = Object.fromEntries(more.map(([name, value]) => [name.slice(table.length + 1), value]));
        expected[table] = rows.map((row) => ({ ...row, ...added }));
      }
      expect(contentOf(file.db)).toEqual(expected);
      expect(file.db.pragma('foreign_key_check')).toEqual([]);
      expect(file.db.pragma('integrity_check', { simple: true })).toBe('ok');
    },
  );

  it('that writes over data has a test of its own', () => {
    const folder = join(import.meta.dirname, '../../electron/service/migrations');
    const writing = readdirSync(folder).filter(
      (name) =>
        // Before the first there was nothing to write over.
        !['index.ts', '0001-initial.ts'].includes(name) &&
        /\b(update|insert into|delete from|updateTable|insertInto|deleteFrom|drop (table|column)|dropColumn|dropTable)\b/i.test(
          readFileSync(join(folder, name), 'utf8').replaceAll(/\/\/.*|\/\*[^]*?\*\//g, ''),
        ),
    );
    expect(writing.map((name) => Number(name.slice(0, 4))).filter((version) => rewriting[version] !== true)).toEqual(
      [],
    );
    expect(migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`)).toEqual(
      readdirSync(folder).filter((name) => name !== 'index.ts'),
    );
  });

  it('leaves people of old without a day on which they were written to, and refuses what is no day', async () => {
    const file = openFixture(3);
    open.push(file);
    await migrateTo(file, 4);
    const set = (day: string | null): unknown => file.db.prepare('update people set remindedOn = ?').run(day);
    expect(() => set('hier')).toThrow('CHECK');
    set('2026-06-15');
    expect(file.db.prepare('select remindedOn from people').pluck().get()).toBe('2026-06-15');
  });

  it('gives each file a mark of its own, which no other file has, and writes nothing else', async () => {
    const marks = new Set<unknown>();
    for (let n = 0; n < 3; n += 1) {
      const file = openFixture(5);
      open.push(file);
      const before = contentOf(file.db);
      await migrateTo(file, 6);
      marks.add(file.db.prepare('select mark from fileMark').pluck().get());
      const { fileMark: _mark, ...rest } = contentOf(file.db);
      expect(rest).toEqual(before);
    }
    expect(marks.size).toBe(3);
  });
});
