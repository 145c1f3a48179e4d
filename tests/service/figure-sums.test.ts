/** Sums of figures: by month, with the certainty of their least certain part, and only of the days that are asked for. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sumFigures, sumFiguresBy } from '../../electron/service/domain/initiatives/figures.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
const ids: Record<string, string> = {};
beforeAll(async () => {
  workspace = await testWorkspace();
  const { call } = workspace;
  ids['hive'] = (await call('initiatives.create', { title: 'Ruche' })).id;
  ids['swap'] = (await call('initiatives.create', { title: 'Troc' })).id;
  ids['honey'] = (await call('indicators.create', { code: 'B', name: 'Miel', unit: 'kg', kind: 'output' })).id;
  ids['hours'] = (await call('indicators.create', { code: 'A', name: 'Heures', unit: 'h', kind: 'input' })).id;
  const note = (
    initiative: string,
    indicator: string,
    date: string,
    value: number,
    provenance: 'measured' | 'estimated' | 'declared',
  ) =>
    call('measurements.create', {
      initiativeId: ids[initiative] ?? '',
      indicatorId: ids[indicator] ?? '',
      date,
      value,
      provenance,
    });
  await note('hive', 'honey', '2026-01-31', 5, 'estimated');
  await note('hive', 'honey', '2026-02-01', 7, 'measured');
  await note('hive', 'honey', '2026-02-28', 1, 'declared');
  await note('swap', 'honey', '2026-02-10', 100, 'measured');
  await note('swap', 'hours', '2026-03-01', 4, 'measured');
});
afterAll(() => workspace.close());

async function sums(from: string | null, to: string | null, initiative?: string): Promise<unknown[]> {
  const db = workspace.service.workspace?.readerDb;
  if (db === undefined) throw new Error('no reader');
  const scope = { from, to, ...(initiative === undefined ? {} : { initiativeIds: [ids[initiative] ?? ''] }) };
  return (await sumFigures(db, scope)).map((sum) => [
    sum.name,
    sum.total,
    sum.provenance,
    [...sum.months].map(([month, total]) => `${month} ${total} ${sum.monthProvenances.get(month) ?? ''}`),
  ]);
}

it('are as uncertain as their least certain part, month by month and as a whole', async () => {
  expect(await sums(null, null, 'hive')).toEqual([
    ['Miel', 13, 'estimated', ['2026-01 5 estimated', '2026-02 8 declared']],
  ]);
  expect((await sums(null, null)).find((sum) => Array.isArray(sum) && sum[0] === 'Miel')).toEqual([
    'Miel',
    113,
    'estimated',
    ['2026-01 5 estimated', '2026-02 108 declared'],
  ]);
});

it('count the first and the last day, and nothing outside', async () => {
  expect(await sums('2026-02-01', '2026-02-28', 'hive')).toEqual([['Miel', 8, 'declared', ['2026-02 8 declared']]]);
  expect(await sums('2026-02-02', '2026-02-27', 'hive')).toEqual([]);
  const db = workspace.service.workspace?.readerDb;
  if (db === undefined) throw new Error('no reader');
  const by = await sumFiguresBy(db, 'initiative', [ids['hive'] ?? ''], { from: '2026-02-01', to: '2026-02-28' });
  expect([...by.keys()]).toEqual([ids['hive']]);
  expect(by.get(ids['hive'] ?? '')?.get(ids['honey'] ?? '')).toEqual({ total: 8, provenance: 'declared' });
  const less = await sumFiguresBy(db, 'initiative', [ids['hive'] ?? ''], { from: '2026-02-02', to: '2026-02-27' });
  expect(less.size).toBe(0);
});
