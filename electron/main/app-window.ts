/** The one window of the app: as large as it was left, shown once there is something to see, brought back when its page dies. */
import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { PreferencesStore } from './preferences.ts';
import { reviveWhenGone } from './revive.ts';
import { confine } from './security.ts';
import { windowPreferences } from './security-rules.ts';

export function createWindow(preferences: PreferencesStore, onGone: (reason: string) => void): BrowserWindow {
  const remembered = preferences.window();
  const window = new BrowserWindow({
    width: remembered?.width ?? 1360,
    height: remembered?.height ?? 860,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Maillage',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#10201E' : '#FBF9F4',
    webPreferences: { ...windowPreferences, preload: join(__dirname, '../preload/index.cjs') },
  });
  confine(window.webContents);
  reviveWhenGone(window, onGone);
  window.once('ready-to-show', () => {
    if (remembered?.maximised === true) window.maximize();
    window.show();
  });
  window.on('close', () => {
    const { width, height } = window.getNormalBounds();
    preferences.setWindow({ width, height, maximised: window.isMaximized() });
  });
  return window;
}
