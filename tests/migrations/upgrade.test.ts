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
import { closeWorkspace } from '../../electron/service/session.ts';
import { dispatch } from '../../electron/service/dispatch.ts';
import { testService } from '../factories/workspace.ts';
import { fixtureFolder } from './fixtures.ts';

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
    it(`brings ${name} to the present schema with everything in it`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'maillage-upgrade-'));
      const path = join(folder, 'fixture.maillage');
      writeFileSync(path, gunzipSync(readFileSync(join(fixtureFolder, name))));
      const service = testService(folder);
      const call = async (procedure: string, input: unknown): Promise<unknown> => {
        const result = await dispatch(service, procedure, input, { lang: 'fr', actor: 'Camille', origin: 'app' });
        if (!result.ok) throw new Error(`${procedure}: ${JSON.stringify(result.error)}`);
        return result.value;
      };
      expect(await call('workspace.open', { path })).toMatchObject({ version: latestVersion });
      expect(await call('workspace.check', {})).toMatchObject({ ok: true });
      expect(await call('sites.list', {})).toMatchObject({
        total: 1,
        rows: [{ name: 'Usine de Rennes', headcount: 125, territoryName: 'Bretagne', activePeople: 1 }],
      });
      expect(await call('people.list', { search: 'boeuf' })).toMatchObject({ total: 1 });
      expect(await call('measurements.list', {})).toMatchObject({ rows: [{ value: 412.5, unit: 'kg' }] });
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
