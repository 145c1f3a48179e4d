/** Every released schema comes up to date with its data, its history and its undo. */
import { gunzipSync } from 'node:zlib';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { latestVersion, migrations } from '../../electron/service/migrations/index.ts';
import { openWriter } from '../../electron/service/database/connect.ts';
import { migrate } from '../../electron/service/database/migrate.ts';
import type { OutputOf } from '#shared/contract.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { dispatch } from '../../electron/service/dispatch.ts';
import { testService } from '../factories/workspace.ts';
import { fixtureFolder } from './fixtures.ts';
import { contentOf, markAfter, openFixture } from './schema.ts';

/** The schema as text, without what differs by accident. */
function schemaOf(db: Database.Database): string[] {
  return db
    .prepare(`select sql from sqlite_schema where sql is not null and name not like 'history_%' order by type, name`)
    .pluck()
    .all() as string[];
}

describe('upgrading', () => {
  it('has a fixture for every released version, the present one included', () => {
    expect(readdirSync(fixtureFolder).sort()).toEqual(
      Array.from({ length: latestVersion }, (_, index) => `v${index + 1}.maillage.gz`).sort(),
    );
  });

  for (const name of readdirSync(fixtureFolder)) {
    it(`has a row in every table of ${name}`, () => {
      const file = openFixture(Number(/\d+/.exec(name)?.[0]));
      const empty = Object.entries(contentOf(file.db)).filter(([, rows]) => rows.length === 0);
      file.close();
      expect(empty.map(([table]) => table)).toEqual([]);
    });

    it(`brings ${name} to the present schema with everything in it`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'maillage-upgrade-'));
      const path = join(folder, 'fixture.maillage');
      writeFileSync(path, gunzipSync(readFileSync(join(fixtureFolder, name))));
      const released = new Database(path, { readonly: true });
      const before = contentOf(released);
      released.close();
      const service = testService(folder);
      const call = async (procedure: string, input: unknown): Promise<unknown> => {
        const result = await dispatch(service, procedure, input, { lang: 'fr', actor: 'Camille', origin: 'app' });
        if (!result.ok) throw new Error(`${procedure}: ${JSON.stringify(result.error)}`);
        return result.value;
      };
      expect(await call('workspace.open', { path })).toMatchObject({ version: latestVersion });
      expect(await call('workspace.check', {})).toMatchObject({ ok: true });
      // Every row of every table, with all it held; `migrations.test.ts` says what each version adds.
      const opened = new Database(path, { readonly: true });
      const after = contentOf(opened);
      opened.close();
      const { fileMark, ...kept } = before;
      for (const [table, rows] of Object.entries(kept)) expect(after[table], table).toMatchObject(rows);
      if (fileMark !== undefined && name !== `v${latestVersion}.maillage.gz`)
        expect(after['fileMark'], 'fileMark').toMatchObject([
          { mark: expect.stringMatching(markAfter(fileMark[0])) as string },
        ]);
      expect(await call('sites.list', {})).toMatchObject({
        total: 1,
        rows: [{ name: 'Usine de Rennes', headcount: 125, territoryName: 'Bretagne', activePeople: 1 }],
      });
      expect(await call('people.list', { search: 'boeuf' })).toMatchObject({ total: 1 });
      expect(await call('measurements.list', {})).toMatchObject({ rows: [{ value: 412.5, unit: 'kg' }] });
      const [edition] = ((await call('awards.list', {})) as OutputOf<'awards.list'>).rows;
      expect(await call('awards.results', { editionId: edition?.id })).toMatchObject({
        edition: { name: 'Prix 2026' },
        categories: [
          {
            nominees: [{ note: 9 }, { note: 7.5, isWinner: true, title: 'Collecte d’automne' }],
            decisions: [{ reason: 'Plus facile à essaimer', applied: true }],
          },
        ],
      });
      const [deck] = ((await call('deck.list', {})) as OutputOf<'deck.list'>).rows;
      const { slides } = (await call('deck.get', { id: deck?.id })) as OutputOf<'deck.get'>;
      expect(slides[0]).toMatchObject({ texts: { title: 'Nos trophées' }, notes: 'Sourire.' });
      const initiatives = (await call('initiatives.list', {})) as OutputOf<'initiatives.list'>;
      const picture = await call('attachments.image', { id: initiatives.rows[0]?.coverId, size: 'thumbnail' });
      expect(picture).toMatchObject({ dataUrl: expect.stringMatching(/^data:image\/jpeg;base64,\/9j/) as string });
      // Campaigns came with version 2.
      if (name !== 'v1.maillage.gz') {
        expect(await call('campaigns.list', {})).toMatchObject({
          total: 1,
          rows: [
            {
              title: 'Octobre rose',
              owner: 'Zoë Le Bœuf',
              tasks: 2,
              answers: { sites: 1, adapted: 1 },
              phases: [{ kind: 'launch' }],
            },
          ],
        });
      }
      await call('history.undo', {});
      expect(await call('sites.list', {})).toMatchObject({ rows: [{ headcount: 120 }] });
      const fresh = openWriter(join(folder, 'fresh.maillage'));
      await migrate(fresh, join(folder, 'fresh.maillage'), () => '', migrations);
      const upgraded = new Database(path, { readonly: true });
      const tables = (db: Database.Database): string[] =>
        schemaOf(db).filter((text) => /^create (table|index|unique)/i.test(text));
      expect(tables(upgraded)).toEqual(tables(fresh));
      upgraded.close();
      fresh.close();
      if (service.workspace !== null) await closeWorkspace(service.workspace);
      rmSync(folder, { recursive: true, force: true });
    });
  }
});
