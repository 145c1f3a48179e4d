/** One sample call for every procedure that writes, on a workspace with something of everything: for tests that go over them all. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputOf, WriteName } from '#shared/contract.ts';
import { drawnPhoto } from './deck.ts';
import { fillForm, formRows } from './forms.ts';
import { smallEdition, type SmallEdition } from './edition.ts';
import type { TestWorkspace } from './workspace.ts';

/** Jobs that record a step of undo as writes do. */
export type RecordingName =
  | WriteName
  | 'attachments.add'
  | 'attachments.paste'
  | 'imports.commit'
  | 'network.mapSlide'
  | 'adoptions.mergeForm';

export interface Stage extends SmallEdition {
  workspace: TestWorkspace;
  siteId: string;
  territoryId: string;
  campaignId: string;
}

type Sample<N extends RecordingName> = (stage: Stage) => Promise<InputOf<N>> | InputOf<N>;

export async function writeStage(workspace: TestWorkspace): Promise<Stage> {
  const { call } = workspace;
  const edition = await smallEdition(workspace);
  const [site] = (await call('sites.list', { search: 'Lyon' })).rows;
  const campaign = await call('campaigns.create', {
    title: 'Semaine du vélo',
    startDate: '2026-06-01',
    endDate: '2026-06-30',
  });
  return {
    ...edition,
    workspace,
    siteId: site?.id ?? '',
    territoryId: site?.territoryId ?? '',
    campaignId: campaign.id,
  };
}

const category = async ({ workspace, climate, editionId }: Stage) => {
  const found = (await workspace.call('awards.get', { id: editionId })).categories.find((one) => one.id === climate);
  if (found === undefined) throw new Error('no category');
  return found;
};
const nominee = async (stage: Stage, at = 0): Promise<string> => (await category(stage)).nominees[at]?.id ?? '';
const criterion = async (stage: Stage): Promise<string> => (await category(stage)).criteria[0]?.id ?? '';
const juror = async ({ workspace, editionId }: Stage): Promise<string> =>
  (await workspace.call('awards.get', { id: editionId })).jurors[0]?.id ?? '';
const attachment = async ({ workspace, bikeId }: Stage): Promise<string> =>
  (await workspace.call('attachments.list', { ownerKind: 'initiative', ownerId: bikeId })).rows[0]?.id ?? '';
const deck = async ({ workspace, editionId }: Stage): Promise<string> =>
  (await workspace.call('deck.build', { editionId, lang: 'fr' })).id;
const recusal = async (stage: Stage): Promise<string> =>
  (
    await stage.workspace.call('awards.setRecusal', {
      jurorId: await juror(stage),
      nomineeId: await nominee(stage),
      reason: 'Même équipe',
    })
  ).id;
const decision = async (stage: Stage): Promise<string> =>
  (
    await stage.workspace.call('awards.decide', {
      nomineeId: await nominee(stage, 1),
      kind: 'override',
      reason: 'Plus essaimé',
    })
  ).id;
const touchpoint = async ({ workspace, zoeId }: Stage): Promise<string> =>
  (await workspace.call('touchpoints.create', { personId: zoeId, kind: 'mail', date: '2026-05-04' })).id;
const measurement = async ({ workspace, bikeId }: Stage): Promise<string> =>
  (await workspace.call('measurements.list', { initiativeId: bikeId })).rows[0]?.id ?? '';
const phase = async ({ workspace, campaignId }: Stage): Promise<string> =>
  (
    await workspace.call('campaigns.addPhase', {
      campaignId,
      kind: 'launch',
      startDate: '2026-06-01',
      endDate: '2026-06-07',
    })
  ).id;
const task = async ({ workspace, campaignId }: Stage, title = 'Imprimer les affiches'): Promise<string> =>
  (await workspace.call('campaigns.addTask', { campaignId, title, dueDate: '2026-05-20' })).id;
const kitItem = async ({ workspace, campaignId }: Stage): Promise<string> =>
  (await workspace.call('campaigns.addKitItem', { campaignId, kind: 'message', lang: 'fr', text: 'Venez à vélo.' })).id;
const period = async ({ workspace }: Stage): Promise<string> =>
  (
    await workspace.call('calendar.savePeriod', {
      layer: 'company',
      name: 'Fermeture',
      startDate: '2026-08-03',
      endDate: '2026-08-16',
    })
  ).id;

/** The invitations of a campaign whose list of sites is settled. */
async function adoptions({ workspace, campaignId }: Stage): Promise<string[]> {
  await workspace.call('campaigns.setStatus', { ids: [campaignId], status: 'ready' });
  return (await workspace.call('adoptions.ids', { filter: { campaignIds: [campaignId] } })).ids;
}

export const writeSamples: { [N in RecordingName]: Sample<N> } = {
  'organisation.update': () => ({ set: { name: 'Aurore & Fils', coverageRatio: 30, settings: { weekStart: 1 } } }),
  'territories.create': ({ territoryId }) => ({
    code: '69',
    name: 'Rhône',
    kind: 'département',
    parentId: territoryId,
  }),
  'territories.update': ({ territoryId }) => ({ id: territoryId, set: { name: 'AURA', colour: '#AA3300' } }),
  'territories.fillRegions': async ({ workspace }) => {
    await workspace.call('sites.create', { name: 'Dépôt de Vannes', postcode: '56000' });
    return {};
  },
  'territories.delete': async ({ workspace }) => ({
    ids: [(await workspace.call('territories.create', { code: 'X', name: 'À part' })).id],
  }),
  'sites.create': ({ territoryId }) => ({
    name: 'Dépôt de Vienne',
    city: 'Vienne',
    postcode: '38200',
    territoryId,
    headcount: 12,
  }),
  'sites.update': ({ siteId }) => ({
    id: siteId,
    set: { name: 'Lyon Confluence', headcount: null, territoryId: null, lat: 45.74, lon: 4.82 },
  }),
  'sites.updateMany': ({ siteId }) => ({ ids: [siteId], set: { status: 'closed', kind: 'usine' } }),
  'sites.delete': async ({ workspace, territoryId }) => ({
    ids: [(await workspace.call('sites.create', { name: 'Fermé', territoryId })).id],
  }),
  'people.create': ({ siteId }) => ({
    firstName: 'Inès',
    lastName: 'Roux',
    siteId,
    stage: 'contacted',
    allottedHours: 2.5,
  }),
  'people.update': ({ zoeId }) => ({ id: zoeId, set: { stage: 'paused', siteId: null, email: 'zoe@aurore.example' } }),
  'people.updateMany': ({ zoeId, karimId }) => ({ ids: [zoeId, karimId], set: { stage: 'alumni' } }),
  'people.delete': async ({ workspace, siteId, bikeId }) => {
    const { id } = await workspace.call('people.create', { lastName: 'Parti', siteId });
    await workspace.call('initiatives.update', { id: bikeId, set: { leadId: id } });
    return { ids: [id] };
  },
  'people.grantConsent': ({ karimId }) => ({ personId: karimId, purpose: 'face', grantedOn: '2026-02-01' }),
  'people.grantConsents': ({ karimId, zoeId }) => ({
    ids: [karimId, zoeId],
    purposes: ['face', 'quote'],
    grantedOn: '2026-02-01',
  }),
  'people.withdrawConsent': async ({ workspace, karimId }) => ({
    id: (await workspace.call('people.grantConsent', { personId: karimId, purpose: 'quote', grantedOn: '2026-02-01' }))
      .id,
    withdrawnOn: '2026-03-01',
  }),
  'network.noteFollowUp': ({ siteId }) => ({ filter: { ids: [siteId] } }),
  'initiatives.create': ({ siteId, zoeId, bikeId }) => ({
    title: 'Vélo bis',
    siteId,
    leadId: zoeId,
    replicatesId: bikeId,
    sdgs: [11, 13],
  }),
  'initiatives.update': ({ bikeId, karimId }) => ({
    id: bikeId,
    set: { title: 'Le vélo d’abord et toujours', status: 'shared', leadId: karimId, sdgs: [3] },
  }),
  'initiatives.updateMany': ({ bikeId, canteenId }) => ({ ids: [bikeId, canteenId], set: { theme: 'Mobilité' } }),
  'initiatives.delete': async ({ workspace, siteId }) => ({
    ids: [(await workspace.call('initiatives.create', { title: 'Sans suite', siteId })).id],
  }),
  'indicators.create': () => ({ code: 'CO2', name: 'CO₂ évité', unit: 't', kind: 'impact', decimals: 2 }),
  'indicators.update': ({ indicatorId }) => ({ id: indicatorId, set: { name: 'Déchets détournés', decimals: 0 } }),
  'indicators.delete': async ({ workspace }) => ({
    ids: [(await workspace.call('indicators.create', { code: 'TMP', name: 'Essai', unit: '', kind: 'input' })).id],
  }),
  'measurements.create': ({ bikeId, indicatorId }) => ({
    initiativeId: bikeId,
    indicatorId,
    date: '2026-09-01',
    value: 3.25,
    provenance: 'estimated',
  }),
  'measurements.update': async (stage) => ({
    id: await measurement(stage),
    set: { value: 99.5, provenance: 'declared' },
  }),
  'measurements.delete': async (stage) => ({ ids: [await measurement(stage)] }),
  'attachments.add': async ({ workspace, canteenId }) => {
    const path = join(workspace.folder, 'cantine.jpg');
    writeFileSync(path, await drawnPhoto(90, 400, 300));
    return { ownerKind: 'initiative', ownerId: canteenId, role: 'cover', paths: [path], alt: 'La cantine' };
  },
  'attachments.paste': async ({ canteenId }) => ({
    ownerKind: 'initiative',
    ownerId: canteenId,
    name: 'cantine.jpg',
    base64: (await drawnPhoto(60, 400, 300)).toString('base64'),
  }),
  'attachments.update': async (stage) => ({ id: await attachment(stage), set: { alt: 'Les vélos', credit: 'Zoé' } }),
  'attachments.delete': async (stage) => ({ ids: [await attachment(stage)] }),
  'imports.commit': ({ workspace }) => {
    const path = join(workspace.folder, 'sites.csv');
    writeFileSync(path, 'Code;Nom;Effectif\nN1;Nouveau;5\nN2;Autre;6\n');
    return { path, kind: 'sites', mapping: { Code: 'code', Nom: 'name', Effectif: 'headcount' } };
  },
  'imports.forgetMappings': async ({ workspace }) => {
    const path = join(workspace.folder, 'people.csv');
    writeFileSync(path, 'Mat;Nom de famille\nP1;Dupont\n');
    await workspace.call('imports.commit', {
      path,
      kind: 'people',
      mapping: { Mat: 'code', 'Nom de famille': 'lastName' },
    });
    return { ids: (await workspace.call('imports.mappings', {})).rows.map((row) => row.id) };
  },
  'awards.createEdition': ({ editionId }) => ({ year: 2027, name: 'Prix 2027', copyFrom: editionId }),
  'awards.updateEdition': ({ editionId }) => ({
    id: editionId,
    set: { name: 'Prix de l’année', method: 'borda', place: null },
  }),
  'awards.deleteEditions': ({ editionId }) => ({ ids: [editionId] }),
  'awards.close': ({ editionId }) => ({ id: editionId }),
  'awards.reopen': async ({ workspace, editionId }) => {
    await workspace.call('awards.close', { id: editionId });
    return { id: editionId };
  },
  'awards.createCategory': ({ editionId }) => ({
    editionId,
    name: 'Solidarité',
    subject: 'either',
    criteria: [{ name: 'Élan', weight: 2 }],
  }),
  'awards.updateCategory': ({ climate }) => ({ id: climate, set: { name: 'Climat et eau', winnersCount: 2 } }),
  'awards.deleteCategories': ({ climate }) => ({ ids: [climate] }),
  'awards.moveCategory': ({ climate }) => ({ id: climate, to: 1 }),
  'awards.createCriterion': ({ climate }) => ({ categoryId: climate, name: 'Essaimage', weight: 3 }),
  'awards.updateCriterion': async (stage) => ({ id: await criterion(stage), set: { name: 'Effet', weight: 2 } }),
  'awards.deleteCriteria': async (stage) => ({ ids: [await criterion(stage)] }),
  'awards.moveCriterion': async (stage) => ({
    id: (await stage.workspace.call('awards.createCriterion', { categoryId: stage.climate, name: 'Second' })).id,
    to: 0,
  }),
  'awards.addNominees': async ({ workspace, climate, siteId }) => ({
    categoryId: climate,
    initiativeIds: [(await workspace.call('initiatives.create', { title: 'Le grand tri', siteId })).id],
  }),
  'awards.updateNominee': async (stage) => ({
    id: await nominee(stage),
    set: { story: 'Une autre histoire.', title: 'À vélo' },
  }),
  'awards.removeNominees': async (stage) => ({ ids: [await nominee(stage)] }),
  'awards.moveNominee': async (stage) => ({ id: await nominee(stage), to: 1 }),
  'awards.addJuror': ({ editionId, karimId }) => ({ editionId, name: 'Karim Benali', personId: karimId }),
  'awards.updateJuror': async (stage) => ({ id: await juror(stage), set: { name: 'Paule R.', isChair: false } }),
  'awards.removeJurors': async (stage) => ({ ids: [await juror(stage)] }),
  'awards.setRecusal': async (stage) => ({
    jurorId: await juror(stage),
    nomineeId: await nominee(stage),
    kind: 'abstention',
    reason: 'Absente',
  }),
  'awards.removeRecusal': async (stage) => ({ id: await recusal(stage) }),
  'awards.setScores': async (stage) => ({
    scores: [
      {
        jurorId: await juror(stage),
        nomineeId: await nominee(stage, 1),
        criterionId: await criterion(stage),
        value: 7.5,
      },
    ],
  }),
  'awards.decide': async (stage) => ({ nomineeId: await nominee(stage, 1), kind: 'override', reason: 'Plus essaimé' }),
  'awards.undecide': async (stage) => ({ id: await decision(stage) }),
  'deck.build': ({ editionId }) => ({ editionId, lang: 'en' }),
  'deck.updateSlide': async (stage) => ({
    deckId: await deck(stage),
    key: 'title',
    texts: { title: 'Nos trophées' },
    notes: 'Sourire.',
  }),
  'deck.move': async (stage) => ({ deckId: await deck(stage), key: 'title', to: 2 }),
  'network.mapSlide': async (stage) => ({ deckId: await deck(stage), layer: 'headcount' }),
  'deck.addSlide': async (stage) => ({ deckId: await deck(stage), kind: 'picture', texts: { title: 'Une photo' } }),
  'deck.removeSlides': async (stage) => {
    const deckId = await deck(stage);
    return { deckId, keys: [(await stage.workspace.call('deck.addSlide', { deckId, kind: 'thanks' })).key] };
  },
  'deck.setTheme': async (stage) => ({
    deckId: await deck(stage),
    temperament: 'stage',
    colours: { primary: '#102030', accent: '#E0A100' },
  }),
  'deck.delete': async (stage) => ({ id: await deck(stage) }),
  'campaigns.create': ({ siteId }) => ({
    title: 'Collecte',
    startDate: '2026-10-01',
    endDate: '2026-10-15',
    scope: { siteIds: [siteId] },
  }),
  'campaigns.update': ({ campaignId, zoeId }) => ({
    id: campaignId,
    set: { title: 'Mois du vélo', ownerId: zoeId, budget: 1200 },
  }),
  'campaigns.updateMany': ({ campaignId }) => ({ ids: [campaignId], set: { theme: 'Mobilité' } }),
  'campaigns.delete': ({ campaignId }) => ({ ids: [campaignId] }),
  'campaigns.clone': ({ campaignId }) => ({ id: campaignId, startDate: '2027-06-01' }),
  'campaigns.createFromTemplate': () => ({ key: 'mobility', startDate: '2027-09-16' }),
  'campaigns.leaveOut': ({ campaignId, siteId }) => ({ id: campaignId, siteIds: [siteId] }),
  'campaigns.move': async (stage) => {
    await phase(stage);
    return { id: stage.campaignId, startDate: '2026-06-08' };
  },
  'campaigns.setStatus': ({ campaignId }) => ({ ids: [campaignId], status: 'ready' }),
  'campaigns.refreshScope': async (stage) => {
    await adoptions(stage);
    await stage.workspace.call('sites.create', { name: 'Ouvert depuis' });
    return { id: stage.campaignId };
  },
  'campaigns.addPhase': ({ campaignId }) => ({
    campaignId,
    kind: 'teasing',
    startDate: '2026-06-01',
    endDate: '2026-06-05',
  }),
  'campaigns.updatePhase': async (stage) => ({
    id: await phase(stage),
    set: { kind: 'results', endDate: '2026-06-20' },
  }),
  'campaigns.deletePhases': async (stage) => ({ ids: [await phase(stage)] }),
  'campaigns.addTask': async (stage) => ({
    campaignId: stage.campaignId,
    title: 'Envoyer',
    dueDate: '2026-05-25',
    dependsOn: [await task(stage)],
  }),
  'campaigns.updateTask': async (stage) => ({
    id: await task(stage),
    set: { doneOn: '2026-05-19', dependsOn: [await task(stage, 'Écrire le texte')] },
  }),
  'campaigns.updateTasks': async (stage) => ({ ids: [await task(stage)], set: { doneOn: '2026-05-21' } }),
  'campaigns.deleteTasks': async (stage) => ({ ids: [await task(stage)] }),
  'campaigns.setTarget': ({ campaignId, indicatorId }) => ({ campaignId, indicatorId, value: 500 }),
  'campaigns.addKitItem': ({ campaignId }) => ({
    campaignId,
    kind: 'email',
    lang: 'fr',
    title: 'Invitation',
    text: 'Bonjour à tous',
  }),
  'campaigns.updateKitItem': async (stage) => ({ id: await kitItem(stage), set: { text: 'Venez tous à vélo.' } }),
  'campaigns.deleteKitItems': async (stage) => ({ ids: [await kitItem(stage)] }),
  'adoptions.answer': async (stage) => ({
    id: (await adoptions(stage))[0] ?? '',
    set: { status: 'adapted', what: 'Le jeudi seulement', initiativeId: stage.bikeId },
  }),
  'adoptions.answerMany': async (stage) => ({
    ids: await adoptions(stage),
    set: { status: 'declined', why: 'Inventaire' },
  }),
  'adoptions.mergeForm': async (stage) => {
    const outDir = join(stage.workspace.folder, 'forms');
    const [first] = await adoptions(stage);
    await stage.workspace.call('campaigns.forms', { id: stage.campaignId, per: 'site', outDir });
    const { siteCode } = await stage.workspace.call('adoptions.get', { id: first ?? '' });
    for (const name of readdirSync(outDir)) {
      const path = join(outDir, name);
      if (!(await formRows(path)).has(siteCode)) continue;
      await fillForm(path, { [siteCode]: { status: 'Faite' } });
      return { paths: [path] };
    }
    throw new Error('no form of that site');
  },
  'adoptions.remind': async (stage) => ({ ids: await adoptions(stage), on: '2026-06-10' }),
  'calendar.saveDay': () => ({ name: 'Journée du réseau', rule: { kind: 'fixed', month: 5, day: 12 } }),
  'calendar.resetDays': async ({ workspace }) => ({
    ids: [
      (await workspace.call('calendar.saveDay', { name: 'À retirer', rule: { kind: 'fixed', month: 5, day: 13 } }))
        .id ?? '',
    ],
  }),
  'calendar.savePeriod': () => ({
    layer: 'company',
    name: 'Inventaire',
    startDate: '2026-12-28',
    endDate: '2026-12-31',
  }),
  'touchpoints.create': ({ zoeId }) => ({ personId: zoeId, kind: 'call', summary: 'Prête pour le printemps' }),
  'touchpoints.update': async (stage) => ({ id: await touchpoint(stage), set: { kind: 'visit', author: 'Karim' } }),
  'touchpoints.updateMany': async (stage) => ({ ids: [await touchpoint(stage)], set: { author: 'Hélène' } }),
  'touchpoints.delete': async (stage) => ({ ids: [await touchpoint(stage)] }),
  'calendar.deletePeriods': async (stage) => ({ ids: [await period(stage)] }),
};
