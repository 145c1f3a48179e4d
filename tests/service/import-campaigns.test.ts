/** Campaigns and answers from spreadsheets: tried, taken in, taken in again without a change, undone. */
import type { ImportKind } from '#shared/kinds.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
  await smallNetwork(workspace);
});
afterEach(() => workspace.close());

async function take(kind: ImportKind, csv: string) {
  const { call, folder } = workspace;
  const path = join(folder, 'import.csv');
  writeFileSync(path, csv);
  const inspected = await call('imports.inspect', { path });
  expect(inspected.kind).toBe(kind);
  const mapping = Object.fromEntries(inspected.proposals.map((one) => [one.column, one.field]));
  const dry = await call('imports.dryRun', { path, kind, mapping });
  const done = await call('imports.commit', { path, kind, mapping });
  expect(done.counts).toEqual(dry.counts);
  const { rows } = await call('imports.outcomes', { planId: done.planId });
  return { ...done, rows, mapping };
}

const campaigns = [
  'Code campagne;Nom de la campagne;Statut;Thème;Objectif de la campagne;Responsable de la campagne;Date de début;Date de fin;Budget de la campagne;ODD',
  'MOB;Défi mobilité;En cours;Mobilité;Essayer autrement;Zoë Le Bœuf;16/09/2027;20/10/2027;12 500,50 €;11, 13',
  ';Octobre rose;Clôturée;Santé;;Service santé;01/10/2026;31/10/2026;;',
  ';Sans fin;;;;;01/10/2027;;;',
  ';À l’envers;;;;;02/10/2027;01/10/2027;;',
].join('\n');

describe('campaigns', () => {
  it('come in as drafts, but for those that are over, with what could not be taken as it stood', async () => {
    const { call } = workspace;
    await call('people.create', { firstName: 'Zoë', lastName: 'Le Bœuf', stage: 'active' });
    const first = await take('campaigns', campaigns);
    expect(first.counts).toEqual({ read: 4, created: 2, updated: 0, unchanged: 0, rejected: 2 });
    expect(
      first.rows
        .filter((row) => row.status === 'rejected')
        .map((row) => [row.name, row.problems[0]?.field, row.problems[0]?.reason]),
    ).toEqual([
      ['Sans fin', 'endDate', 'required'],
      ['À l’envers', 'endDate', 'dateOrder'],
    ]);
    expect(first.notes.map((one) => one.note)).toEqual(
      expect.arrayContaining(['campaignStatusKept', 'ownerOutside', 'codeMadeUp']),
    );
    const { rows } = await call('campaigns.list', {});
    expect(rows).toMatchObject([
      { code: 'C-0001', title: 'Octobre rose', status: 'closed', owner: 'Service santé', frozenAt: null },
      {
        code: 'MOB',
        title: 'Défi mobilité',
        status: 'draft',
        owner: 'Zoë Le Bœuf',
        budget: 12500.5,
        sdgs: [11, 13],
        startDate: '2027-09-16',
        endDate: '2027-10-20',
        answers: { sites: 4 },
      },
    ]);
    expect((await call('campaigns.list', { search: 'defi' })).total).toBe(1);
    expect((await take('campaigns', campaigns)).counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      rejected: 2,
    });
    const changed = await take(
      'campaigns',
      campaigns.replace('12 500,50 €', '9 000').replace('Défi mobilité', 'Défi vélo'),
    );
    expect(changed.counts).toMatchObject({ updated: 1, unchanged: 1 });
    expect((await call('campaigns.list', { search: 'velo' })).rows[0]).toMatchObject({ code: 'MOB', budget: 9000 });
    await call('history.undo', {});
    await call('history.undo', {});
    expect((await call('campaigns.list', {})).total).toBe(0);
  });
});

const answers = [
  'Campagne;Code site;Réponse;Ce qui a été changé;Pourquoi;Répondu le;Répondu par',
  'Mobilité;BRE;Adaptée;À pied;;12/05/2027;Yann',
  'Mobilité;REN;Déclinée;;Travaux;;',
  'Mobilité;CAE;Déclinée;;;;',
  'Mobilité;ZZZ;Adoptée;;;;',
  'Brouillon;BRE;Adoptée;;;;',
  'Nulle part;BRE;Adoptée;;;;',
  'Mobilité;PAR;Oui;;;;',
].join('\n');

describe('answers', () => {
  it('find their campaign and site, and obey the rules of an answer', async () => {
    const { call } = workspace;
    const { id } = await call('campaigns.create', {
      title: 'Mobilité',
      startDate: '2027-05-01',
      endDate: '2027-05-31',
      scope: { territoryIds: (await call('territories.list', {})).rows.map((row) => row.id) },
    });
    await call('campaigns.setStatus', { ids: [id], status: 'running' });
    await call('campaigns.create', { title: 'Brouillon', startDate: '2027-05-01', endDate: '2027-05-31' });
    const first = await take('adoptions', answers);
    expect(first.counts).toEqual({ read: 7, created: 1, updated: 2, unchanged: 0, rejected: 4 });
    expect(
      first.rows
        .filter((row) => row.status === 'rejected')
        .map((row) => [row.problems[0]?.field, row.problems[0]?.reason]),
    ).toEqual([
      ['why', 'required'],
      ['siteCode', 'siteUnknown'],
      ['campaign', 'campaignNotSent'],
      ['campaign', 'campaignUnknown'],
    ]);
    const { rows } = await call('adoptions.list', { filter: { campaignIds: [id] } });
    expect(rows.map((row) => [row.siteName, row.status, row.what, row.why, row.source])).toEqual([
      ['Brest', 'adapted', 'À pied', null, 'import'],
      ['Caen', 'invited', null, null, null],
      ['Paris', 'adopted', null, null, 'import'],
      ['Rennes', 'declined', null, 'Travaux', 'import'],
    ]);
    expect(rows[0]).toMatchObject({ answeredOn: '2027-05-12', answeredBy: 'Yann' });
    expect(rows[3]?.answeredOn).toMatch(/^\d{4}-/);
    expect((await take('adoptions', answers)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    await call('history.undo', {});
    expect((await call('campaigns.get', { id })).answers).toMatchObject({ sites: 3, invited: 3 });
  });

  it('begin the list of a campaign that came in as over', async () => {
    const { call } = workspace;
    await take(
      'campaigns',
      'Nom de la campagne;Statut;Date de début;Date de fin\nMobilité;Clôturée;01/05/2026;31/05/2026\n',
    );
    await take('adoptions', 'Campagne;Code site;Réponse;Pourquoi\nMobilité;BRE;Faite;\nMobilité;REN;Non;Travaux\n');
    const { rows } = await call('campaigns.list', {});
    expect(rows[0]).toMatchObject({ status: 'closed', answers: { sites: 2, done: 1, declined: 1, invited: 0 } });
    expect(rows[0]?.frozenAt).not.toBeNull();
  });
});
