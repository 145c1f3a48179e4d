/** The calendar behind the plan: bundled dates, what the workspace changes in them and adds. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

describe('days of awareness', () => {
  it('fall on their dates of 2026', async () => {
    const { rows } = await workspace.call('calendar.days', { from: '2026-01-01', to: '2026-12-31' });
    const spanOf = (key: string): string =>
      rows
        .filter((row) => row.key === key)
        .map((row) => `${row.startDate}/${row.endDate}`)
        .join(' ');
    expect(spanOf('seeph')).toBe('2026-11-16/2026-11-22');
    expect(spanOf('serd')).toBe('2026-11-21/2026-11-29');
    expect(spanOf('sedd')).toBe('2026-09-18/2026-10-08');
    expect(spanOf('pink-october')).toBe('2026-10-01/2026-10-31');
    expect(spanOf('duoday')).toBe('2026-11-19/2026-11-19');
    expect(spanOf('digital-cleanup')).toBe('2026-03-21/2026-03-21');
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.map((row) => row.startDate)).toEqual(rows.map((row) => row.startDate).sort());
  });

  it('show in part at the edge of the time looked at', async () => {
    const { rows } = await workspace.call('calendar.days', { from: '2026-10-31', to: '2026-10-31' });
    expect(rows.map((row) => row.key)).toContain('pink-october');
  });

  it('can be changed, hidden, given back their rule, and added to', async () => {
    const { call, refused } = workspace;
    const bundled = (await call('calendar.awareness', {})).rows.find((row) => row.key === 'movember');
    const own = await call('calendar.saveDay', {
      name: 'Journée RSE',
      rule: { kind: 'weekday', month: 6, weekday: 4, nth: 1, length: 2 },
    });
    const changed = await call('calendar.saveDay', {
      key: 'seeph',
      name: 'Semaine du handicap',
      rule: { kind: 'fixed', month: 11, day: 3, length: 5 },
    });
    expect(changed).toMatchObject({ key: 'seeph', changed: true });
    await call('calendar.saveDay', {
      key: 'movember',
      name: 'Movember',
      rule: { kind: 'fixed', month: 11, day: 1, length: 30 },
      hidden: true,
    });
    const november = await call('calendar.days', { from: '2027-06-01', to: '2027-11-30' });
    expect(november.rows.find((row) => row.key === 'seeph')).toMatchObject({
      name: 'Semaine du handicap',
      startDate: '2027-11-03',
      endDate: '2027-11-07',
    });
    expect(november.rows.find((row) => row.key === 'movember')).toBeUndefined();
    expect(november.rows.find((row) => row.id === own.id)).toMatchObject({
      startDate: '2027-06-03',
      endDate: '2027-06-04',
    });
    await call('calendar.resetDays', { ids: [changed.id ?? ''] });
    expect((await call('calendar.awareness', {})).rows.find((row) => row.key === 'seeph')).toMatchObject({
      id: null,
      changed: false,
      name: 'Semaine européenne pour l’emploi des personnes handicapées (SEEPH)',
    });
    await call('history.undo', {});
    expect((await call('calendar.awareness', {})).rows.find((row) => row.key === 'seeph')).toMatchObject({
      changed: true,
    });
    // Shown again as it came, a day follows the catalogue again.
    const movember = (await call('calendar.awareness', {})).rows.find((row) => row.key === 'movember');
    expect(movember).toMatchObject({ hidden: true, changed: true });
    expect(
      await call('calendar.saveDay', {
        key: 'movember',
        name: bundled?.name ?? '',
        nameEn: bundled?.nameEn ?? null,
        rule: bundled?.rule ?? own.rule,
        source: bundled?.source ?? null,
      }),
    ).toEqual(bundled);
    expect((await call('calendar.awareness', {})).rows.find((row) => row.key === 'movember')).toEqual(bundled);
    expect(
      await refused('calendar.saveDay', { key: 'nothing', name: 'x', rule: { kind: 'fixed', month: 1, day: 1 } }),
    ).toMatchObject({ code: 'unknown_reference' });
    expect(
      await refused('calendar.saveDay', { name: 'x', rule: { kind: 'weekday', month: 13, weekday: 1, nth: 1 } }),
    ).toMatchObject({ code: 'invalid_input' });
  });
});

describe('holidays', () => {
  it('are those of France in 2026, with the places that have their own', async () => {
    const { rows } = await workspace.call('calendar.holidays', { from: '2026-01-01', to: '2026-12-31' });
    const days = rows.filter((row) => row.layer === 'public');
    expect(days.filter((row) => row.zones.length === 0).map((row) => row.startDate)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
    expect(days.filter((row) => row.zones.includes('Alsace-Moselle')).map((row) => row.startDate)).toEqual([
      '2026-04-03',
      '2026-12-26',
    ]);
  });

  it('keep to the wanted school zones and say how far they are known', async () => {
    const { call } = workspace;
    const { rows, schoolKnownUntil } = await call('calendar.holidays', {
      from: '2027-02-01',
      to: '2027-03-15',
      zones: ['B'],
    });
    expect(rows.filter((row) => row.layer === 'school')).toMatchObject([
      { name: 'Vacances d’hiver', startDate: '2027-02-20', endDate: '2027-03-07', zones: ['B'] },
    ]);
    expect(schoolKnownUntil).toBe('2027-08-31');
    expect((await call('calendar.sources', {})).rows.map((row) => row.layer)).toEqual([
      'awareness',
      'public',
      'school',
    ]);
  });

  it('take in what people enter by hand', async () => {
    const { call, refused } = workspace;
    const period = await call('calendar.savePeriod', {
      layer: 'school',
      zone: 'A',
      name: 'Toussaint',
      startDate: '2027-10-23',
      endDate: '2027-11-07',
    });
    expect(
      (await call('calendar.holidays', { from: '2027-11-07', to: '2027-11-30' })).rows.find(
        (row) => row.id === period.id,
      ),
    ).toMatchObject({ layer: 'school', zones: ['A'] });
    expect(
      await refused('calendar.savePeriod', {
        layer: 'company',
        name: 'Inventaire',
        startDate: '2027-02-02',
        endDate: '2027-02-01',
      }),
    ).toMatchObject({ code: 'invalid_input' });
    await call('calendar.deletePeriods', { ids: [period.id] });
    expect((await call('calendar.periods', {})).rows).toEqual([]);
  });
});
