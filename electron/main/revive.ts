/** Brings the page back when its process dies: the data is safe in the service, only the picture is lost. */
import type { BrowserWindow } from 'electron';

/** More deaths than this within a minute mean that loading it again will not help. */
const maximumRevivals = 3;

export function reviveWhenGone(window: BrowserWindow, onGone: (reason: string) => void): void {
  const deaths: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    onGone(reason);
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((at) => now - at < 60_000).length <= maximumRevivals) window.webContents.reload();
  });
}
