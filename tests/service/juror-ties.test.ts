/** A juror who leads a nominee, or is one, is proposed to stand aside: told with the reason, never done without being asked. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

async function stage() {
  const { call } = workspace;
  const lyon = await call('sites.create', { name: 'Lyon' });
  const nantes = await call('sites.create', { name: 'Nantes' });
  const person = async (firstName: string, lastName: string, siteId: string, email?: string) =>
    (await call('people.create', { firstName, lastName, siteId, email: email ?? null })).id;
  const ana = await person('Ana', 'Roux', lyon.id);
  const karim = await person('Karim', 'Benali', nantes.id);
  const zoe = await person('Zoé', 'Œhler', nantes.id, 'zoe@exemple.fr');
  const origin = await call('initiatives.create', { title: 'Ruches', leadId: karim });
  const led = await call('initiatives.create', { title: 'Potager', leadId: ana, siteId: nantes.id });
  const copy = await call('initiatives.create', { title: 'Ruches de Lyon', replicatesId: origin.id, siteId: lyon.id });
  const far = await call('initiatives.create', { title: 'Compost' });
  const edition = await call('awards.createEdition', { year: 2026, name: 'Prix' });
  const category = await call('awards.createCategory', { editionId: edition.id, name: 'Tous', subject: 'either' });
  const { ids } = await call('awards.addNominees', {
    categoryId: category.id,
    initiativeIds: [led.id, copy.id, far.id],
    personIds: [zoe],
  });
  const names = new Map(ids.map((id, index) => [id, ['Potager', 'Ruches de Lyon', 'Compost', 'Zoé'][index] ?? '']));
  const proposed = async (): Promise<string[]> => {
    const { jurors } = await call('awards.get', { id: edition.id });
    const { rows } = await call('awards.proposedRecusals', { editionId: edition.id });
    return rows.map((row) =>
      [
        jurors.find((juror) => juror.id === row.jurorId)?.name,
        names.get(row.nomineeId),
        row.tie,
        ...(row.linked ? [] : ['by name']),
      ].join(' · '),
    );
  };
  return { editionId: edition.id, ids, ana, karim, zoe, proposed };
}

it('tells the strongest tie of each juror and nominee, and no other', async () => {
  const { editionId, ids, ana, karim, proposed } = await stage();
  const { call } = workspace;
  const juror = await call('awards.addJuror', { editionId, name: 'A. Roux', personId: ana });
  expect(await proposed()).toEqual(['A. Roux · Potager · leads', 'A. Roux · Ruches de Lyon · sameSite']);
  await call('awards.addJuror', { editionId, name: 'Karim', personId: karim });
  expect(await proposed()).toEqual([
    'A. Roux · Potager · leads',
    'Karim · Ruches de Lyon · origin',
    'Karim · Potager · sameSite',
    'A. Roux · Ruches de Lyon · sameSite',
    'Karim · Zoé · sameSite',
  ]);
  await call('awards.setRecusal', { jurorId: juror.id, nomineeId: ids[0] ?? '', reason: 'Mène cette initiative' });
  expect(await proposed()).not.toContain('A. Roux · Potager · leads');
});

it('knows a juror by an address or a name that only one person bears', async () => {
  const { editionId, proposed } = await stage();
  const { call } = workspace;
  await call('awards.addJuror', { editionId, name: 'Présidente', email: 'ZOE@exemple.fr' });
  await call('awards.addJuror', { editionId, name: 'Roux Ana' });
  await call('awards.addJuror', { editionId, name: 'Ro' });
  expect(await proposed()).toEqual([
    'Présidente · Zoé · self · by name',
    'Roux Ana · Potager · leads · by name',
    'Présidente · Potager · sameSite · by name',
    'Roux Ana · Ruches de Lyon · sameSite · by name',
  ]);
  await call('people.create', { firstName: 'Ana', lastName: 'Roux', code: 'SECONDE' });
  expect((await proposed()).filter((one) => one.startsWith('Roux Ana'))).toEqual([]);
});

it('is told in the history with the juror and the nominee', async () => {
  const { editionId, ids, ana } = await stage();
  const { call } = workspace;
  const juror = await call('awards.addJuror', { editionId, name: 'A. Roux', personId: ana });
  const recusal = await call('awards.setRecusal', { jurorId: juror.id, nomineeId: ids[3] ?? '', reason: 'Amies' });
  await call('awards.removeRecusal', { id: recusal.id });
  const { rows } = await call('history.list', {});
  expect(rows.slice(0, 2).map(({ summary }) => summary)).toMatchObject([
    { name: 'A. Roux', nominee: 'Zoé Œhler' },
    { name: 'A. Roux', nominee: 'Zoé Œhler' },
  ]);
});
