/** For a machine without a display: saves a picture of the window once its first screen is complete. */
import { writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';

/** Where MAILLAGE_SCREENSHOT names a file, the picture goes there and its path is printed; otherwise nothing happens. */
export function saveScreenshotWhenReady(window: BrowserWindow): void {
  const path = process.env['MAILLAGE_SCREENSHOT'];
  if (path === undefined || path === '') return;
  const isReady = `document.documentElement.dataset.appState === 'ready'`;
  const timer = setInterval(() => {
    if (window.isDestroyed()) {
      clearInterval(timer);
      return;
    }
    void window.webContents.executeJavaScript(isReady).then(async (ready) => {
      if (ready !== true || !timer.hasRef()) return;
      clearInterval(timer);
      timer.unref();
      const image = await window.webContents.capturePage();
      writeFileSync(path, image.toPNG());
      console.log(path);
    }, (error: unknown) => {
      console.error(error);
    });
  }, 200);
}
