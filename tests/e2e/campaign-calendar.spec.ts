/** Campaigns by year, by month and on the board: seen, reached by keys, moved, given back; days of awareness changed in the settings and seen in the year. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import ICAL from 'ical.js';
import { goTo } from './helpers/go-to.ts';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-calendar-'));
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A workspace with two campaigns in March 2027, one of them with a phase and a task, and two sites that they reach. */
async function open(path: string): Promise<Page> {
  run = await launch();
  const { page } = run;
  await run.choose(join(run.folder, 'Essai.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').waitFor();
  await page.evaluate(async () => {
    const call = async (name: string, input: unknown): Promise<{ id: string }> =>
      ((await window.maillage.call(name as 'campaigns.create', input as never)) as { value: { id: string } }).value;
    for (const name of ['Lille', 'Nantes']) await call('sites.create', { name, country: 'FR' });
    const { id } = await call('campaigns.create', {
      title: 'Printemps des sites',
      startDate: '2027-03-09',
      endDate: '2027-03-24',
      colour: '#2F6DB5',
    });
    await call('campaigns.addPhase', {
      campaignId: id,
      kind: 'launch',
      startDate: '2027-03-09',
      endDate: '2027-03-14',
    });
    await call('campaigns.addTask', { campaignId: id, title: 'Imprimer', dueDate: '2027-03-05' });
    await call('campaigns.create', {
      title: 'Collecte',
      startDate: '2027-03-01',
      endDate: '2027-04-12',
      colour: '#B5562F',
    });
  });
  await goTo(page, `/campaigns${path}`);
  return page;
}

const day = (page: Page, iso: string): Locator => page.locator(`[role="gridcell"][data-date="${iso}"]`);
const bar = (page: Page, title: string): Locator => page.getByRole('button', { name: new RegExp(`^${title} du`) });
const undo = (page: Page): Promise<void> => page.getByRole('alert').getByRole('button', { name: 'Annuler' }).click();
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Fiche de la campagne' });

test('the year shows campaigns over what the calendar holds, is gone through by keys, begins a campaign on a day and reads as a table', async () => {
  const page = await open('?view=year&on=2027-03-10');
  const year = page.getByRole('grid', { name: 'Calendrier de l’année 2027' });
  await expect(year.getByRole('row')).toHaveCount(12);
  await expect(bar(page, 'Printemps des sites')).toBeVisible();
  await expect(day(page, '2027-03-08')).toHaveAccessibleName(/Journée internationale des droits des femmes/);
  await expect(day(page, '2027-05-01')).toHaveAccessibleName(/Fête du Travail/);
  await expect(day(page, '2027-02-22')).toHaveAccessibleName(/Vacances d’hiver \(B\)/);

  // A layer taken away is gone from the year, and stays so in the month.
  await page.getByRole('button', { name: 'Repères' }).click();
  await page.getByRole('checkbox', { name: 'Vacances scolaires, zone B' }).click();
  await page.keyboard.press('Escape');
  await expect(day(page, '2027-02-22')).not.toHaveAccessibleName(/\(B\)/);

  await day(page, '2027-03-10').focus();
  await page.keyboard.press('ArrowRight');
  await expect(day(page, '2027-03-11')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(day(page, '2027-04-11')).toBeFocused();
  await page.keyboard.press('End');
  await expect(day(page, '2027-04-30')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByLabel('Début')).toHaveValue('30/04/2027');
  await panel(page).getByLabel('Titre').fill('Fête des voisins');
  await panel(page).getByRole('button', { name: 'Créer' }).click();
  await expect(bar(page, 'Fête des voisins').first()).toBeVisible();

  await bar(page, 'Printemps des sites').click();
  await expect(panel(page).getByRole('heading', { level: 2, name: 'Printemps des sites' })).toBeVisible();
  await page.getByRole('button', { name: 'Fermer la fiche' }).click();

  await page.locator('label').filter({ hasText: 'En tableau' }).click();
  await expect(
    page.getByRole('row', { name: /01\/03\/2027.*12\/04\/2027.*Collecte.*Campagne.*Brouillon/ }).first(),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /08\/03\/2027.*droits des femmes/ })).toBeVisible();
  await page.locator('label').filter({ hasText: 'En dessin' }).click();
  await page.getByRole('button', { name: 'Année suivante' }).click();
  await expect(page.getByRole('grid', { name: 'Calendrier de l’année 2028' })).toBeVisible();
  await expect(day(page, '2028-02-29')).toBeVisible();
  await page.getByRole('button', { name: 'Année précédente' }).click();
  await page
    .getByRole('grid', { name: 'Calendrier de l’année 2027' })
    .getByRole('button', { name: 'Mars', exact: true })
    .click();
  await expect(page.getByRole('grid', { name: 'Calendrier de Mars 2027' })).toBeVisible();
});

test('in the month a campaign moves by keys and by hand, each once and with its undo, and tasks are checked off', async () => {
  const page = await open('?view=month&on=2027-03-10');
  const month = page.getByRole('grid', { name: 'Calendrier de Mars 2027' });
  await expect(month.getByRole('rowheader', { name: 'Semaine 9' })).toBeVisible();
  const moved = bar(page, 'Printemps des sites');
  await expect(moved).toHaveAccessibleName(/du 9 mars au 24 mars/);

  await moved.focus();
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('Printemps des sites, du 17 mars au 1 avr.')).toBeVisible();
  await page.keyboard.up('Shift');
  await expect(page.getByText('Printemps des sites\u00a0: du 17 mars au 1 avr.')).toBeVisible();
  await expect(moved).toBeFocused();
  const stored = (): Promise<string[]> =>
    page.evaluate(async () => {
      const { value } = (await window.maillage.call('campaigns.plan', { from: '2027-01-01', to: '2027-12-31' })) as {
        value: { campaigns: { title: string; startDate: string; endDate: string }[]; phases: { startDate: string }[] };
      };
      return [
        ...value.campaigns
          .filter(({ title }) => title === 'Printemps des sites')
          .map(({ startDate, endDate }) => `${startDate}/${endDate}`),
        ...value.phases.map(({ startDate }) => startDate),
      ];
    });
  expect(await stored()).toEqual(['2027-03-17/2027-04-01', '2027-03-17']);
  await undo(page);
  await expect(moved).toHaveAccessibleName(/du 9 mars au 24 mars/);

  // Given up with Escape, nothing is written.
  await moved.focus();
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await page.keyboard.up('Shift');
  expect(await stored()).toEqual(['2027-03-09/2027-03-24', '2027-03-09']);

  const [from, to] = [(await day(page, '2027-03-10').boundingBox())!, (await day(page, '2027-03-18').boundingBox())!];
  const grip = (await moved.boundingBox())!;
  await page.mouse.move(from.x + 20, grip.y + 6);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, grip.y + 8);
  await page.mouse.move(to.x + 20, to.y + 60);
  await page.mouse.up();
  await expect(page.getByText('Printemps des sites\u00a0: du 17 mars au 1 avr.')).toBeVisible();
  expect(await stored()).toEqual(['2027-03-17/2027-04-01', '2027-03-17']);
  await expect(panel(page)).toHaveCount(0);
  await undo(page);
  await expect(moved).toHaveAccessibleName(/du 9 mars au 24 mars/);

  // The day opens by key, holds all of it, and its task is done from there.
  await day(page, '2027-03-10').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(day(page, '2027-03-05')).toBeFocused();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'vendredi 5 mars 2027' });
  await expect(card.getByRole('button', { name: /^Collecte/ })).toBeVisible();
  await card.getByRole('checkbox', { name: 'Imprimer, faite' }).click();
  await expect(page.getByText('Imprimer\u00a0: fait')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(day(page, '2027-03-05').getByRole('checkbox', { name: 'Imprimer, faite' })).toBeChecked();

  // More than a day has room for is counted, and opens.
  await page.evaluate(async () => {
    for (let index = 1; index <= 9; index += 1)
      await window.maillage.call('campaigns.create', {
        title: `Autre ${index}`,
        startDate: '2027-03-16',
        endDate: '2027-03-16',
      });
  });
  await day(page, '2027-03-16')
    .getByRole('button', { name: /^\+ \d+ autres$/ })
    .click();
  await expect(
    page.getByRole('dialog', { name: 'mardi 16 mars 2027' }).getByRole('button', { name: /^Autre \d/ }),
  ).toHaveCount(9);
  await page.keyboard.press('Escape');
  await day(page, '2027-03-31').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('grid', { name: 'Calendrier de Avril 2027' })).toBeVisible();
  await expect(day(page, '2027-04-01')).toBeFocused();
});

test('on the board a card carried by keys asks before it invites sites, and comes back with its undo', async () => {
  const page = await open('?view=board');
  const column = (name: string): Locator => page.getByRole('region', { name });
  const card = (where: string): Locator => column(where).getByRole('button', { name: /^Collecte/ });
  await expect(card('Brouillon')).toBeVisible();
  await expect(column('En cours').getByText('Aucune campagne')).toBeVisible();
  const carry = async (key: string): Promise<void> => {
    await page.keyboard.press('Space');
    await expect(page.getByText('Collecte au-dessus de\u00a0: Brouillon')).toBeAttached();
    await page.keyboard.press(key);
    await expect(page.getByText('Collecte au-dessus de\u00a0: Prête')).toBeAttached();
    await page.keyboard.press('Space');
  };
  await card('Brouillon').focus();
  await carry('ArrowRight');
  const asked = page.getByRole('dialog', { name: 'Inviter les sites' });
  await expect(asked.getByText('2 sites seront invités')).toBeVisible();
  await asked.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(card('Brouillon')).toBeVisible();

  await card('Brouillon').focus();
  await carry('ArrowRight');
  await asked.getByRole('button', { name: 'Inviter les sites' }).click();
  await expect(page.getByText('2 sites invités', { exact: true })).toBeVisible();
  await expect(card('Prête')).toContainText('0/2');
  await expect(card('Prête')).toBeFocused();
  await undo(page);
  await expect(card('Brouillon')).toBeVisible();
  await card('Brouillon').press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2, name: 'Collecte' })).toBeVisible();
});

test('a day of awareness and a period are changed in the settings, seen in the year, and given back', async () => {
  const page = await open('?view=year&on=2027-03-10');
  await page.getByRole('button', { name: 'Repères' }).click();
  await page.getByRole('link', { name: 'Modifier les repères' }).click();
  const days = page.getByRole('region', { name: 'Journées et semaines RSE' });
  await days.getByRole('textbox', { name: 'Chercher une journée' }).fill('droits des femmes');
  await days.getByRole('button', { name: /^Actions sur/ }).click();
  await page.getByRole('menuitem', { name: 'Modifier' }).click();
  const form = page.getByRole('dialog', { name: 'Modifier la journée' });
  await form.getByRole('textbox', { name: 'Nom', exact: false }).first().fill('Égalité au travail');
  await form.getByRole('combobox', { name: 'Comment trouver la date' }).click();
  await page.getByRole('option', { name: 'Un jour de la semaine dans un mois' }).click();
  await form.getByRole('combobox', { name: 'Rang' }).click();
  await page.getByRole('option', { name: 'troisième' }).click();
  await form.getByRole('combobox', { name: 'Jour de la semaine' }).click();
  await page.getByRole('option', { name: 'jeudi' }).click();
  await expect(form.getByText(/^Prochaines dates/)).toContainText('18 mars 2027');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Égalité au travail\u00a0: enregistré')).toBeVisible();
  await days.getByRole('textbox', { name: 'Chercher une journée' }).fill('égalité');
  await expect(days.getByText('troisième jeudi de mars')).toBeVisible();

  const periods = page.getByRole('region', { name: 'Vos périodes' });
  await periods.getByRole('button', { name: 'Ajouter une période' }).click();
  const period = page.getByRole('dialog', { name: 'Ajouter une période' });
  await period.getByLabel('Nom').fill('Inventaire');
  await period.getByLabel('Début').fill('22/03/2027');
  await period.getByLabel('Fin').fill('26/03/2027');
  await period.getByLabel('Source').click();
  await period.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(periods.getByText('22/03/2027 au 26/03/2027')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Sources des dates fournies' }).getByText(/La Corse et l’outre-mer/),
  ).toBeVisible();

  await goTo(page, '/campaigns?view=year&on=2027-03-10');
  await expect(day(page, '2027-03-18')).toHaveAccessibleName(/Égalité au travail/);
  await expect(day(page, '2027-03-08')).not.toHaveAccessibleName(/droits des femmes/);
  await expect(day(page, '2027-03-23')).toHaveAccessibleName(/Inventaire/);

  await goTo(page, '/settings?tab=calendar');
  await page.getByText('Modifiées').click();
  await days.getByRole('button', { name: 'Actions sur Égalité au travail' }).click();
  await page.getByRole('menuitem', { name: 'Rétablir' }).click();
  await expect(page.getByText('Égalité au travail\u00a0: rétablie')).toBeVisible();
  await goTo(page, '/campaigns?view=year&on=2027-03-10');
  await expect(day(page, '2027-03-08')).toHaveAccessibleName(/droits des femmes/);
  await page.keyboard.press('Control+z');
  await expect(day(page, '2027-03-18')).toHaveAccessibleName(/Égalité au travail/);
});

test('the plan of a month is saved for a calendar app, with the parts asked for', async () => {
  const page = await open('?view=month&on=2027-03-10');
  const path = join(run.folder, 'plan.ics');
  await run.choose(path);
  await page.getByRole('button', { name: 'Enregistrer pour un agenda' }).click();
  const form = page.getByRole('dialog', { name: 'Enregistrer pour un agenda' });
  await form.getByRole('checkbox', { name: 'Tâches' }).click();
  await form.getByRole('checkbox', { name: /^Jours fériés/ }).click();
  await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText(/^plan\.ics\u00a0: \d+ événements$/)).toBeVisible();
  const events = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')) as unknown as string)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one).summary);
  expect(events).toEqual(
    expect.arrayContaining(['Collecte', 'Printemps des sites', 'Printemps des sites – lancement', 'Lundi de Pâques']),
  );
  expect(events.some((name) => name.startsWith('Imprimer'))).toBe(false);
});

test('the views of the calendar are free of accessibility faults in both themes, and the last one chosen comes back', async () => {
  test.setTimeout(240_000);
  const file = join(folder, 'demo.maillage');
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']);
  for (const theme of ['light', 'dark'] as const) {
    run = await launch({ file, theme });
    const { page } = run;
    await page.getByRole('navigation').waitFor();
    const places: [string, Locator][] = [
      ['/campaigns?view=year', page.locator('[data-bar]').first()],
      ['/campaigns?view=year&as=table', page.getByRole('region', { name: 'En tableau' })],
      ['/campaigns?view=month', page.locator('[data-bar]').first()],
      ['/campaigns?view=board', page.locator('[data-card]').first()],
      [
        '/settings?tab=calendar',
        page
          .getByRole('region', { name: 'Sources des dates fournies' })
          .getByText(/version/)
          .first(),
      ],
    ];
    for (const [path, shown] of places) {
      await goTo(page, path);
      await shown.waitFor();
      await page.waitForFunction(() => document.getAnimations().length === 0);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(
        violations.map(
          (violation) =>
            `${theme} ${path} ${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
        ),
      ).toEqual([]);
    }
    if (theme === 'light') await run.close();
  }
  const { page } = run;
  await goTo(page, '/campaigns');
  await page.getByRole('tab', { name: 'Mois' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Sites' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Campagnes' }).click();
  await expect(page.getByRole('tab', { name: 'Mois' })).toHaveAttribute('aria-selected', 'true');
});
