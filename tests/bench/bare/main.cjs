/** The least an Electron app can be: one window, one page, one echo. What everything else is measured against. */
const { app, BrowserWindow, ipcMain } = require('electron');
const path = require('path');

ipcMain.handle('echo', (_event, value) => value);
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, preload: path.join(__dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  window.loadFile(path.join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
