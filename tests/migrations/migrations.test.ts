/** Each migration by itself: what was in the file one version earlier is in it one version later, and only what it means to change has changed. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { latestVersion, migrations } from '../../electron/service/migrations/index.ts';
import { contentOf, markAfter, migrateTo, openFixture, type OpenFile } from './schema.ts';

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
const rewriting: Record<number, true> = { 6: true, 7: true };

/** Texts as files of old hold them, and the key that version 6 had stored for them. */
const oldKeys: [table: string, columns: Record<string, string>, before: string, after: string][] = [
  [
    'people',
    { firstName: 'Jean\u2011Pierre', lastName: 'O\u00B4Neil' },
    'o neil jean\u2010pierre\u001fjean\u2010pierre o neil',
    "o'neil jean-pierre\u001fjean-pierre o'neil",
  ],
  ['sites', { name: 'Usine \u2013 Île\u2010Rousse' }, 'usine \u2013 ile\u2010rousse', 'usine - ile-rousse'],
  ['territories', { name: 'Ouest\u00ADNord' }, 'ouest\u00ADnord', 'ouestnord'],
  ['initiatives', { title: 'Collecte d\u2032été' }, 'collecte d\u2032ete', "collecte d'ete"],
  ['campaigns', { title: 'Mai \u2014 vélo' }, 'mai \u2014 velo', 'mai - velo'],
  [
    'touchpoints',
    { summary: 'Vu à Bourg\u2011en\u2011Bresse' },
    'vu a bourg\u2010en\u2010bresse',
    'vu a bourg-en-bresse',
  ],
];

/** The columns that a key holds beside the texts above. */
const besides: Record<string, string> = {
  sites: 'code, city, postcode',
  territories: 'code',
  people: 'email, code',
  initiatives: 'theme, code',
  campaigns: 'theme, pillar, code',
  touchpoints: 'author',
};

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
      // Whatever writes the file gives it a new mark, behind the one it had.
      if (before['fileMark'] !== undefined)
        expected['fileMark'] = [{ id: 1, mark: expect.stringMatching(markAfter(before['fileMark'][0])) as string }];
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

  it.each(oldKeys)(
    'makes the search keys of %s anew that took a sign for something else',
    async (table, set, old, fresh) => {
      const file = openFixture(6);
      open.push(file);
      const columns = Object.keys(set);
      const whole = (key: string): string =>
        [
          key,
          ...(JSON.parse(
            file.db
              .prepare(`select json_array(${besides[table] ?? 'null'}) from "${table}" where seq = 1`)
              .pluck()
              .get() as string,
          ) as (string | null)[]),
        ]
          .filter((part): part is string => part !== null)
          .map((part, at) => (at === 0 ? part : part.toLowerCase()))
          .join('\u001f');
      file.db
        .prepare(`update "${table}" set ${columns.map((column) => `"${column}" = ?`).join(', ')}, "searchKey" = ?`)
        .run(...Object.values(set), whole(old));
      // The same in the history: a row that was deleted, whole, and a change of its name.
      const stored = file.db.prepare(`select * from "${table}" where seq = 1`).get() as Record<string, unknown>;
      const record = file.db.prepare(
        `insert into history ("transactionSeq", "tableName", "recordId", operation, before, after) values ((select max(seq) from transactions), ?, 'x', ?, ?, ?)`,
      );
      const deleted = record.run(table, 'delete', JSON.stringify(stored), null).lastInsertRowid;
      const kept = old.replaceAll('o neil', "o'neil");
      const changed = record.run(
        table,
        'update',
        JSON.stringify({ searchKey: kept, ...set }),
        JSON.stringify({ searchKey: 'x' }),
      ).lastInsertRowid;
      const before = contentOf(file.db);
      await migrateTo(file, 7);
      expect(file.db.prepare(`select "searchKey" from "${table}" where seq = 1`).pluck().get()).toBe(whole(fresh));
      const keyOf = (seq: number | bigint): unknown =>
        file.db.prepare(`select before ->> '$.searchKey' from history where seq = ?`).pluck().get(seq);
      expect([keyOf(deleted), keyOf(changed)]).toEqual([whole(fresh), fresh]);
      // Nothing but keys.
      const bare = (content: Record<string, unknown[]>): string =>
        JSON.stringify({ ...content, fileMark: [], history: [] }).replaceAll(/"searchKey":"(?:[^"\\]|\\.)*"/g, '');
      expect(bare(contentOf(file.db))).toBe(bare(before));
    },
  );
});
