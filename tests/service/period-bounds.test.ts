/** Periods count their first and their last day, in every list, figure, report and file that takes one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays } from '#shared/base/days.ts';
import type { InputOf } from '#shared/contract.ts';
import { setToday } from '../factories/clock.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

const first = '2026-06-10';
const last = '2026-06-20';

let workspace: TestWorkspace;
let initiativeId = '';
let campaignId = '';
beforeAll(async () => {
  workspace = await testWorkspace();
  const site = await call('sites.create', {
    name: 'Rennes',
    openedOn: first,
    closedOn: last,
    headcount: 120,
    lat: 48.1,
    lon: -1.7,
  });
  await call('people.create', { lastName: 'Anna', siteId: site.id, stage: 'active', joinedOn: first, leftOn: last });
  initiativeId = (
    await call('initiatives.create', {
      title: 'Collecte',
      siteId: site.id,
      status: 'done',
      startDate: first,
      endDate: last,
    })
  ).id;
  const indicator = await call('indicators.create', { code: 'KG', name: 'Kilos', unit: 'kg', kind: 'output' });
  const measured = { initiativeId, indicatorId: indicator.id };
  await call('measurements.create', { ...measured, date: first, value: 1 });
  await call('measurements.create', { ...measured, date: last, value: 20 });
  campaignId = (await call('campaigns.create', { title: 'Octobre', startDate: first, endDate: last })).id;
  await call('campaigns.setStatus', { ids: [campaignId], status: 'running' });
});
afterAll(() => workspace.close());
afterEach(() => {
  vi.useRealTimers();
});
const call: TestWorkspace['call'] = (name, input, meta) => workspace.call(name, input, meta);

interface Period {
  from?: string;
  to?: string;
}
type Scope = NonNullable<NonNullable<InputOf<'sites.list'>['filter']>['scope']>;

/** How many there are in a period, for everything that begins on the first day and ends on the last. */
const counted: Record<string, (period: Period) => Promise<number>> = {
  'the list of sites': async (scope: Scope) => (await call('sites.list', { filter: { scope } })).total,
  'the ids of sites': async (scope: Scope) => (await call('sites.ids', { filter: { scope } })).ids.length,
  'the list of people': async (scope: Scope) => (await call('people.list', { filter: { scope } })).total,
  'the list of initiatives, in the scope': async (scope: Scope) =>
    (await call('initiatives.list', { filter: { scope } })).total,
  'the list of initiatives, by its filter': async (filter) => (await call('initiatives.list', { filter })).total,
  'the list of campaigns, in the scope': async (scope: Scope) =>
    (await call('campaigns.list', { filter: { scope } })).total,
  'the list of campaigns, by its filter': async (filter) => (await call('campaigns.list', { filter })).total,
  'the list of answers': async (scope: Scope) => (await call('adoptions.list', { filter: { scope } })).total,
  'the figures of answers': async (scope: Scope) =>
    (await call('adoptions.figures', { campaignIds: [campaignId], by: 'campaign', scope })).whole.sites,
  'the sites of the home screen': async (scope: Scope) => (await call('workspace.overview', { scope })).sites,
  'the people of the home screen': async (scope: Scope) => (await call('workspace.overview', { scope })).activePeople,
  'the initiatives of the home screen': async (scope: Scope) =>
    (await call('workspace.overview', { scope })).initiatives,
  'the map': async (scope: Scope) => (await call('network.map', { filter: { scope } })).total.sites,
  'the plan': async ({ from, to }) =>
    (await call('campaigns.plan', { from: from ?? '2026-01-01', to: to ?? '2026-12-31' })).campaigns.length,
  'a calendar file': async ({ from, to }) => {
    const outPath = join(workspace.folder, 'plan.ics');
    const { events } = await call('calendar.export', {
      from: from ?? '2026-01-01',
      to: to ?? '2026-12-31',
      include: ['campaigns'],
      outPath,
    });
    return events;
  },
  'a list taken out': async (scope: Scope) => {
    const outPath = join(workspace.folder, 'sites.csv');
    return (await call('reports.exportList', { list: 'sites', format: 'csv', filter: { scope }, outPath })).rows;
  },
  'the report of sites': (filter) => rowsOf('sites', filter),
  'the report of people': (filter) => rowsOf('people', filter),
  'the report of initiatives': (filter) => rowsOf('initiatives', filter),
  'the report of campaigns': (filter) => rowsOf('campaigns', filter),
  'the report of answers': (filter) => rowsOf('adoptions', filter),
};
const rowsOf = async (report: InputOf<'reports.preview'>['report'], filter: Period): Promise<number> =>
  (await call('reports.preview', { report, filter })).total;

describe('a period', () => {
  it.each(Object.keys(counted))('counts its first and its last day: %s', async (name) => {
    const count = counted[name];
    if (count === undefined) throw new Error(name);
    expect({
      'from the last day on': await count({ from: last }),
      'from the day after': await count({ from: addDays(last, 1) }),
      'up to the first day': await count({ to: first }),
      'up to the day before': await count({ to: addDays(first, -1) }),
      'one day within': await count({ from: '2026-06-15', to: '2026-06-15' }),
    }).toEqual({
      'from the last day on': 1,
      'from the day after': 0,
      'up to the first day': 1,
      'up to the day before': 0,
      'one day within': 1,
    });
  });

  it('has every measurement of its days, whoever sums or lists them', async () => {
    const sums = async (filter: Period): Promise<unknown[]> => {
      const csv = async (report: 'measurements' | 'initiatives'): Promise<string[]> => {
        const outPath = join(workspace.folder, 'mesures.csv');
        await call('reports.export', { report, format: 'csv', dialect: 'machine', filter, outPath });
        const [head = '', ...rows] = readFileSync(outPath, 'utf8').trim().split('\n');
        const column = head.split(',').findIndex((cell) => cell === 'value' || cell.includes('KG'));
        return rows.map((row) => row.split(',')[column] ?? '');
      };
      return [(await csv('measurements')).map(Number).sort((a, b) => a - b), (await csv('initiatives'))[0]];
    };
    expect(await sums({ from: first, to: last })).toEqual([[1, 20], '21']);
    expect(await sums({ from: addDays(first, 1), to: last })).toEqual([[20], '20']);
    expect(await sums({ from: first, to: addDays(last, -1) })).toEqual([[1], '1']);
  });

  it('that a deck tells ends with the last day of its year', async () => {
    const year = async (startMonth: number, dates: string[]): Promise<number | null | undefined> => {
      await call('organisation.update', { set: { fiscalYearStartMonth: startMonth } });
      const edition = await call('awards.createEdition', { year: 2031, name: `Prix ${startMonth}` });
      const indicator = await call('indicators.create', {
        code: `M${startMonth}`,
        name: 'Repas',
        unit: '',
        kind: 'output',
      });
      for (const [at, date] of dates.entries())
        await call('measurements.create', { initiativeId, indicatorId: indicator.id, date, value: 10 ** at });
      const deck = await call('deck.build', { editionId: edition.id, lang: 'fr' });
      const { slides } = await call('deck.get', { id: deck.id });
      return slides.flatMap((slide) => slide.figures).find((figure) => figure.label === 'Repas')?.value;
    };
    expect(await year(1, ['2030-12-31', '2031-01-01', '2031-12-31', '2032-01-01'])).toBe(110);
    await call('indicators.update', {
      id: (await call('indicators.list', {})).rows.find((row) => row.code === 'M1')?.id ?? '',
      set: { name: 'Autre' },
    });
    expect(await year(9, ['2030-08-31', '2030-09-01', '2031-08-31', '2031-09-01'])).toBe(110);
  });
});

it('a period has the contacts of its first and its last day, and no others', async () => {
  const { id: personId } = await call('people.create', { lastName: 'Boris' });
  for (const date of [addDays(first, -1), first, last, addDays(last, 1)])
    await call('touchpoints.create', { personId, kind: 'call', date });
  const dates = async (scope: Scope): Promise<string[]> =>
    (await call('touchpoints.list', { filter: { scope }, descending: false })).rows.map((row) => row.date);
  expect(await dates({ from: first, to: last })).toEqual([first, last]);
  expect(await dates({ from: addDays(last, 1) })).toEqual([addDays(last, 1)]);
  expect(await dates({ to: addDays(first, -1) })).toEqual([addDays(first, -1)]);
});

describe('what has its day behind it', () => {
  it('is late from the day after its last', async () => {
    const { id } = await call('initiatives.create', {
      title: 'Fresque',
      status: 'running',
      startDate: first,
      endDate: last,
    });
    const before = async (endsBefore: string): Promise<string[]> =>
      (await call('initiatives.list', { filter: { statuses: ['running'], endsBefore } })).rows.map((row) => row.id);
    expect(await before(last)).toEqual([]);
    expect(await before(addDays(last, 1))).toEqual([id]);
    setToday(last);
    expect((await call('workspace.waiting', {})).late).toBe(0);
    setToday(addDays(last, 1));
    expect((await call('workspace.waiting', {})).late).toBe(1);
  });

  it('is a late task from the day after it was due, until it is done', async () => {
    const task = await call('campaigns.addTask', { campaignId, title: 'Affiches', dueDate: last });
    const late = async (): Promise<number | undefined> =>
      (await call('campaigns.list', { search: 'octobre' })).rows[0]?.tasksLate;
    setToday(last);
    expect(await late()).toBe(0);
    setToday(addDays(last, 1));
    expect(await late()).toBe(1);
    await call('campaigns.updateTask', { id: task.id, set: { doneOn: addDays(last, 1) } });
    expect(await late()).toBe(0);
  });
});
