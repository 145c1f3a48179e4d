/** Pictures of the app that come out the same on every machine of a kind: one day, one place, one set of fonts, nothing that moves. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import sharp from 'sharp';
import { settled } from './faults.ts';
import { launch, root, type LaunchOptions, type RunningApp } from './launch.ts';

/** When the pictures are taken: a Tuesday morning in Paris. */
const moment = '2026-11-24T09:00:00+01:00';

/** The Chrome whose letters and lines the kept pictures show; another draws them a little differently everywhere. */
const chrome = 130;

const clock = join(root, 'tests/e2e/helpers/clock.cjs');
const still = { TZ: 'Europe/Paris', MAILLAGE_TEST_CLOCK: moment };

export interface Studio {
  /** Starts the app on the demonstration of that day. */
  open: (options?: LaunchOptions) => Promise<RunningApp>;
  close: () => Promise<void>;
}

/** Makes the demonstration and what starts the data service on that day's clock. */
export function studio(): Studio {
  const begun = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'maillage-pictures-'));
  const file = join(folder, 'demo.maillage');
  const cli = join(root, 'electron/service/cli.ts');
  execFileSync(process.execPath, ['--require', clock, cli, 'init', file, '--demo', 'small'], {
    env: { ...process.env, ...still, LC_ALL: 'fr_FR.UTF-8' },
  });
  // The Electron of the pictures runs the service on a Node beside it, which this stands for.
  const node = join(folder, 'node');
  writeFileSync(node, `#!/bin/sh\nexec '${process.execPath}' --require '${clock}' "$@"\n`);
  chmodSync(node, 0o755);
  return {
    open: async (options = {}) => {
      const run = await launch({
        file,
        ...options,
        env: {
          ...still,
          MAILLAGE_NODE: node,
          FONTCONFIG_FILE: join(root, 'tests/e2e/helpers/fonts.conf'),
          ...options.env,
        },
      });
      await run.page.clock.setFixedTime(new Date(moment));
      await run.page.emulateMedia({ reducedMotion: 'reduce' });
      return run;
    },
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await packNewPictures(begun);
    },
  };
}

/** Pictures that this run has kept are written smaller, without any loss: the browser does it in haste. */
async function packNewPictures(since: number): Promise<void> {
  const kept = join(root, 'tests/e2e/pictures');
  for (const name of existsSync(kept) ? readdirSync(kept) : []) {
    const path = join(kept, name);
    if (statSync(path).mtimeMs < since) continue;
    writeFileSync(
      path,
      await sharp(readFileSync(path)).png({ compressionLevel: 9, effort: 10, adaptiveFiltering: true }).toBuffer(),
    );
  }
}

/** Leaves the test out where another Chrome or other fonts would draw other pictures. */
export async function skipElsewhere({ app }: RunningApp): Promise<void> {
  const major = Number(await app.evaluate(() => process.versions.chrome.split('.')[0]));
  test.skip(major !== chrome, `the pictures were taken with Chrome ${chrome}, this is ${major}`);
  const fonts = '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf';
  test.skip(process.platform !== 'linux' || !existsSync(fonts), 'the pictures were taken with the fonts of Debian 12');
}

/** Holds what is seen against the picture kept under that name. */
export async function samePicture(target: Locator, name: string, masked: Locator[] = []): Promise<void> {
  const page = target.page();
  await settled(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  // The pointer must not rest on something that answers to it.
  await page.mouse.move(0, 0);
  await expect(target).toHaveScreenshot(`${name}.png`, {
    animations: 'disabled',
    mask: masked,
    maxDiffPixelRatio: 0.004,
  });
}
