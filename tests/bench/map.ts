/** The map on screen against bare MapLibre, in the same Electron: its first sites, and how it holds up under the hand. */
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { parseMapColumns, type MapColumns } from '#shared/network/columns.ts';
import { shapeLayer } from '../../electron/service/geo/shapes.ts';
import { closeWorkspace } from '../../electron/service/session.ts';
import { homeExtent } from '../../renderer/features/network/map/extent.ts';
import { marksOf } from '../../renderer/features/network/map/features.ts';
import { rootSwitches } from '../../scripts/lib/electron-runtime.ts';
import { root } from '../../scripts/lib/run.ts';
import { launch } from '../e2e/helpers/launch.ts';
import { largeNetwork } from '../factories/large-network.ts';
import { resources, type TestWorkspace } from '../factories/workspace.ts';
import type { Bench } from './measure.ts';

const bareApp = join(import.meta.dirname, 'bare');
const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.mjs': 'text/javascript',
  '.geojson': 'application/json',
};

/** What the bare page is made of, on this machine only: its own file, MapLibre as it was installed, the same outlines and sites. */
async function serve(columns: MapColumns): Promise<{ server: Server; address: string }> {
  const sites = JSON.stringify(marksOf(columns, '2026-11-24'));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const name = path.slice(path.lastIndexOf('/') + 1);
    response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream');
    if (path === '/map.html') createReadStream(join(bareApp, 'map.html')).pipe(response);
    else if (path.startsWith('/maplibre/'))
      createReadStream(join(root, 'node_modules/maplibre-gl/dist', name))
        .on('error', () => response.writeHead(404).end())
        .pipe(response);
    else if (name === 'sites.geojson') response.end(sites);
    else if (path.startsWith('/data/')) response.end(shapeLayer(name.replace('.geojson', '') as 'world', resources));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/map.html` };
}

interface Shown {
  page: Page;
  /** Milliseconds from the request to the first sites on screen. */
  first: number;
  close: () => Promise<void>;
}

interface Size {
  width: number;
  height: number;
}

/** Sites are on screen once the map is still with some of them drawn, and the frame after that has begun. */
const firstSites = (page: Page, begin: number | null): Promise<number> =>
  page.evaluate(
    (from) =>
      new Promise<number>((done) => {
        const look = (): void => {
          const box = document.querySelector<HTMLElement>('[data-map-state="ready"]');
          if (Number(box?.dataset['sites'] ?? 0) > 0)
            requestAnimationFrame(() => done(performance.now() - (from ?? 0)));
          else setTimeout(look, 5);
        };
        look();
      }),
    begin,
  );

async function showOurs(file: string): Promise<Shown> {
  const run = await launch({ file });
  const { page } = run;
  await page.getByRole('navigation').waitFor();
  // The home screen has come to rest: what it still had to load is not the map's.
  await page.waitForFunction(() => document.querySelector('[role="status"]') === null);
  const begin = await page.evaluate(() => {
    location.hash = '#/network';
    return performance.now();
  });
  return { page, first: await firstSites(page, begin), close: run.close };
}

async function showBare(address: string, columns: MapColumns, { width, height }: Size): Promise<Shown> {
  const profile = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
  const app = await _electron.launch({
    cwd: root,
    args: [...rootSwitches(), `--user-data-dir=${profile}`, bareApp],
  });
  const page = await app.firstWindow();
  await page.locator('html[data-app-state="ready"]').waitFor({ state: 'attached' });
  // The same piece of the world on as many pixels.
  const view = {
    width,
    height,
    bounds: homeExtent(columns),
    padding: { left: width > 900 ? 250 : 56, right: 64, top: 48, bottom: 48 },
  };
  await page.goto(`${address}#${encodeURIComponent(JSON.stringify(view))}`);
  return {
    page,
    first: await firstSites(page, null),
    close: async () => {
      await app.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Zooms in and out with the wheel and drags about; the time between frames meanwhile, in milliseconds. */
async function handle(page: Page): Promise<number[]> {
  const canvas = page.locator('canvas.maplibregl-canvas');
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('no map');
  const [x, y] = [box.x + box.width * 0.6, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.evaluate(() => {
    const times: number[] = [];
    (globalThis as unknown as { frames: number[] }).frames = times;
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      times.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const drag = async (dx: number, dy: number): Promise<void> => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 12 });
    await page.mouse.up();
  };
  const wheel = async (by: number): Promise<void> => {
    for (let n = 0; n < 8; n += 1) {
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(60);
    }
  };
  for (const _ of [1, 2, 3]) {
    await wheel(-220);
    await drag(-160, 60);
    await drag(120, -90);
  }
  await wheel(400);
  await wheel(400);
  return page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames.slice(1));
}

async function withNetwork<T>(sites: number, work: (file: string, columns: MapColumns) => Promise<T>): Promise<T> {
  const workspace: TestWorkspace = await largeNetwork(sites);
  const columns = parseMapColumns((await workspace.call('network.map', {})).sites);
  // The app opens the file itself.
  if (workspace.service.workspace !== null) await closeWorkspace(workspace.service.workspace);
  workspace.service.workspace = null;
  try {
    return await work(workspace.path, columns);
  } finally {
    await workspace.close();
  }
}

/** Both by turns, each in a window of its own; `look` measures what is shown. */
async function sample(
  sites: number,
  times: number,
  look: (shown: Shown) => Promise<number[]>,
): Promise<{ ours: number[][]; bare: number[][] }> {
  return withNetwork(sites, async (file, columns) => {
    const { server, address } = await serve(columns);
    const found: { ours: number[][]; bare: number[][] } = { ours: [], bare: [] };
    for (let n = 0; n < times; n += 1) {
      const ours = await showOurs(file);
      const size = await ours.page
        .locator('canvas.maplibregl-canvas')
        .evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }));
      found.ours.push(await look(ours));
      await ours.close();
      const bare = await showBare(address, columns, size);
      found.bare.push(await look(bare));
      await bare.close();
    }
    server.close();
    return found;
  });
}

const first = (sites: number): Bench => ({
  name: `the map: its first sites on screen, ${new Intl.NumberFormat('en').format(sites)} sites`,
  against: 'bare MapLibre with the same outlines and sites as GeoJSON',
  target: 1.5,
  run: async () => {
    // The first of each reads its files from the disk.
    const { ours, bare } = await sample(sites, 4, async (shown) => [shown.first]);
    return { ours: ours.slice(1).flat(), bare: bare.slice(1).flat() };
  },
});

const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export const mapBenches: Bench[] = [
  first(1000),
  first(20_000),
  {
    name: 'zooming and panning the map of 20,000 sites: the longest freeze',
    against: 'the same moves on bare MapLibre',
    target: 1.5,
    run: async () => {
      const { ours, bare } = await sample(20_000, 3, (shown) => handle(shown.page));
      const words = (all: number[][]): string =>
        `${Math.round(quantile(all.flat(), 0.5))} / ${Math.round(quantile(all.flat(), 0.95))}`;
      return {
        ours: ours.map((frames) => Math.max(...frames)),
        bare: bare.map((frames) => Math.max(...frames)),
        note: `frames of ${words(ours)} ms (half of them / 95 % of them under), bare ${words(bare)} ms`,
      };
    },
  },
];
