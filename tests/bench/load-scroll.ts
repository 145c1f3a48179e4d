/** The heat map of 20,000 sites and 104 weeks under the hand: the time between frames while it is scrolled, against a bare tall page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { closeWorkspace } from '../../electron/service/session.ts';
import { rootSwitches } from '../../scripts/lib/electron-runtime.ts';
import { root } from '../../scripts/lib/run.ts';
import { launch } from '../e2e/helpers/launch.ts';
import { largePlan } from './load.ts';
import { median, type Bench } from './measure.ts';

const frames = 180;
const runs = 5;
/** Pixels a frame: rolled by a hand (4 pages a second), and flung through the whole list. */
const steps = { rolled: 60, flung: 1500 };

/** Scrolls what `selector` finds by so many pixels each frame, and back at its ends; milliseconds between frames. */
const scrolled = (page: Page, selector: string, step: number): Promise<number[]> =>
  page.evaluate(
    ([find, by, count]) =>
      new Promise<number[]>((done) => {
        const box = document.querySelector(find);
        if (box === null) throw new Error('nothing to scroll');
        const times: number[] = [];
        let [last, way] = [performance.now(), 1];
        const tick = (now: number): void => {
          times.push(now - last);
          last = now;
          if (box.scrollTop + box.clientHeight >= box.scrollHeight - 1) way = -1;
          else if (box.scrollTop === 0) way = 1;
          box.scrollTop += way * by;
          if (times.length < count) requestAnimationFrame(tick);
          // The first two hold what came before.
          else done(times.slice(2));
        };
        requestAnimationFrame(tick);
      }),
    [selector, step, frames] as const,
  );

const slowest = (times: number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;

async function bareTimes(): Promise<number[]> {
  const profile = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
  const app = await _electron.launch({
    cwd: root,
    args: [...rootSwitches(), `--user-data-dir=${profile}`, join(import.meta.dirname, 'bare')],
  });
  const page = await app.firstWindow();
  await page.evaluate(() => {
    const box = document.body.appendChild(document.createElement('div'));
    box.id = 'tall';
    box.style.cssText = 'position: fixed; inset: 0; overflow: auto';
    box.appendChild(document.createElement('div')).style.height = '480000px';
  });
  const all: number[] = [];
  for (let n = 0; n < runs; n += 1)
    all.push(
      slowest(
        [...(await scrolled(page, '#tall', steps.rolled)), ...(await scrolled(page, '#tall', steps.flung))],
        0.95,
      ),
    );
  await app.close();
  rmSync(profile, { recursive: true, force: true });
  return all;
}

export const loadScrollBench: Bench = {
  name: 'heat map of 20,000 sites x 104 weeks, scrolled (95th frame)',
  against: 'an empty page as tall',
  target: 3,
  run: async () => {
    const workspace = await largePlan();
    // The app opens the file itself.
    if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
    workspace.service.workspace = null;
    const run = await launch({ file: workspace.path, width: 1600, height: 1000 });
    const { page } = run;
    await page.getByRole('navigation').waitFor();
    const begin = performance.now();
    await page.evaluate(() => {
      location.hash = '#/campaigns?view=load&on=2026-01-26&load.weeks=104';
    });
    await page.getByRole('grid', { name: /^Charge par semaine/ }).waitFor();
    const first = performance.now() - begin;
    await page.waitForTimeout(500);
    const ours: number[] = [];
    const both = { rolled: [] as number[], flung: [] as number[] };
    for (let n = 0; n < runs; n += 1) {
      const times = {
        rolled: await scrolled(page, '[role="grid"]', steps.rolled),
        flung: await scrolled(page, '[role="grid"]', steps.flung),
      };
      both.rolled.push(...times.rolled);
      both.flung.push(...times.flung);
      ours.push(slowest([...times.rolled, ...times.flung], 0.95));
    }
    await run.close();
    await workspace.close();
    const told = (times: number[]): string =>
      `median ${median(times).toFixed(1)}, 95th ${slowest(times, 0.95).toFixed(1)}, worst ${Math.max(...times).toFixed(0)} ms`;
    return {
      ours,
      bare: await bareTimes(),
      note: `(rolled ${told(both.rolled)}; flung ${told(both.flung)}; on screen after ${first.toFixed(0)} ms)`,
    };
  },
};
