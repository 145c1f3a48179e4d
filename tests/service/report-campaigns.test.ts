/** Reports of campaigns, answers and load: their rows, what narrows them, and figures equal to those of the screens. */
import type { ReportName } from '#shared/kinds.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoadRow } from '#shared/load/contract.ts';
import { smallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let settled: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  await smallNetwork(workspace);
  const { call } = workspace;
  settled = (
    await call('campaigns.create', {
      title: 'Mobilité',
      startDate: '2027-05-03',
      endDate: '2027-05-16',
      theme: 'Climat',
      budget: 1200.5,
      sdgs: [11, 13],
      ownerName: 'Zoë',
    })
  ).id;
  await call('campaigns.setStatus', { ids: [settled], status: 'running' });
  await call('campaigns.create', {
    title: 'Brouillon',
    startDate: '2027-06-07',
    endDate: '2027-06-13',
    scope: { siteKinds: ['usine'] },
  });
  const brest = (await call('adoptions.list', { search: 'brest' })).rows[0];
  await call('adoptions.answer', {
    id: brest?.id ?? '',
    set: { status: 'adapted', what: '=À pied', answeredOn: '2027-05-04' },
  });
});
afterEach(() => workspace.close());

async function rowsOf(report: ReportName, filter: object = {}): Promise<Record<string, unknown>[]> {
  const { columns, rows } = await workspace.call('reports.preview', { report, filter, limit: 500 });
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.id, row[index]])));
}

describe('the report', () => {
  it('of campaigns counts answers only where the list of sites is settled', async () => {
    const rows = await rowsOf('campaigns');
    expect(rows).toMatchObject([
      {
        code: 'C-0001',
        title: 'Mobilité',
        status: 'running',
        sdgs: '11, 13',
        owner: 'Zoë',
        budget: 1200.5,
        sites: 4,
        invited: 3,
        adapted: 1,
        declined: 0,
      },
      { code: 'C-0002', title: 'Brouillon', status: 'draft', sites: 2, invited: null, adapted: null },
    ]);
    const { answers } = await workspace.call('campaigns.get', { id: settled });
    expect(rows[0]).toMatchObject(answers);
    expect((await rowsOf('campaigns', { from: '2027-06-01' })).map((row) => row['title'])).toEqual(['Brouillon']);
    expect((await rowsOf('campaigns', { themes: ['Climat'] })).map((row) => row['title'])).toEqual(['Mobilité']);
    expect((await rowsOf('campaigns', { siteKinds: ['siège'] })).map((row) => row['title'])).toEqual(['Mobilité']);
  });

  it('of answers holds those that have not answered, and no formula', async () => {
    const rows = await rowsOf('adoptions');
    expect(rows.map((row) => [row['siteName'], row['answer'], row['territoryCode']])).toEqual([
      ['Brest', 'adapted', 'BRE'],
      ['Caen', 'invited', 'NOR'],
      ['Paris', 'invited', null],
      ['Rennes', 'invited', 'BRE'],
    ]);
    expect((await rowsOf('adoptions', { territories: ['BRE'] })).map((row) => row['siteName'])).toEqual([
      'Brest',
      'Rennes',
    ]);
    expect(await rowsOf('adoptions', { from: '2027-06-01' })).toEqual([]);
    const outPath = join(workspace.folder, 'reponses.csv');
    await workspace.call('reports.export', { report: 'adoptions', outPath });
    expect(readFileSync(outPath, 'utf8')).toContain("'=À pied");
    expect(
      await workspace.refused('reports.preview', { report: 'adoptions', filter: { stages: ['active'] } }),
    ).toMatchObject({ code: 'invalid_input' });
  });

  it('of the load has the figures of the heat map, in the period and beyond it', async () => {
    const { call } = workspace;
    const rows = await rowsOf('load');
    const map = JSON.parse((await call('load.sites', { from: '2027-05-03', weeks: 6, limit: 500 })).json) as LoadRow[];
    const byCell = new Map(rows.map((row) => [`${String(row['siteCode'])} ${String(row['weekStart'])}`, row['load']]));
    expect(rows.reduce((sum, row) => sum + Number(row['load']), 0)).toBe(map.reduce((sum, row) => sum + row.total, 0));
    expect(byCell.get('BRE 2027-05-03')).toBe(1);
    expect(byCell.get('CAE 2027-06-07')).toBe(1);
    expect(byCell.has('BRE 2027-06-07')).toBe(false);
    expect(rows[0]).toMatchObject({ siteCode: 'BRE', week: '2027-W18', threshold: 3, isOver: false });
    expect((await rowsOf('load', { from: '2027-06-01', to: '2027-06-30' })).map((row) => row['siteCode'])).toEqual([
      'CAE',
      'REN',
    ]);
    expect((await rowsOf('load', { territories: ['NOR'] })).map((row) => row['week'])).toEqual([
      '2027-W18',
      '2027-W19',
      '2027-W23',
    ]);
    const outPath = join(workspace.folder, 'charge.csv');
    expect(await call('reports.export', { report: 'load', outPath, dialect: 'machine' })).toMatchObject({
      rows: rows.length,
    });
    await call('campaigns.delete', { ids: [settled, ...(await call('campaigns.ids', {})).ids] });
    expect(await rowsOf('load')).toEqual([]);
  });
});
