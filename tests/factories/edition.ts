/** A small real edition: three sites, an initiative and two people among the nominees, notes, figures, a picture. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawnPhoto } from './deck.ts';
import type { TestWorkspace } from './workspace.ts';

export interface SmallEdition {
  editionId: string;
  climate: string;
  inclusion: string;
  bikeId: string;
  canteenId: string;
  zoeId: string;
  karimId: string;
  indicatorId: string;
}

export async function smallEdition({ call, folder }: TestWorkspace): Promise<SmallEdition> {
  const territory = await call('territories.create', { code: 'AURA', name: 'Auvergne-Rhône-Alpes', kind: 'région' });
  const lyon = await call('sites.create', {
    name: 'Lyon Gerland',
    headcount: 120,
    lat: 45.73,
    lon: 4.83,
    territoryId: territory.id,
  });
  const nantes = await call('sites.create', { name: 'Nantes', headcount: 80, lat: 47.21, lon: -1.55 });
  await call('sites.create', { name: 'Sans adresse' });
  const zoe = await call('people.create', {
    firstName: 'Zoé',
    lastName: 'Œhler',
    siteId: lyon.id,
    stage: 'active',
    jobTitle: 'Cheffe d’équipe logistique',
  });
  const karim = await call('people.create', {
    firstName: 'Karim',
    lastName: 'Benali',
    siteId: nantes.id,
    stage: 'active',
  });
  await call('people.grantConsent', { personId: zoe.id, purpose: 'name', grantedOn: '2026-01-01' });
  const bike = await call('initiatives.create', {
    title: "Le vélo d'abord",
    siteId: lyon.id,
    status: 'done',
    startDate: '2026-03-01',
  });
  const canteen = await call('initiatives.create', {
    title: 'Cantine & compost <bio>',
    siteId: nantes.id,
    status: 'done',
    startDate: '2026-04-01',
  });
  const indicator = await call('indicators.create', {
    code: 'KG',
    name: 'Déchets évités',
    nameEn: 'Waste avoided',
    unit: 'kg',
    kind: 'impact',
    decimals: 1,
  });
  const hours = await call('indicators.create', { code: 'H', name: 'Bénévolat', unit: 'h', kind: 'input' });
  for (const [initiativeId, indicatorId, date, value, provenance] of [
    [bike.id, indicator.id, '2026-03-15', 10.5, 'measured'],
    [bike.id, indicator.id, '2026-05-15', 20, 'estimated'],
    [canteen.id, indicator.id, '2026-06-30', 5, 'measured'],
    [canteen.id, indicator.id, '2025-12-31', 1000, 'measured'],
    [bike.id, hours.id, '2026-03-15', 12, 'declared'],
  ] as const)
    await call('measurements.create', { initiativeId, indicatorId, date, value, provenance });
  const edition = await call('awards.createEdition', {
    year: 2026,
    name: 'Prix 2026 "Aurore" & Cie',
    heldOn: '2026-12-03',
    place: 'Lyon',
    quorum: 1,
  });
  const criteria = [{ name: 'Impact', weight: 1 }];
  const climate = await call('awards.createCategory', {
    editionId: edition.id,
    name: 'Climat',
    description: 'Ce qui fait baisser les émissions',
    subject: 'initiative',
    colour: '#1F5C4D',
    criteria,
  });
  const inclusion = await call('awards.createCategory', {
    editionId: edition.id,
    name: 'Inclusion',
    subject: 'person',
    criteria,
  });
  const juror = await call('awards.addJuror', { editionId: edition.id, name: 'Paule Roux', isChair: true });
  const first = await call('awards.addNominees', { categoryId: climate.id, initiativeIds: [bike.id, canteen.id] });
  const second = await call('awards.addNominees', { categoryId: inclusion.id, personIds: [zoe.id, karim.id] });
  const score = (nomineeId: string | undefined, category: typeof climate, value: number) => ({
    jurorId: juror.id,
    nomineeId: nomineeId ?? '',
    criterionId: category.criteria[0]?.id ?? '',
    value,
  });
  await call('awards.setScores', {
    scores: [
      score(first.ids[0], climate, 9),
      score(first.ids[1], climate, 5),
      score(second.ids[0], inclusion, 9),
      score(second.ids[1], inclusion, 7),
    ],
  });
  await call('awards.updateNominee', {
    id: first.ids[0] ?? '',
    set: { story: 'Quatre-vingt-six vélos remis en état.', citation: 'Une idée simple, copiée partout.' },
  });
  await call('awards.updateNominee', {
    id: second.ids[1] ?? '',
    set: { story: 'Karim Benali anime le club de lecture.' },
  });
  const picture = join(folder, 'velo.jpg');
  writeFileSync(picture, await drawnPhoto(160, 1200, 900));
  await call('attachments.add', {
    ownerKind: 'initiative',
    ownerId: bike.id,
    role: 'cover',
    paths: [picture],
    alt: 'Les vélos dans la cour',
  });
  const face = join(folder, 'zoe.jpg');
  writeFileSync(face, await drawnPhoto(30, 600, 900));
  await call('attachments.add', { ownerKind: 'person', ownerId: zoe.id, role: 'portrait', paths: [face] });
  return {
    editionId: edition.id,
    climate: climate.id,
    inclusion: inclusion.id,
    bikeId: bike.id,
    canteenId: canteen.id,
    zoeId: zoe.id,
    karimId: karim.id,
    indicatorId: indicator.id,
  };
}
