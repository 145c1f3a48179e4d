/** Answer forms: written for each territory or site, filled, merged with a preview, conflicts settled by a person. */
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseEnum } from '#shared/import/enums.ts';
import { formWords } from '../../electron/service/domain/adoptions/forms/words.ts';
import { fillForm, formRows } from '../factories/forms.ts';
import { smallNetwork, type SmallNetwork } from '../factories/network.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let network: SmallNetwork;
let campaignId: string;
let folder: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  network = await smallNetwork(workspace);
  const { call } = workspace;
  campaignId = (await call('campaigns.create', { title: 'Mobilité', startDate: '2027-05-01', endDate: '2027-05-31' }))
    .id;
  await call('campaigns.setStatus', { ids: [campaignId], status: 'running' });
  folder = join(workspace.folder, 'formulaires');
});
afterEach(() => workspace.close());

async function idOf(site: keyof SmallNetwork['sites']): Promise<string> {
  return (await workspace.call('adoptions.list', { filter: { siteIds: [network.sites[site]] } })).rows[0]?.id ?? '';
}
const answer = async (site: keyof SmallNetwork['sites']) => workspace.call('adoptions.get', { id: await idOf(site) });
const form = (name: string): string => join(folder, name);
const breton = (): string => form('Réponses - Mobilité - Bretagne.xlsx');

describe('forms', () => {
  it('are written for each territory, with everything a site needs', async () => {
    const { call } = workspace;
    await call('adoptions.answer', {
      id: await idOf('brest'),
      set: { status: 'adapted', what: 'À pied', answeredOn: '2027-05-04', answeredBy: 'Yann' },
    });
    expect(await call('campaigns.forms', { id: campaignId, outDir: folder })).toEqual({
      path: folder,
      files: 3,
      sites: 4,
    });
    expect(readdirSync(folder).sort()).toEqual([
      'Réponses - Mobilité - Bretagne.xlsx',
      'Réponses - Mobilité - Normandie.xlsx',
      'Réponses - Mobilité - sans territoire.xlsx',
    ]);
    const rows = await formRows(breton());
    expect(rows.get('BRE')?.cells.slice(2, 8)).toEqual(['BRE', 'Brest', 'Bretagne', 'Adaptée', 'À pied', null]);
    expect(rows.get('REN')?.cells[0]).toBe(await idOf('rennes'));
    const parts = unzipSync(readFileSync(breton()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<formula1>"Adoptée,Adaptée,Déclinée,Faite"</formula1>');
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(sheet).toMatch(/<col min="1" max="1"[^>]*hidden="1"/);
    // The header and the site are locked; the answer is not.
    const styles = [
      ...strFromU8(parts['xl/styles.xml'] ?? new Uint8Array()).matchAll(/<protection locked="(\d)"\/>/g),
    ].map((match) => match[1]);
    const styleOf = (place: string): string | undefined =>
      styles[Number(new RegExp(`<c r="${place}" s="(\\d+)"`).exec(sheet)?.[1])];
    expect(['A1', 'F1', 'A2', 'D2', 'F2', 'G2', 'I2'].map(styleOf)).toEqual(['1', '1', '1', '1', '0', '0', '0']);
    expect(strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain(
      'Mobilité, du 1er mai 2027 au 31 mai 2027',
    );
  });

  it('are written for each site, for those that did not answer, in the language asked, never over another', async () => {
    const { call, refused } = workspace;
    await call('adoptions.answer', { id: await idOf('brest'), set: { status: 'adopted' } });
    expect(
      await call('campaigns.forms', { id: campaignId, outDir: folder, per: 'site', statuses: ['invited'], lang: 'en' }),
    ).toMatchObject({ files: 3, sites: 3 });
    expect(readdirSync(folder).sort()).toEqual([
      'Answers - Mobilité - Caen (CAE).xlsx',
      'Answers - Mobilité - Paris (PAR).xlsx',
      'Answers - Mobilité - Rennes (REN).xlsx',
    ]);
    writeFileSync(form('Answers - Mobilité - Paris (PAR).xlsx'), 'rempli');
    await call('campaigns.forms', {
      id: campaignId,
      outDir: folder,
      per: 'site',
      territoryIds: [network.territories.bretagne],
    });
    expect(
      await call('campaigns.forms', {
        id: campaignId,
        outDir: join(folder, 'france'),
        per: 'site',
        territoryIds: [network.territories.france],
      }),
    ).toMatchObject({ files: 3 });
    await call('campaigns.forms', { id: campaignId, outDir: folder, per: 'site', lang: 'en' });
    expect(readFileSync(form('Answers - Mobilité - Paris (PAR).xlsx'), 'utf8')).toBe('rempli');
    expect(existsSync(form('Answers - Mobilité - Paris (PAR) (2).xlsx'))).toBe(true);
    const draft = await call('campaigns.create', {
      title: 'Brouillon',
      startDate: '2027-05-01',
      endDate: '2027-05-31',
    });
    expect(await refused('campaigns.forms', { id: draft.id, outDir: folder })).toMatchObject({
      code: 'campaign_not_settled',
    });
    writeFileSync(join(workspace.folder, 'fichier'), '');
    expect(
      await refused('campaigns.forms', { id: campaignId, outDir: join(workspace.folder, 'fichier') }),
    ).toMatchObject({ code: 'file_unwritable' });
  });

  it('offer choices that are read back as what they mean', () => {
    for (const { answers } of Object.values(formWords)) {
      for (const [status, word] of Object.entries(answers))
        expect(parseEnum(word, 'adoptionStatus')).toMatchObject({ ok: true, value: status });
      expect(Object.values(answers).join(',').length).toBeLessThan(255);
    }
  });
});

describe('a form that came back', () => {
  it('is shown, then merged as one step that can be undone', async () => {
    const { call } = workspace;
    await call('campaigns.forms', { id: campaignId, outDir: folder });
    await fillForm(breton(), {
      BRE: { status: 'Déclinée', why: 'Travaux <2 mois>', answeredBy: 'Yann', answeredOn: '12/05/2027' },
      REN: { status: 'adoptée' },
    });
    const preview = await call('adoptions.previewForm', { paths: [breton()] });
    expect(preview.counts).toEqual({ apply: 2, same: 0, conflict: 0, invalid: 0, unknown: 0 });
    expect(preview.rows[0]).toMatchObject({
      file: 'Réponses - Mobilité - Bretagne.xlsx',
      siteName: 'Brest',
      outcome: 'apply',
      said: { status: 'declined', why: 'Travaux <2 mois>', answeredOn: '2027-05-12' },
      present: { status: 'invited' },
    });
    expect(await call('adoptions.mergeForm', { paths: [breton()] })).toMatchObject({ applied: 2, kept: 0 });
    expect(await answer('brest')).toMatchObject({
      status: 'declined',
      why: 'Travaux <2 mois>',
      answeredOn: '2027-05-12',
      answeredBy: 'Yann',
      source: 'form',
    });
    expect((await answer('rennes')).answeredOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    // Merged again it has nothing left to say.
    expect((await call('adoptions.previewForm', { paths: [breton()] })).counts).toMatchObject({
      apply: 0,
      same: 2,
      conflict: 0,
    });
    await call('history.undo', {});
    expect(await answer('brest')).toMatchObject({ status: 'invited', source: null });
  });

  it('meets an answer given meanwhile: both are shown, and nothing is lost without a choice', async () => {
    const { call } = workspace;
    await call('campaigns.forms', { id: campaignId, outDir: folder });
    await fillForm(breton(), { BRE: { status: 'Adoptée' }, REN: { status: 'Faite' } });
    await call('adoptions.answer', { id: await idOf('brest'), set: { status: 'declined', why: 'Fermé en mai' } });
    await call('adoptions.remind', { ids: [await idOf('rennes')] });
    const { counts, rows } = await call('adoptions.previewForm', { paths: [breton()], outcomes: ['conflict'] });
    // A reminder is no answer: Rennes is not in conflict.
    expect(counts).toMatchObject({ apply: 1, conflict: 1 });
    expect(rows).toMatchObject([
      { siteName: 'Brest', said: { status: 'adopted' }, present: { status: 'declined', why: 'Fermé en mai' } },
    ]);
    expect(await call('adoptions.mergeForm', { paths: [breton()] })).toMatchObject({ applied: 1, kept: 1 });
    expect(await answer('brest')).toMatchObject({ status: 'declined' });
    expect(
      await call('adoptions.mergeForm', { paths: [breton()], conflicts: { [await idOf('brest')]: 'form' } }),
    ).toMatchObject({ applied: 1, kept: 0 });
    expect(await answer('brest')).toMatchObject({ status: 'adopted', source: 'form' });
    // All the forms at once, but for the one that was spared.
    await call('history.undo', {});
    expect(
      await call('adoptions.mergeForm', {
        paths: [breton()],
        rest: 'form',
        conflicts: { [await idOf('brest')]: 'workspace' },
      }),
    ).toMatchObject({ applied: 0, kept: 1 });
    expect(await call('adoptions.mergeForm', { paths: [breton()], rest: 'form' })).toMatchObject({
      applied: 1,
      kept: 0,
    });
  });

  it('lets a site take its answer back', async () => {
    const { call } = workspace;
    await call('adoptions.answer', { id: await idOf('brest'), set: { status: 'adapted', what: 'À pied' } });
    await call('campaigns.forms', { id: campaignId, outDir: folder });
    await fillForm(breton(), { BRE: { status: '', what: '', answeredOn: '' } });
    await call('adoptions.mergeForm', { paths: [breton()] });
    expect(await answer('brest')).toMatchObject({ status: 'invited', what: null, answeredOn: null, source: null });
  });

  it('does not give a site the answer of another when cells were sorted apart from their marks', async () => {
    const { call } = workspace;
    await call('campaigns.forms', { id: campaignId, outDir: folder });
    await fillForm(breton(), {
      BRE: { code: 'REN', site: 'Rennes', status: 'Adoptée' },
      REN: { code: 'BRE', site: 'Brest', status: 'Faite' },
    });
    const preview = await call('adoptions.previewForm', { paths: [breton()] });
    expect(preview.rows.map((row) => [row.outcome, row.problem])).toEqual([
      ['invalid', 'otherSite'],
      ['invalid', 'otherSite'],
    ]);
    // A site that was renamed, or whose code changed, is still itself.
    await fillForm(breton(), { REN: { code: 'BRE', site: 'Brest' }, BRE: { code: 'REN', site: 'Ancien nom' } });
    await call('sites.update', { id: network.sites.brest, set: { code: 'BRE2' } });
    const again = await call('adoptions.previewForm', { paths: [breton()] });
    expect(again.rows.map((row) => row.outcome)).toEqual(['apply', 'apply']);
  });

  it('says what cannot be taken in, row by row, and takes in the rest', async () => {
    const { call, refused } = workspace;
    await call('campaigns.forms', { id: campaignId, outDir: folder });
    await fillForm(breton(), { BRE: { status: 'Adaptée' }, REN: { why: 'Sans réponse' } });
    const copy = form('copie.xlsx');
    copyFileSync(breton(), copy);
    await fillForm(copy, { BRE: { status: 'Adoptée' }, REN: { id: '00000000-0000-7000-8000-000000000000' } });
    const { counts, rows } = await call('adoptions.previewForm', { paths: [breton(), copy] });
    expect(counts).toEqual({ apply: 0, same: 0, conflict: 0, invalid: 3, unknown: 1 });
    expect(rows.map((row) => [row.file, row.siteName, row.problem])).toEqual([
      ['Réponses - Mobilité - Bretagne.xlsx', 'Brest', 'what'],
      ['Réponses - Mobilité - Bretagne.xlsx', 'Rennes', 'answerMissing'],
      ['copie.xlsx', 'Brest', 'twice'],
      ['copie.xlsx', 'Rennes', 'noRecord'],
    ]);
    await fillForm(breton(), { BRE: { status: 'peut-être' }, REN: { status: 'Faite', answeredOn: '31/02/2027' } });
    expect((await call('adoptions.previewForm', { paths: [breton()] })).rows.map((row) => row.problem)).toEqual([
      'status',
      'answeredOn',
    ]);
    const csv = join(workspace.folder, 'autre.csv');
    writeFileSync(csv, 'a;b\n1;2\n');
    expect(await refused('adoptions.previewForm', { paths: [csv] })).toMatchObject({ code: 'form_unknown' });
    expect(await refused('adoptions.mergeForm', { paths: [join(workspace.folder, 'absent.xlsx')] })).toMatchObject({
      code: 'file_missing',
    });
  });

  it('is a text wherever a spreadsheet could see a formula', async () => {
    const { call } = workspace;
    await call('sites.update', { id: network.sites.brest, set: { name: '=HYPERLINK("http://x")' } });
    await call('campaigns.forms', { id: campaignId, outDir: folder });
    const sheet = strFromU8(unzipSync(readFileSync(breton()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('t="inlineStr"><is><t>=HYPERLINK');
  });
});
