/** For a machine without a display: saves a picture of the window once its first screen is complete. */
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** Ready, nothing still being read, its letters loaded and drawn. */
const isComplete = `document.documentElement.dataset.appState === 'ready' && document.querySelector('[role="status"]') === null && document.getAnimations().length === 0
  && document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))`;

/** Where MAILLAGE_SCREENSHOT names a file, the picture goes there; otherwise nothing happens. */
export async function saveScreenshotWhenReady(window: BrowserWindow): Promise<void> {
  const path = process.env['MAILLAGE_SCREENSHOT'];
  if (path === undefined || path === '') return;
  // Twice in a row: between two readings there is a moment without any.
  for (let seen = 0; seen < 2;) {
    await wait(200);
    if (window.isDestroyed()) return;
    seen = (await window.webContents.executeJavaScript(isComplete)) === true ? seen + 1 : 0;
  }
  writeFileSync(path, (await window.webContents.capturePage()).toPNG());
}
