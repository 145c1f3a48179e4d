/** Undo and redo of every kind of change, and what the history says of a record. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordBulk } from '../../electron/service/database/history.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

function dump(): Record<string, unknown[]> {
  const db = workspace.service.workspace?.reader;
  const tables = [
    'territories',
    'sites',
    'people',
    'initiatives',
    'indicators',
    'measurements',
    'consents',
    'organisation',
  ];
  return Object.fromEntries(
    tables.map((table) => [table, db?.prepare(`select * from "${table}" order by id`).all() ?? []]),
  );
}

/** Undoes everything, then does it all again; each state must come back to the letter. */
async function thereAndBack(steps: (() => Promise<unknown>)[]): Promise<void> {
  const states = [dump()];
  for (const step of steps) {
    await step();
    states.push(dump());
  }
  for (let n = steps.length - 1; n >= 0; n -= 1) {
    await workspace.call('history.undo', {});
    expect(dump()).toEqual(states[n]);
  }
  for (let n = 1; n <= steps.length; n += 1) {
    await workspace.call('history.redo', {});
    expect(dump()).toEqual(states[n]);
  }
}

describe('undo and redo', () => {
  it('goes back and forth through creations, edits, bulk edits, deletions and cascades', async () => {
    const { call } = workspace;
    let siteId = '';
    let personId = '';
    let initiativeId = '';
    let indicatorId = '';
    await thereAndBack([
      async () => {
        siteId = (await call('sites.create', { name: 'Usine de Lyon', headcount: 120, lat: 45.75, lon: 4.85 })).id;
      },
      async () => {
        personId = (
          await call('people.create', {
            firstName: 'Zoé',
            lastName: 'Œhler',
            siteId,
            stage: 'active',
            allottedHours: 3.5,
          })
        ).id;
      },
      async () => {
        initiativeId = (
          await call('initiatives.create', {
            title: 'Vélo',
            siteId,
            leadId: personId,
            sdgs: [11, 13],
            startDate: '2026-03-01',
          })
        ).id;
      },
      async () => {
        indicatorId = (
          await call('indicators.create', { code: 'KG', name: 'Kilos collectés', unit: 'kg', kind: 'output' })
        ).id;
      },
      () => call('measurements.create', { initiativeId, indicatorId, date: '2026-04-01', value: 12.25 }),
      () => call('people.grantConsent', { personId, purpose: 'face', grantedOn: '2026-01-01' }),
      () => call('sites.update', { id: siteId, set: { name: 'Usine de Villeurbanne', headcount: null } }),
      () => call('people.updateMany', { ids: [personId], set: { stage: 'paused' } }),
      () => call('organisation.update', { set: { coverageRatio: 30, settings: { a: 1 } } }),
      () => call('initiatives.delete', { ids: [initiativeId] }),
      () => call('people.delete', { ids: [personId] }),
      () => call('sites.delete', { ids: [siteId] }),
    ]);
  });

  it('keeps the link that a deletion cut and gives it back', async () => {
    const { call } = workspace;
    const person = await call('people.create', { lastName: 'Roux' });
    const initiative = await call('initiatives.create', { title: 'Collecte', leadId: person.id });
    await call('people.delete', { ids: [person.id] });
    expect((await call('initiatives.get', { id: initiative.id })).leadId).toBeNull();
    await call('history.undo', {});
    expect((await call('initiatives.get', { id: initiative.id })).leadId).toBe(person.id);
  });

  it('forgets what could be redone once something new is done', async () => {
    const { call, refused } = workspace;
    await call('sites.create', { name: 'A' });
    await call('history.undo', {});
    await call('sites.create', { name: 'B' });
    expect((await refused('history.redo', {})).code).toBe('nothing_to_redo');
    expect((await call('history.state', {})).redo).toBeNull();
  });

  it('keeps the rows of a run only while they can be redone', async () => {
    const { call } = workspace;
    const kept = (): unknown =>
      workspace.service.workspace?.reader
        .prepare('select coalesce(sum(length(payload)), 0) from history')
        .pluck()
        .get();
    const path = join(workspace.folder, 'sites.csv');
    writeFileSync(path, 'Code;Nom\nA;Rennes\nB;Brest\n');
    await call('imports.commit', { path, kind: 'sites', mapping: { Code: 'code', Nom: 'name' } });
    expect(kept()).toBe(0);
    await call('history.undo', {});
    expect(kept()).toBeGreaterThan(0);
    await call('history.redo', {});
    expect(kept()).toBe(0);
    expect((await call('sites.list', {})).total).toBe(2);
    await call('history.undo', {});
    // What was taken back and given up is kept nowhere: it may be about people.
    await call('sites.create', { name: 'Caen' });
    expect(kept()).toBe(0);
  });

  it('leaves no step for an action that changed nothing, and refuses to undo an action it does not speak of', async () => {
    const { call, refused } = workspace;
    const site = await call('sites.create', { name: 'A' });
    const before = (await call('history.list', {})).total;
    await call('sites.update', { id: site.id, set: { name: 'A' } });
    expect((await call('history.list', {})).total).toBe(before);
    expect((await refused('history.undo', { seq: 999 })).code).toBe('conflict');
  });

  it('undoes a run of rows created together, parents and children, and brings it back to the letter', async () => {
    const { service } = workspace;
    const writer = service.workspace?.writer;
    const { dispatch } = await import('../../electron/service/dispatch.ts');
    expect(dispatch).toBeDefined();
    if (writer == null) throw new Error('no writer');
    const { beginAction, endAction } = await import('../../electron/service/database/history.ts');
    const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    writer.transaction(() => {
      const seq = beginAction(writer, {
        procedure: 'imports.commit',
        actor: 'Camille',
        origin: 'app',
        at: '2026-01-01T00:00:00Z',
      });
      recordBulk(writer, ['territories', 'sites'], () => {
        const territory = writer.prepare(
          `insert into territories (id, code, name, kind, parentId, searchKey, createdAt, updatedAt) values (?, ?, ?, 'region', ?, ?, 'x', 'x')`,
        );
        for (let n = 1; n <= 7; n += 1) territory.run(id(n), `T${n}`, `T${n}`, n === 1 ? null : id(n - 1), `t${n}`);
        const site = writer.prepare(
          `insert into sites (id, code, name, territoryId, searchKey, createdAt, updatedAt) values (?, ?, ?, ?, ?, 'x', 'x')`,
        );
        for (let n = 100; n < 12_100; n += 1) site.run(id(n), `S${n}`, `Site ${n}`, id(1 + (n % 7)), `site ${n}`);
      });
      endAction(writer, seq, { count: 12_007 });
    })();
    const history = writer.prepare('select count(*) from history').pluck().get();
    expect(history).toBe(2);
    const full = dump();
    const site = await workspace.call('history.record', { table: 'sites', id: id(150) });
    expect(site.rows[0]?.operation).toBe('bulk');
    expect(site.rows[0]?.transaction.procedure).toBe('imports.commit');
    await workspace.call('history.undo', {});
    expect(dump()['sites']).toEqual([]);
    expect(dump()['territories']).toEqual([]);
    await workspace.call('history.redo', {});
    expect(dump()).toEqual(full);
  });

  it('undoes a run whose later rows hang on earlier ones from its last row to its first, and cuts no link on the way', async () => {
    const writer = workspace.service.workspace?.writer;
    if (writer == null) throw new Error('no writer');
    const { beginAction, endAction } = await import('../../electron/service/database/history.ts');
    const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    writer.transaction(() => {
      const head = {
        procedure: 'imports.commit',
        actor: 'Camille',
        origin: 'app' as const,
        at: '2026-01-01T00:00:00Z',
      };
      const seq = beginAction(writer, head);
      recordBulk(writer, ['territories'], () => {
        const territory = writer.prepare(
          `insert into territories (id, code, name, kind, parentId, searchKey, createdAt, updatedAt) values (?, ?, ?, 'region', ?, ?, 'x', 'x')`,
        );
        for (let n = 1; n <= 4; n += 1) territory.run(id(n), `T${n}`, `T${n}`, n === 1 ? null : id(n - 1), `t${n}`);
      });
      endAction(writer, seq, { count: 4 });
    })();
    writer.exec(
      `create temp table gone (what text);
       create temp trigger noteGone after delete on territories begin insert into gone values (old.code); end;
       create temp trigger noteCut after update of parentId on territories begin insert into gone values ('cut ' || old.code); end`,
    );
    await workspace.call('history.undo', {});
    const gone = writer.prepare('select what from gone order by rowid').pluck().all();
    writer.exec('drop trigger temp.noteGone; drop trigger temp.noteCut; drop table temp.gone');
    expect(gone).toEqual(['T4', 'T3', 'T2', 'T1']);
  });

  it('watches rows made one by one again once it is over, even when it failed', async () => {
    const { call } = workspace;
    const rows = async (): Promise<string[]> => {
      const { id } = await call('sites.create', { name: 'Lyon' });
      return (await call('history.record', { table: 'sites', id })).rows.map((row) => row.operation);
    };
    const path = join(workspace.folder, 'sites.csv');
    writeFileSync(path, 'Code;Nom\nA;Un\n');
    await call('imports.commit', { path, kind: 'sites', mapping: { Code: 'code', Nom: 'name' } });
    expect(await rows()).toEqual(['insert']);
    const writer = workspace.service.workspace?.writer;
    if (writer == null) throw new Error('no writer');
    const fails = writer.transaction(() =>
      recordBulk(writer, ['sites'], () => {
        throw new Error('half-way');
      }),
    );
    expect(fails).toThrow('half-way');
    expect(await rows()).toEqual(['insert']);
  });
});

describe('the history of a record', () => {
  it('says who changed what, with names instead of ids', async () => {
    const { call } = workspace;
    const site = await call('sites.create', { name: 'Lyon' });
    const person = await call('people.create', { lastName: 'Roux' });
    await call('people.update', { id: person.id, set: { siteId: site.id, stage: 'active' } }, { actor: 'Inès' });
    const { rows } = await call('history.record', { table: 'people', id: person.id });
    expect(rows[0]?.transaction.actor).toBe('Inès');
    expect(rows[0]?.changes).toContainEqual({ field: 'siteId', before: null, after: 'Lyon' });
    expect(rows[0]?.changes).toContainEqual({ field: 'stage', before: 'identified', after: 'active' });
    expect(rows[0]?.changes.map((change) => change.field)).not.toContain('searchKey');
    expect(rows[1]?.operation).toBe('insert');
  });
});
