/** Makes the fixture of a released schema: a small workspace with a row in every table; run once per release, kept for ever. */
import { gzipSync } from 'node:zlib';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeWorkspace } from '../../electron/service/session.ts';
import { drawnPhoto } from '../factories/deck.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

export const fixtureFolder = join(import.meta.dirname, '../fixtures/schemas');

/** Writes `v<version>.maillage.gz` of the present schema. */
export async function writeFixture(): Promise<string> {
  const workspace = await testWorkspace({ name: 'Fixture' });
  const { call } = workspace;
  const parent = await call('territories.create', { code: 'FR', name: 'France', kind: 'pays' });
  const territory = await call('territories.create', {
    code: 'BRE',
    name: 'Bretagne',
    kind: 'région',
    parentId: parent.id,
  });
  const site = await call('sites.create', {
    name: 'Usine de Rennes',
    territoryId: territory.id,
    city: 'Rennes',
    headcount: 120,
    lat: 48.1,
    lon: -1.68,
  });
  const person = await call('people.create', {
    firstName: 'Zoë',
    lastName: 'Le Bœuf',
    siteId: site.id,
    stage: 'active',
  });
  await call('people.grantConsent', { personId: person.id, purpose: 'face', grantedOn: '2026-01-15' });
  const initiative = await call('initiatives.create', {
    title: 'Collecte d\u2019automne',
    siteId: site.id,
    leadId: person.id,
    status: 'done',
    startDate: '2026-03-01',
  });
  const indicator = await call('indicators.create', {
    code: 'KG',
    name: 'Kilos collectés',
    unit: 'kg',
    kind: 'output',
  });
  await call('measurements.create', {
    initiativeId: initiative.id,
    indicatorId: indicator.id,
    date: '2026-03-31',
    value: 412.5,
    provenance: 'measured',
  });
  const campaign = await call('campaigns.create', {
    title: 'Octobre rose',
    startDate: '2026-10-01',
    endDate: '2026-10-31',
    ownerId: person.id,
    scope: { territoryIds: [parent.id] },
  });
  const phase = await call('campaigns.addPhase', {
    campaignId: campaign.id,
    kind: 'launch',
    startDate: '2026-10-01',
    endDate: '2026-10-07',
  });
  const task = await call('campaigns.addTask', {
    campaignId: campaign.id,
    title: 'Affiches',
    dueDate: '2026-09-15',
    phaseId: phase.id,
  });
  await call('campaigns.addTask', {
    campaignId: campaign.id,
    title: 'Envoi',
    dueDate: '2026-09-20',
    dependsOn: [task.id],
  });
  await call('campaigns.setTarget', { campaignId: campaign.id, indicatorId: indicator.id, value: 500 });
  await call('campaigns.addKitItem', {
    campaignId: campaign.id,
    kind: 'message',
    lang: 'fr',
    text: 'Dix minutes suffisent.',
  });
  await call('campaigns.setStatus', { ids: [campaign.id], status: 'running' });
  const { ids } = await call('adoptions.ids', {});
  await call('adoptions.answerMany', { ids, set: { status: 'adapted', what: 'Sur deux jours' } });
  await call('calendar.saveDay', {
    key: 'seeph',
    name: 'Semaine du handicap',
    rule: { kind: 'fixed', month: 11, day: 16, length: 5 },
  });
  await call('calendar.savePeriod', {
    layer: 'company',
    name: 'Inventaire',
    startDate: '2026-12-28',
    endDate: '2026-12-31',
  });
  await call('touchpoints.create', {
    personId: person.id,
    kind: 'visit',
    date: '2026-11-20',
    summary: 'Tour du site',
    author: 'Camille',
  });
  await writeAwards(workspace, { initiativeId: initiative.id, personId: person.id });
  const path = join(workspace.folder, 'sites.csv');
  writeFileSync(path, 'Réf;Remarque\nS-0001;Reprise en 2020\n');
  await call('imports.commit', { path, kind: 'sites', mapping: { Réf: 'code', Remarque: 'notes' } });
  // The last action, which the test of the upgrade undoes.
  await call('sites.update', { id: site.id, set: { headcount: 125 } });
  const { version } = (await call('workspace.current', {})) ?? { version: 0 };
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
  mkdirSync(fixtureFolder, { recursive: true });
  const fixture = join(fixtureFolder, `v${version}.maillage.gz`);
  writeFileSync(fixture, gzipSync(readFileSync(workspace.path), { level: 9 }));
  await workspace.close();
  return fixture;
}

/** A prize with a picture, notes, a recusal, a decision, and a deck that was rewritten. */
async function writeAwards(
  { call, folder }: TestWorkspace,
  { initiativeId, personId }: { initiativeId: string; personId: string },
): Promise<void> {
  const picture = join(folder, 'collecte.jpg');
  writeFileSync(picture, await drawnPhoto(160, 64, 48));
  await call('attachments.add', {
    ownerKind: 'initiative',
    ownerId: initiativeId,
    role: 'cover',
    paths: [picture],
    alt: 'La collecte',
    credit: 'Zoë',
  });
  const edition = await call('awards.createEdition', {
    year: 2026,
    name: 'Prix 2026',
    quorum: 1,
    heldOn: '2026-12-03',
  });
  const category = await call('awards.createCategory', {
    editionId: edition.id,
    name: 'Solidarité',
    subject: 'either',
    criteria: [{ name: 'Impact', weight: 3 }],
  });
  const { ids } = await call('awards.addNominees', {
    categoryId: category.id,
    initiativeIds: [initiativeId],
    personIds: [personId],
  });
  const [first = '', second = ''] = ids;
  const juror = await call('awards.addJuror', { editionId: edition.id, name: 'Paule Roux', isChair: true, personId });
  const other = await call('awards.addJuror', { editionId: edition.id, name: 'Karim Benali' });
  await call('awards.setRecusal', { jurorId: other.id, nomineeId: first, reason: 'Même équipe' });
  const criterionId = category.criteria[0]?.id ?? '';
  await call('awards.setScores', {
    scores: [
      { jurorId: juror.id, nomineeId: first, criterionId, value: 7.5, comment: 'Très concret' },
      { jurorId: juror.id, nomineeId: second, criterionId, value: 9 },
    ],
  });
  await call('awards.decide', { nomineeId: first, kind: 'override', reason: 'Plus facile à essaimer' });
  const deck = await call('deck.build', { editionId: edition.id, lang: 'fr' });
  await call('deck.updateSlide', {
    deckId: deck.id,
    key: 'title',
    texts: { title: 'Nos trophées' },
    notes: 'Sourire.',
  });
}

if (import.meta.main) console.log(await writeFixture());
