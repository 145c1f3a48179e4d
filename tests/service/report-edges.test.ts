/** Reports where figures could be nearly right: those who left, sites that closed, sums of fractions, two prizes in one year. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract.ts';
import { readCsvText } from '#shared/import/csv-records.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());
const call: TestWorkspace['call'] = (name, input, meta) => workspace.call(name, input, meta);

/** The rows of a report as a program reads them. */
async function rowsOf(
  report: InputOf<'reports.export'>['report'],
  filter: InputOf<'reports.export'>['filter'] = {},
): Promise<Record<string, string>[]> {
  const outPath = join(workspace.folder, `${report}.csv`);
  await call('reports.export', { report, filter, dialect: 'machine', outPath });
  const [head, ...records] = readCsvText(readFileSync(outPath, 'utf8'), { delimiter: ',', newline: '\n' });
  return records.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((name, at) => [name, cells[at] ?? ''])));
}

it('counts those who left neither among the people of a site nor among its active ones', async () => {
  const site = await call('sites.create', { name: 'Lyon', headcount: 120 });
  for (const stage of ['active', 'paused', 'identified', 'alumni'] as const)
    await call('people.create', { lastName: stage, siteId: site.id, stage });
  expect(await rowsOf('sites')).toMatchObject([{ people: '3', activePeople: '1', target: '3' }]);
});

it('gives a target to open sites alone', async () => {
  for (const [name, status] of [
    ['A', 'open'],
    ['B', 'closed'],
    ['C', 'planned'],
  ] as const)
    await call('sites.create', { name, status, headcount: 120 });
  expect((await rowsOf('sites')).map((row) => [row['name'], row['target']])).toEqual([
    ['A', '3'],
    ['B', ''],
    ['C', ''],
  ]);
});

it('counts the initiatives of the period for the one who leads them', async () => {
  const { id: leadId } = await call('people.create', { lastName: 'Roux', stage: 'active' });
  for (const [title, startDate] of [
    ['Vélo', '2025-12-31'],
    ['Tri', '2026-01-01'],
    ['Potager', '2026-12-31'],
  ] as const)
    await call('initiatives.create', { title, leadId, status: 'done', startDate });
  const led = async (filter = {}): Promise<string | undefined> =>
    (await rowsOf('people', filter))[0]?.['initiativesLed'];
  expect([await led(), await led({ from: '2026-01-01', to: '2026-12-31' }), await led({ to: '2025-12-30' })]).toEqual([
    '3',
    '2',
    '0',
  ]);
});

it('sums fractions without the noise of the machine', async () => {
  const site = await call('sites.create', { name: 'Lyon' });
  const initiative = await call('initiatives.create', { title: 'Tri', siteId: site.id, startDate: '2026-01-01' });
  const indicator = await call('indicators.create', { code: 'KG', name: 'Kilos', unit: 'kg', kind: 'output' });
  for (const [date, value] of [
    ['2026-01-01', 0.1],
    ['2026-01-02', 0.2],
  ] as const)
    await call('measurements.create', { initiativeId: initiative.id, indicatorId: indicator.id, date, value });
  for (const report of ['initiatives', 'sites'] as const)
    expect((await rowsOf(report))[0]?.['indicator:KG'], report).toBe('0.3');
});

it('does not choose between two prizes of one year', async () => {
  const first = await call('awards.createEdition', { year: 2026, name: 'Prix' });
  await call('awards.createEdition', { year: 2025, name: 'Prix' });
  expect((await call('reports.preview', { report: 'ranking', filter: { edition: '2026' } })).scope).toEqual([
    expect.stringContaining('Prix'),
  ]);
  await call('awards.createEdition', { year: 2026, name: 'Trophées' });
  const ranking = (edition: string) => ({ report: 'ranking' as const, filter: { edition } });
  expect(await workspace.refused('reports.preview', ranking('2026'))).toMatchObject({
    code: 'unknown_reference',
    details: { field: 'edition', id: '2026' },
  });
  expect((await call('reports.preview', ranking(first.id))).scope).toHaveLength(1);
  expect((await call('reports.preview', ranking('2025'))).scope).toHaveLength(1);
});
