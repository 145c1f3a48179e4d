/** Lists longer than a page in the real window: scrolled to their end they show their last row, and the hundredth on the way. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { closeWorkspace } from '../../electron/service/session.ts';
import { longLists } from '../factories/long-lists.ts';
import { launch, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-long-'));
const file = join(folder, 'long.maillage');
test.beforeAll(async () => {
  const { workspace } = await longLists(230);
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
  copyFileSync(workspace.path, file);
  await workspace.close();
});
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A cell of the list's rows that tells each from the others, in the list's own order as the service has it. */
const lists: { path: string; read: string; input: object; field: string }[] = [
  { path: '/sites', read: 'sites.list', input: { sort: 'name' }, field: 'code' },
  { path: '/people', read: 'people.list', input: { sort: 'name' }, field: 'siteName' },
  { path: '/initiatives', read: 'initiatives.list', input: { sort: 'startDate', descending: true }, field: 'siteName' },
];

interface Answer {
  ok: boolean;
  value: { rows: Record<string, string>[]; total: number };
}

async function rowsOf(page: Page, read: string, input: object): Promise<Record<string, string>[]> {
  const answer = await page.evaluate(
    ([name, given]) => window.maillage.call(name as string, given) as Promise<unknown>,
    [read, { ...input, limit: 1000 }] as const,
  );
  return (answer as Answer).value.rows;
}

for (const { path, read, input, field } of lists)
  test(`${path} shows its rows from the hundredth on`, async () => {
    run = await launch({ file });
    const { page } = run;
    await page.getByRole('navigation').waitFor();
    await page.evaluate((to) => {
      location.hash = `#${to}`;
    }, path);
    const grid = page.getByRole('grid');
    await grid.waitFor();
    const rows = await rowsOf(page, read, input);
    expect(rows.length).toBe(230);
    await grid.focus();
    for (const [key, at] of [
      ['End', rows.length - 1],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      const row = grid.locator(`[role="row"][aria-rowindex="${at + 2}"]`);
      await expect(row).toBeVisible();
      await expect(row).toContainText(rows[at]?.[field] ?? '');
    }
    // Page after page, each row in its place on the way.
    const active = grid.locator('[role="row"][data-active="true"]');
    for (let at = 0; at < 120;) {
      const before = at;
      await page.keyboard.press('PageDown');
      await expect.poll(async () => Number(await active.getAttribute('aria-rowindex')) - 2).toBeGreaterThan(before);
      at = Number(await active.getAttribute('aria-rowindex')) - 2;
      await expect(active).toContainText(rows[at]?.[field] ?? '');
    }
  });
