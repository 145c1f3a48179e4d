/** A small window and a large zoom: on every screen nothing is wider than its place, and no button, tab or label is cut. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'maillage-room-'));
const file = join(folder, 'demo.maillage');
test.beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file, '--demo', 'small']);
});
test.afterEach(async () => run.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const screens = [
  '/',
  '/network',
  '/network?view=coverage',
  '/network?view=recruit',
  '/sites',
  '/territories',
  '/people',
  '/touchpoints',
  '/initiatives',
  '/campaigns?view=month',
  '/campaigns?view=year',
  '/campaigns?view=timeline',
  '/campaigns?view=load',
  '/campaigns?view=list',
  '/campaigns?view=board',
  '/campaigns?view=replies',
  '/awards?step=categories',
  '/awards?step=nominees',
  '/awards?step=jury',
  '/awards?step=scores',
  '/awards?step=results',
  '/deck',
  '/reports',
  '/imports',
  '/settings',
  '/settings?tab=indicators',
  '/settings?tab=calendar',
  '/settings?tab=window',
  '/settings?tab=file',
];

/** What is cut: words in something that can be pressed, or a page that must be moved sideways. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isShown = (element: Element): boolean => element.checkVisibility() && element.getClientRects().length > 0;
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`page ${scrollWidth} > ${clientWidth}`);
    const main = document.querySelector('main');
    if (main !== null && main.scrollWidth > main.clientWidth + 1)
      found.push(`main ${main.scrollWidth} > ${main.clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a, [role="tab"], h1, h2, .mantine-Button-label, .mantine-SegmentedControl-label',
    )) {
      // What says its whole text when it is pointed at, or is a line of a list, may end in dots.
      if (
        !isShown(element) ||
        element.closest('[role="row"], [role="gridcell"], [title], figure, [data-map-state], [role="dialog"]')
      )
        continue;
      const text = (element.innerText ?? '').trim();
      // The way to the content shows itself when it is reached by key.
      if (text === '' || element.matches('a[href="#content"]')) continue;
      for (const part of [element, ...element.querySelectorAll<HTMLElement>('*')])
        if (
          part.scrollWidth > part.clientWidth + 1 &&
          getComputedStyle(part).overflowX !== 'visible' &&
          part.clientWidth > 1
        ) {
          found.push(`${text.slice(0, 40)} ${part.scrollWidth} > ${part.clientWidth}`);
          break;
        }
      // Cut by what stands around it, which does not scroll sideways.
      let around: HTMLElement | null = element.parentElement;
      const scrolls = (one: HTMLElement): boolean =>
        ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth;
      while (around !== null && !scrolls(around)) around = around.parentElement;
      if (around !== null) continue;
      const box = element.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`${text.slice(0, 40)} beyond the window`);
    }
    return [...new Set(found)];
  });

for (const [lang, width, height, zoom] of [
  ['fr', 1024, 700, 1],
  ['en', 1024, 700, 1],
  ['fr', 1280, 800, 1.5],
] as const)
  test(`nothing is cut at ${width}x${height}, ${zoom * 100} % (${lang})`, async () => {
    run = await launch({ file, lang, width, height });
    const { page } = run;
    await run.app.evaluate(({ BrowserWindow }, factor) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(factor);
    }, zoom);
    // The navigation folds once the page has heard of the zoom.
    await page.locator('[data-closed="true"]').waitFor();
    const found: Record<string, string[]> = {};
    for (const screen of screens) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#${screen}`);
      await page.waitForFunction((address) => document.documentElement.dataset['address'] === address, screen);
      await page.waitForFunction(() => document.querySelector('[role="status"][aria-label]') === null);
      const here = await cut(page);
      if (here.length > 0) found[screen] = here;
    }
    expect(found).toEqual({});
  });
