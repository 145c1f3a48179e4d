/** A workspace in which every list is longer than a page: as many of everything as asked for, most of them alike in what lists sort by. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testWorkspace, type TestWorkspace } from './workspace.ts';

export interface LongLists {
  workspace: TestWorkspace;
  /** A running campaign that asks every site. */
  campaignId: string;
  editionId: string;
  categoryId: string;
  /** A dry run of a file of sites, none of which is known. */
  planId: string;
  /** The answer form that holds every site. */
  formPath: string;
}

export async function longLists(count: number): Promise<LongLists> {
  const workspace = await testWorkspace();
  const { call, folder } = workspace;
  const file = (header: string, row: (at: number) => string): string => {
    const path = join(folder, 'import.csv');
    writeFileSync(path, `${header}\n${Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('')}`);
    return path;
  };
  const two = (n: number): string => String(n).padStart(2, '0');
  await call('territories.create', { code: 'T', name: 'Ouest' });
  await call('imports.commit', {
    path: file('Code;Nom;Type;Effectif;Territoire', (at) => `S${at};Site ${at % 7};${at % 3};${at % 5};T`),
    kind: 'sites',
    mapping: { Code: 'code', Nom: 'name', Type: 'kind', Effectif: 'headcount', Territoire: 'territory' },
  });
  await call('imports.commit', {
    path: file('Code;Nom;Étape;Site', (at) => `P${at};Nom ${at % 7};active;S${at}`),
    kind: 'people',
    mapping: { Code: 'code', Nom: 'lastName', Étape: 'stage', Site: 'siteCode' },
  });
  await call('imports.commit', {
    path: file(
      'Ambassadeur;Date;Type',
      (at) => `P${at};2026-${two(1 + (at % 12))}-03;${at % 2 === 0 ? 'Appel' : 'Visite'}`,
    ),
    kind: 'touchpoints',
    mapping: { Ambassadeur: 'person', Date: 'date', Type: 'kind' },
  });
  await call('indicators.create', { code: 'KG', name: 'Kilos', unit: 'kg', kind: 'output' });
  await call('imports.commit', {
    path: file(
      'Code;Titre;Site;Début;Kilos',
      (at) => `I${at};Action ${at % 7};S${at};2026-${two(1 + (at % 12))}-01;${at}`,
    ),
    kind: 'initiatives',
    mapping: { Code: 'code', Titre: 'title', Site: 'siteCode', Début: 'startDate', Kilos: 'indicator:KG' },
  });
  await call('imports.commit', {
    path: file(
      'Code;Titre;Début;Fin',
      (at) => `C${at};Campagne ${at % 7};2027-${two(1 + (at % 12))}-01;2027-${two(1 + (at % 12))}-20`,
    ),
    kind: 'campaigns',
    mapping: { Code: 'code', Titre: 'title', Début: 'startDate', Fin: 'endDate' },
  });
  const { id: campaignId } = await call('campaigns.create', {
    title: 'À tous',
    startDate: '2027-01-04',
    endDate: '2027-01-17',
  });
  await call('campaigns.setStatus', { ids: [campaignId], status: 'running' });
  const edition = await call('awards.createEdition', { year: 2026, name: 'Prix', quorum: 1 });
  const category = await call('awards.createCategory', {
    editionId: edition.id,
    name: 'Climat',
    criteria: [{ name: 'Impact' }],
  });
  const initiativeIds = (await call('initiatives.ids', {})).ids;
  await call('awards.addNominees', { categoryId: category.id, initiativeIds });
  const { planId } = await call('imports.dryRun', {
    path: file('Code;Nom', (at) => `N${at};Nouveau ${at}`),
    kind: 'sites',
    mapping: { Code: 'code', Nom: 'name' },
  });
  const outDir = join(folder, 'formulaires');
  mkdirSync(outDir);
  await call('campaigns.forms', { id: campaignId, per: 'territory', outDir });
  return {
    workspace,
    campaignId,
    editionId: edition.id,
    categoryId: category.id,
    planId,
    formPath: join(outDir, readdirSync(outDir)[0] ?? ''),
  };
}
