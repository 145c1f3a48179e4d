/** Sites in and out of a campaign, what they answer, who is silent, the forms that go out and come back; and every screen of it without a fault. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { fillForm, formRows } from '../factories/forms.ts';
import { noFaults } from './helpers/faults.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-answers-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() =>
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']),
);
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Fiche de la campagne' });
const undo = (page: Page): Locator => page.getByRole('alert').getByRole('button', { name: 'Annuler' });

async function openCampaign(page: Page, title: string): Promise<Locator> {
  await page.keyboard.press('Control+7');
  await page.getByRole('tab', { name: 'Liste' }).click();
  await page.getByRole('grid').getByText(title).click();
  await expect(panelOf(page).getByRole('heading', { level: 2, name: title })).toBeVisible();
  return panelOf(page);
}

/** As from the file manager: through the window, whose page never sees the path by itself. */
async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
  await session.detach();
}

const openPart = (page: Page, name: string): Promise<void> =>
  page.getByRole('radiogroup', { name: 'Ce qui est montré' }).getByText(name).click();

test('sites are chosen one by one, left out and put back, with the list always in sight', async () => {
  run = await launch({ file });
  const { page } = run;
  await page.keyboard.press('Control+7');
  await page.getByRole('tab', { name: 'Liste' }).click();
  await page.getByRole('button', { name: 'Nouvelle campagne' }).click();
  const panel = panelOf(page);
  await panel.getByText('Des sites un par un').click();
  await expect(panel.getByText('Choisissez au moins un site.')).toBeVisible();
  for (const name of ['Usine de Douai', 'Agence de Caen']) {
    await panel.getByRole('combobox', { name: 'Choisir un site' }).fill(name);
    await page.getByRole('option', { name: new RegExp(name) }).click();
  }
  await expect(panel.getByText('2 sites concernés')).toBeVisible();
  await panel.getByLabel('Titre').fill('Deux sites pour essayer');
  await panel.getByRole('textbox', { name: 'Début' }).fill('01/02/2027');
  await panel.getByRole('textbox', { name: 'Fin', exact: true }).fill('28/02/2027');
  await panel.getByRole('textbox', { name: 'Fin', exact: true }).blur();
  await panel.getByRole('button', { name: 'Créer', exact: true }).click();
  await expect(panel.getByRole('heading', { level: 2, name: 'Deux sites pour essayer' })).toBeVisible();
  await expect(panel.getByText('2 sites concernés')).toBeVisible();
  await panel.getByRole('button', { name: 'Retirer : Agence de Caen' }).click();
  await expect(panel.getByText('1 site concerné')).toBeVisible();

  // By criteria: a site that meets them is left out, seen, put back.
  await panel.getByText('Le réseau, par critères').click();
  const count = async (): Promise<number> =>
    Number(/\d+/.exec(await panel.getByText(/sites? concernés?$/).innerText())?.[0]);
  const list = panel.getByRole('group', { name: 'Sites concernés' });
  // It was one; then the whole network, and a dozen by the criterion.
  await expect.poll(count).toBeGreaterThan(1);
  const whole = await count();
  await panel.getByRole('textbox', { name: 'Effectif minimum' }).fill('100');
  await expect.poll(count).toBeLessThan(whole);
  const all = await count();
  await list
    .getByRole('button', { name: /^Écarter/ })
    .first()
    .click();
  await expect.poll(count).toBe(all - 1);
  const out = panel.getByRole('group', { name: '1 site écarté' });
  await expect(out.getByRole('listitem')).toHaveCount(1);
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Deux sites pour essayer : enregistré')).toBeVisible();
  await expect(out).toBeVisible();
  await out.getByRole('button', { name: /^Remettre/ }).click();
  await expect.poll(count).toBe(all);
  await noFaults(page, 'scope');
});

test('a campaign is copied with its targets, deleted and brought back', async () => {
  run = await launch({ file });
  const { page } = run;
  const panel = await openCampaign(page, 'Défi mobilité 2026');
  // It is over: what it asked of whom is past.
  await expect(panel.getByText('Cette campagne est terminée : ses sites ne changent plus.')).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Écarter/ })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Copier la campagne' }).click();
  const copy = page.getByRole('dialog', { name: 'Copier la campagne' });
  await copy.getByLabel('Titre').fill('Défi mobilité 2027');
  await copy.getByRole('button', { name: 'Copier la campagne' }).click();
  await expect(panel.getByRole('heading', { level: 2, name: 'Défi mobilité 2027' })).toBeVisible();
  await expect(panel.getByText('Rien de mesuré pour l’instant').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Ajouter un objectif' }).click();
  const target = page.getByRole('dialog', { name: 'Ajouter un objectif' });
  await target.getByRole('button', { name: 'Créer un indicateur' }).click();
  await target.getByRole('textbox', { name: /^Nom( \*)?$/ }).fill('Trajets essayés');
  await target.getByLabel('Code').fill('TRAJETS');
  await target.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(target.getByRole('combobox', { name: 'Indicateur' })).toHaveValue('Trajets essayés');
  await target.getByLabel('Valeur').fill('250');
  await target.getByRole('button', { name: 'Ajouter un objectif' }).click();
  await expect(panel.getByText('objectif 250')).toBeVisible();
  await undo(page).click();
  await expect(panel.getByText('objectif 250')).toHaveCount(0);

  await panel.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(page.getByText('Défi mobilité 2027 : campagne supprimée')).toBeVisible();
  await expect(page.getByRole('grid').getByText('Défi mobilité 2027')).toHaveCount(0);
  await undo(page).click();
  await expect(page.getByRole('grid').getByText('Défi mobilité 2027')).toBeVisible();
});

test('many sites get one answer, the silent a letter, and both can be undone', async () => {
  run = await launch({ file });
  const { page, app } = run;
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => {
      (globalThis as { opened?: string }).opened = url;
    };
  });
  const panel = await openCampaign(page, 'Semaine zéro déchet 2026');
  await panel.getByRole('tab', { name: 'Réponses' }).click();
  const sum = panel.getByText(/^Réponses\s: \d+ sur \d+/);
  const before = await sum.innerText();
  const waiting = Number(/(\d+)\.$/.exec(before)?.[1]);
  expect(waiting).toBeGreaterThan(4);
  await panel.getByRole('combobox', { name: 'Réponse' }).click();
  await page.getByRole('option', { name: 'Sans réponse' }).click();
  const boxes = panel.getByRole('grid').getByRole('checkbox');
  await expect(panel.getByRole('grid')).toHaveAttribute('aria-rowcount', String(waiting + 1));
  await boxes.nth(1).check();
  await boxes.nth(2).check();
  await panel.getByRole('button', { name: 'Répondre (2)' }).click();
  const answer = page.getByRole('dialog', { name: 'Réponse de 2 sites' });
  await answer.getByRole('combobox', { name: 'Statut' }).click();
  await page.getByRole('option', { name: 'Déclinée' }).click();
  await answer.getByLabel('Pourquoi').fill('Inventaire');
  await answer.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sum).toContainText(new RegExp(`À relancer\\s: ${waiting - 2}\\.`));
  await undo(page).click();
  await expect(sum).toHaveText(before);

  await panel.getByRole('button', { name: 'Relancer', exact: true }).click();
  const letter = page.getByRole('dialog', { name: 'Relancer les sites' });
  await expect(letter.getByText(`${waiting} sites n’ont pas encore répondu.`)).toBeVisible();
  await expect(letter.getByLabel('Message')).toHaveValue(
    /Semaine zéro déchet 2026.*Le déchet le plus facile à traiter/s,
  );
  await noFaults(page, 'reminder');
  await letter.getByRole('button', { name: 'Écrire dans ma messagerie' }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as { opened?: string }).opened ?? ''))
    .toMatch(/^mailto:\?(bcc=[^&]+%40|subject=)/);
  await letter.getByRole('button', { name: /^Copier \d+ adresses$/ }).click();
  await expect(page.getByText(/adresses copiées, à coller en copie cachée/)).toBeVisible();
  await letter.getByRole('button', { name: 'Noter la relance' }).click();
  await expect(page.getByText(`${waiting} sites relancés`)).toBeVisible();
  await undo(page).click();
  await expect(page.getByText(`${waiting} sites relancés`)).toHaveCount(0);
});

test('forms go out, one comes back with a conflict, and what was settled is one step', async () => {
  run = await launch({ file });
  const { page } = run;
  const out = join(run.folder, 'formulaires');
  mkdirSync(out);
  const panel = await openCampaign(page, 'Semaine zéro déchet 2026');
  await panel.getByRole('tab', { name: 'Réponses' }).click();
  await panel.getByRole('button', { name: 'Formulaires' }).click();
  await page.getByRole('menuitem', { name: 'Préparer les formulaires des sites' }).click();
  const write = page.getByRole('dialog', { name: 'Formulaires : Semaine zéro déchet 2026' });
  const silent = await write.getByText(/sites concernés/).innerText();
  await write.getByRole('checkbox', { name: 'Seulement les sites qui n’ont pas répondu' }).uncheck();
  await expect(write.getByText(/sites concernés/)).not.toHaveText(silent);
  const sites = Number(/\d+/.exec(await write.getByText(/sites concernés/).innerText())?.[0]);
  await noFaults(page, 'write forms');
  await run.choose(out);
  await write.getByRole('button', { name: 'Écrire les formulaires' }).click();
  await expect(page.getByText(new RegExp(`formulaires écrits · ${sites} sites concernés`))).toBeVisible();
  await expect(page.getByRole('button', { name: 'Afficher dans le dossier' })).toBeVisible();

  const forms = await Promise.all(readdirSync(out).map(async (one) => ({ one, rows: await formRows(join(out, one)) })));
  const name = forms.sort((a, b) => b.rows.size - a.rows.size)[0];
  // Rows that do not say already what they are going to say.
  const rows = [...(name?.rows ?? [])];
  const first = rows.find(([, row]) => row.cells[5] !== 'Adaptée');
  const second = rows.find((row) => row !== first && row[1].cells[5] !== 'Faite');
  const third = rows.find((row) => row !== first && row !== second);
  if (name === undefined || first === undefined || second === undefined || third === undefined)
    throw new Error('a form of three sites is wanted');
  const path = join(out, name.one);
  await fillForm(path, {
    [first[0]]: { status: 'Adaptée', what: 'Une seule benne' },
    [second[0]]: { status: 'Faite', answeredBy: 'Yann' },
    [third[0]]: { status: 'peut-être' },
  });
  // Meanwhile someone phoned.
  const phoned = await page.evaluate(
    (id) =>
      window.maillage.call(
        'adoptions.answer' as never,
        { id, set: { status: 'declined', why: 'Pas de place' } } as never,
      ),
    String(second[1].cells[0]),
  );
  expect(phoned).toMatchObject({ ok: true });

  await panel.getByRole('button', { name: 'Formulaires' }).click();
  await page.getByRole('menuitem', { name: 'Reprendre des formulaires remplis' }).click();
  const merge = page.getByRole('dialog', { name: 'Reprendre des formulaires remplis' });
  // A file that is no form is named, and can be left out.
  await run.choose(file);
  await merge.getByRole('button', { name: 'Choisir des fichiers' }).click();
  await expect(merge.getByRole('alert')).toBeVisible();
  await merge.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await dropFile(page, path);
  const counts = merge.getByRole('radiogroup', { name: 'Lignes montrées' });
  await expect(counts).toContainText(/Conflits \(1\).*À reprendre \(1\).*À corriger \(1\)/);
  await expect(merge.getByText('Cette réponse n’est pas dans la liste')).toBeVisible();
  await expect(merge.getByRole('button', { name: 'Reprendre 1 réponse' })).toBeVisible();
  await noFaults(page, 'merge');
  await counts.getByText(/^Conflits/).click();
  await expect(merge.getByRole('row').nth(1)).toContainText('Pas de place');
  await merge
    .getByRole('radiogroup', { name: /^Conflit de/ })
    .getByText('Prendre le formulaire')
    .click();
  await merge.getByRole('button', { name: 'Reprendre 2 réponses' }).click();
  await expect(merge.getByRole('heading', { name: '2 réponses reprises' })).toBeVisible();
  await expect(merge.getByText('1 ligne à corriger dans son fichier, puis à reprendre')).toBeVisible();
  await noFaults(page, 'report');
  await merge.getByRole('button', { name: 'Fermer', exact: true }).click();
  await undo(page).click();
  const back = await page.evaluate(
    (id) => window.maillage.call('adoptions.get' as never, { id } as never),
    String(second[1].cells[0]),
  );
  expect(back).toMatchObject({ ok: true, value: { status: 'declined', why: 'Pas de place' } });
});

for (const theme of ['light', 'dark'] as const) {
  test(`the answers of all campaigns are read from above, and open into the sites behind them (${theme})`, async () => {
    run = await launch({ file, theme });
    const { page } = run;
    await page.keyboard.press('Control+7');
    await page.getByRole('tab', { name: 'Réponses' }).click();
    await expect(page.getByRole('img', { name: /^Carte des réponses/ })).toBeVisible();
    const tree = page.getByRole('treegrid', { name: 'Par territoire' });
    await noFaults(page, 'overview');
    // The keyboard goes through the tree and opens the sites of a territory.
    await tree.getByRole('row', { name: /^Belgique/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Territoire : Espagne' })).toBeVisible();
    const grid = page.getByRole('grid', { name: 'Réponses' });
    await expect(grid.getByText('Espagne').first()).toBeVisible();
    await expect(grid.getByText('Belgique')).toHaveCount(0);
    await noFaults(page, 'site by site');

    await openPart(page, 'Autonomie');
    await expect(page.getByRole('heading', { name: 'Qui change le plus' })).toBeVisible();
    await expect(page.getByText('« Avec l’association de la commune »').first()).toBeVisible();
    await noFaults(page, 'autonomy');
    await page.getByRole('radiogroup', { name: 'Regrouper' }).getByText('Campagnes').click();
    await page.getByRole('listitem').filter({ hasText: 'Semaine zéro déchet 2026' }).getByRole('button').click();
    await expect(page.getByRole('button', { name: 'Réponse : 2' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Campagne' })).toHaveValue('Semaine zéro déchet 2026');
    await openPart(page, 'Vue d’ensemble');
    await expect(page.getByRole('treegrid', { name: 'Par campagne' })).toHaveCount(0);

    const panel = await openCampaign(page, 'Semaine du handicap 2026');
    await noFaults(page, 'panel');
    await panel.getByRole('tab', { name: 'Réponses' }).click();
    await expect(panel.getByRole('grid')).toBeVisible();
    await noFaults(page, 'answers');
  });
}
