/** One sample call for every read of the contract, and for every job that only makes files, on the stage of `writes.ts` set further. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputOf, JobName, ReadName } from '#shared/contract.ts';
import type { RecordingName, Stage } from './writes.ts';

export interface ReadStage extends Stage {
  /** A campaign whose sites were invited: one that answered, one that did not. */
  invitedId: string;
  adoptionId: string;
  silentId: string;
  deckId: string;
  nomineeId: string;
  pictureId: string;
  planId: string;
  touchpointId: string;
  formPaths: string[];
  sheet: string;
}

/** Something for every read to answer: an invited campaign, a deck, a try of an import. */
export async function readStage(stage: Stage): Promise<ReadStage> {
  const { workspace, siteId, editionId, bikeId, zoeId } = stage;
  const { call, folder } = workspace;
  await call('people.update', { id: zoeId, set: { email: 'zoe.oehler@aurore.example' } });
  await call('initiatives.update', { id: bikeId, set: { status: 'running', endDate: '2026-04-01' } });
  const invited = await call('campaigns.create', {
    title: 'Collecte de jouets',
    startDate: '2026-05-01',
    endDate: '2026-06-15',
    theme: 'Solidarité',
    ownerId: zoeId,
  });
  await call('campaigns.addTask', { campaignId: invited.id, title: 'Prévenir', dueDate: '2026-05-04', ownerId: zoeId });
  await call('campaigns.setStatus', { ids: [invited.id], status: 'ready' });
  const { rows } = await call('adoptions.list', { filter: { campaignIds: [invited.id] } });
  const adoptionId = rows.find((row) => row.siteId !== siteId)?.id ?? '';
  const silentId = rows.find((row) => row.siteId === siteId)?.id ?? '';
  await call('adoptions.answer', {
    id: adoptionId,
    set: { status: 'adapted', what: 'Le matin', initiativeId: bikeId },
  });
  const forms = join(folder, 'stage-forms');
  await call('campaigns.forms', { id: invited.id, per: 'territory', outDir: forms });
  const sheet = join(folder, 'stage.csv');
  writeFileSync(sheet, 'Code;Nom;Effectif\nZ1;À venir;5\n;;7\n');
  const deckId = (await call('deck.build', { editionId, lang: 'fr' })).id;
  const { planId } = await call('imports.dryRun', {
    path: sheet,
    kind: 'sites',
    mapping: { Code: 'code', Nom: 'name', Effectif: 'headcount' },
  });
  const edition = await call('awards.get', { id: editionId });
  const pictures = await call('attachments.list', { ownerKind: 'initiative', ownerId: bikeId });
  const touchpointId = (
    await call('touchpoints.create', {
      personId: zoeId,
      kind: 'meeting',
      summary: 'Prête pour mai',
      date: '2026-05-02',
    })
  ).id;
  return {
    ...stage,
    touchpointId,
    invitedId: invited.id,
    adoptionId,
    silentId,
    deckId,
    nomineeId: edition.categories[0]?.nominees[0]?.id ?? '',
    pictureId: pictures.rows[0]?.id ?? '',
    planId,
    formPaths: readdirSync(forms).map((name) => join(forms, name)),
    sheet,
  };
}

type Sample<N extends ReadName | JobName> = (stage: ReadStage) => InputOf<N>;

const year = { from: '2026-01-01', to: '2026-12-31' };
const size = { width: 320, height: 240 };

export const readSamples: { [N in ReadName]: Sample<N> } = {
  'workspace.overview': () => ({}),
  'workspace.waiting': () => ({}),
  'workspace.map': () => size,
  'organisation.get': () => ({}),
  'history.list': () => ({}),
  'history.record': ({ siteId }) => ({ table: 'sites', id: siteId }),
  'history.state': () => ({}),
  'territories.list': () => ({}),
  'territories.regionsToFill': () => ({}),
  'territories.get': ({ territoryId }) => ({ id: territoryId }),
  'sites.list': () => ({}),
  'sites.ids': () => ({}),
  'sites.get': ({ siteId }) => ({ id: siteId }),
  'sites.map': ({ siteId }) => ({ id: siteId, ...size }),
  'sites.kinds': () => ({}),
  'people.list': () => ({}),
  'people.ids': () => ({}),
  'people.get': ({ zoeId }) => ({ id: zoeId }),
  'people.consents': ({ karimId }) => ({ personId: karimId }),
  'initiatives.list': () => ({}),
  'initiatives.ids': () => ({}),
  'initiatives.get': ({ bikeId }) => ({ id: bikeId }),
  'initiatives.themes': () => ({}),
  'indicators.list': () => ({}),
  'measurements.list': () => ({}),
  'attachments.list': ({ canteenId }) => ({ ownerKind: 'initiative', ownerId: canteenId }),
  'attachments.image': ({ pictureId }) => ({ id: pictureId }),
  'imports.outcomes': ({ planId }) => ({ planId }),
  'imports.mappings': () => ({}),
  'awards.list': () => ({}),
  'awards.get': ({ editionId }) => ({ id: editionId }),
  'awards.results': ({ editionId }) => ({ editionId }),
  'awards.proposedRecusals': ({ editionId }) => ({ editionId }),
  'awards.grid': ({ climate }) => ({ categoryId: climate }),
  'deck.list': () => ({}),
  'deck.get': ({ deckId }) => ({ id: deckId }),
  'deck.map': ({ deckId }) => ({ id: deckId }),
  'deck.pictures': ({ deckId, nomineeId }) => ({ deckId, key: `nominee:${nomineeId}` }),
  'network.map': () => ({}),
  'network.territories': () => ({}),
  'network.trend': () => ({}),
  'network.timeline': () => ({}),
  'network.shapes': () => ({ layer: 'regions' }),
  'network.territoryShapes': () => ({}),
  'network.reach': () => ({}),
  'network.recruitmentCall': ({ siteId }) => ({ siteIds: [siteId] }),
  'network.followUp': () => ({}),
  'network.findPlaces': () => ({ query: 'lyon' }),
  'reports.list': () => ({}),
  'reports.preview': () => ({ report: 'sites' }),
  'search.all': () => ({ text: 'vélo' }),
  'campaigns.list': () => ({}),
  'campaigns.ids': () => ({}),
  'campaigns.get': ({ campaignId }) => ({ id: campaignId }),
  'campaigns.facets': () => ({}),
  'campaigns.plan': () => year,
  'campaigns.templates': () => ({}),
  'campaigns.scopePreview': ({ campaignId }) => ({ id: campaignId }),
  'load.sites': () => ({ from: '2026-05-01' }),
  'load.territories': () => ({ from: '2026-05-01' }),
  'load.cell': ({ siteId }) => ({ siteId, week: '2026-06-03' }),
  'load.people': () => ({ from: '2026-05-01' }),
  'campaigns.collisions': ({ campaignId }) => ({ id: campaignId }),
  'adoptions.list': () => ({}),
  'adoptions.ids': () => ({}),
  'adoptions.get': ({ adoptionId }) => ({ id: adoptionId }),
  'adoptions.reminder': ({ silentId }) => ({ ids: [silentId] }),
  'adoptions.figures': () => ({ by: 'territory' }),
  'adoptions.map': () => size,
  'adoptions.autonomy': () => ({}),
  'calendar.days': () => year,
  'calendar.holidays': () => year,
  'calendar.awareness': () => ({}),
  'calendar.periods': () => ({}),
  'calendar.sources': () => ({}),
  'touchpoints.list': () => ({}),
  'touchpoints.ids': () => ({}),
  'touchpoints.get': ({ touchpointId }) => ({ id: touchpointId }),
  'touchpoints.authors': () => ({}),
};

/** Jobs that write files and no data, or nothing at all. */
export type FileJobName = Exclude<JobName, RecordingName>;

const out = ({ workspace }: ReadStage, name: string): { outPath: string } => ({
  outPath: join(workspace.folder, name),
});

export const fileJobSamples: { [N in FileJobName]: Sample<N> } = {
  'workspace.backup': (stage) => out(stage, 'copie.maillage'),
  'workspace.check': () => ({}),
  'attachments.save': (stage) => ({ id: stage.pictureId, ...out(stage, 'photo.jpg') }),
  'imports.inspect': ({ sheet }) => ({ path: sheet }),
  'imports.dryRun': ({ sheet }) => ({ path: sheet, kind: 'sites', mapping: { Code: 'code', Nom: 'name' } }),
  'imports.saveRejects': (stage) => ({ planId: stage.planId, ...out(stage, 'rejets.csv') }),
  'deck.export': (stage) => ({ deckId: stage.deckId, format: 'pptx', ...out(stage, 'soiree.pptx') }),
  'network.recruit': () => ({}),
  'network.exportRecruits': (stage) => out(stage, 'recruter.csv'),
  'network.exportMap': (stage) => out(stage, 'carte.svg'),
  'reports.export': (stage) => ({ report: 'sites', ...out(stage, 'sites-rapport.csv') }),
  'reports.exportDictionary': (stage) => ({ report: 'sites', ...out(stage, 'colonnes.csv') }),
  'reports.exportList': (stage) => ({ list: 'sites', ...out(stage, 'sites-liste.csv') }),
  'calendar.export': (stage) => out(stage, 'plan.ics'),
  'campaigns.forms': (stage) => ({ id: stage.invitedId, outDir: join(stage.workspace.folder, 'forms-again') }),
  'adoptions.previewForm': ({ formPaths }) => ({ paths: formPaths }),
};
