/** Frames of the timeline while it is scrolled, with 300 campaigns opened to their phases and tasks, against frames of the same page at rest. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { rootSwitches } from '../../scripts/lib/electron-runtime.ts';
import { root } from '../../scripts/lib/run.ts';
import { median, type Bench } from './measure.ts';

const campaigns = 300;
const parts = { phases: 4, tasks: 8 };
const frames = 240;

/** Over two years from the last January; every task waits for the one before. */
function fill(file: string): void {
  const db = new Database(file);
  const from = `${new Date().getFullYear()}-01-05`;
  const id = (group: string, index: string): string => `printf('00000000-0000-7000-${group}-%012d', ${index})`;
  const begins = (index: string): string => `((${index}) * 7 % 730)`;
  const stamps = `'2026-01-01', '2026-01-01'`;
  db.exec(`begin;
    with recursive n(i) as (select 0 union all select i + 1 from n where i < ${campaigns - 1})
    insert into campaigns (id, code, title, theme, startDate, endDate, status, scope, sdgs, colour, searchKey, createdAt, updatedAt)
      select ${id('9001', 'i')}, 'C' || i, 'Campagne ' || i, 'Thème ' || (i % 8), date('${from}', ${begins('i')} || ' days'), date('${from}', (${begins('i')} + 27) || ' days'), 'draft', '{"territoryIds":[],"siteKinds":[],"siteIds":[],"excludedSiteIds":[],"headcountMin":null,"headcountMax":null}', '[]', '#2F6DB5', 'campagne ' || i, ${stamps} from n;
    with recursive n(i) as (select 0 union all select i + 1 from n where i < ${campaigns * parts.phases - 1})
    insert into campaignPhases (id, campaignId, kind, startDate, endDate, asksSites, position, createdAt, updatedAt)
      select ${id('9002', 'i')}, ${id('9001', `i / ${parts.phases}`)}, 'launch', date('${from}', (${begins(`i / ${parts.phases}`)} + i % ${parts.phases} * 7) || ' days'), date('${from}', (${begins(`i / ${parts.phases}`)} + i % ${parts.phases} * 7 + 5) || ' days'), 1, i % ${parts.phases}, ${stamps} from n;
    with recursive n(i) as (select 0 union all select i + 1 from n where i < ${campaigns * parts.tasks - 1})
    insert into campaignTasks (id, campaignId, title, startDate, dueDate, asksSites, position, createdAt, updatedAt)
      select ${id('9003', 'i')}, ${id('9001', `i / ${parts.tasks}`)}, 'Tâche ' || i, date('${from}', (${begins(`i / ${parts.tasks}`)} - 20 + i % ${parts.tasks} * 5) || ' days'), date('${from}', (${begins(`i / ${parts.tasks}`)} - 17 + i % ${parts.tasks} * 5) || ' days'), 0, i % ${parts.tasks}, ${stamps} from n;
    insert into campaignTaskLinks (id, taskId, dependsOnId, createdAt, updatedAt)
      select ${id('9004', 't.seq')}, t.id, b.id, ${stamps} from campaignTasks t join campaignTasks b on b.campaignId = t.campaignId and b.position = t.position - 1;
    commit; analyze;`);
  db.close();
}

/** Milliseconds between frames while the drawing is scrolled by so many pixels a frame, turning back at its ends. */
function frameTimes(page: Page, x: number, y: number): Promise<number[]> {
  return page.evaluate(
    async ({ x: byX, y: byY, count }) => {
      const grid = document.querySelector('[role="grid"]');
      const times: number[] = [];
      let last = performance.now();
      for (let n = 0; n < count; n += 1) {
        grid?.scrollBy(n < count / 2 ? byX : -byX, byY);
        await new Promise((done) => requestAnimationFrame(done));
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times.slice(10);
    },
    { x, y, count: frames },
  );
}

const high = (values: number[]): string =>
  ([...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN).toFixed(1);

export const timelineBenches: Bench[] = [
  {
    name: `timeline of ${campaigns} campaigns with all their tasks, a frame of scrolling`,
    against: 'a frame of the same page at rest',
    target: 1.5,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
      const file = join(folder, 'plan.maillage');
      execFileSync(process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file], { stdio: 'ignore' });
      fill(file);
      const running = await _electron.launch({
        cwd: root,
        args: [...rootSwitches(), `--user-data-dir=${join(folder, 'profile')}`, root, file],
      });
      const page = await running.firstWindow();
      await page.locator('html[data-app-state="ready"]').waitFor({ state: 'attached' });
      await page.evaluate(() => {
        location.hash = '#/campaigns?view=timeline';
      });
      const first = page.getByRole('gridcell').first();
      await first.waitFor();
      await page.getByRole('button', { name: /^(Tout déplier|Expand all)$/ }).click();
      await page.waitForFunction(
        (least) => Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')) > least,
        campaigns * (parts.phases + parts.tasks),
      );
      const bare = await frameTimes(page, 0, 0);
      const down = await frameTimes(page, 0, 20);
      const across = await frameTimes(page, 20, 0);
      await running.close();
      rmSync(folder, { recursive: true, force: true });
      return {
        ours: [...down, ...across],
        bare,
        note: `medians ${median(down).toFixed(1)} down and ${median(across).toFixed(1)} across, 95th of a hundred ${high(down)} and ${high(across)}, at rest ${high(bare)} ms`,
      };
    },
  },
];
