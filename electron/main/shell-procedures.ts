/** The procedures that only the shell can answer: dialogs, recent files, preferences, links, menu. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, nativeTheme, shell, type BrowserWindow, type FileFilter } from 'electron';
import type { CheckedInputOf, OutputOf, ShellName } from '#shared/contract.ts';
import { plainFileName } from '#shared/base/file-names.ts';
import { AppError } from '#shared/base/result.ts';
import { demoFile } from './demo-files.ts';
import { applyMenu, buildMenu } from './menu.ts';
import type { Opening } from './opening.ts';
import type { PreferencesStore } from './preferences.ts';
import { openExternal } from './security.ts';
import type { Grants } from './security-rules.ts';
import type { ServiceClient } from './service-client.ts';
import { word, type ShellWord } from './words.ts';

export interface ShellContext {
  window: BrowserWindow;
  preferences: PreferencesStore;
  grants: Grants;
  service: ServiceClient;
  runAction: (id: string) => void;
  opening: Opening;
  /** What the page has read may be answered otherwise now. */
  changed: () => void;
  logPath: string;
}

type ShellHandlers = {
  [N in ShellName]: (context: ShellContext, input: CheckedInputOf<N>) => Promise<OutputOf<N>> | OutputOf<N>;
};

const openFilters: Record<CheckedInputOf<'shell.chooseOpen'>['purpose'], [ShellWord, string[]]> = {
  workspace: ['workspace', ['maillage']],
  import: ['spreadsheet', ['csv', 'tsv', 'txt', 'xlsx']],
  image: ['image', ['jpg', 'jpeg', 'png', 'webp', 'gif']],
  attachment: ['any', ['*']],
  backup: ['backup', ['maillage']],
};

const saveFilters: Record<CheckedInputOf<'shell.chooseSave'>['purpose'], [ShellWord, string]> = {
  workspace: ['workspace', 'maillage'],
  csv: ['csv', 'csv'],
  xlsx: ['xlsx', 'xlsx'],
  pptx: ['pptx', 'pptx'],
  pdf: ['pdf', 'pdf'],
  attachment: ['any', '*'],
  rejects: ['csv', 'csv'],
  backup: ['backup', 'maillage'],
  png: ['png', 'png'],
  svg: ['svg', 'svg'],
  geojson: ['geojson', 'geojson'],
  ics: ['ics', 'ics'],
};

export const shellHandlers: ShellHandlers = {
  'shell.info': ({ service }) => ({
    version: app.getVersion(),
    platform: process.platform,
    electron: process.versions.electron ?? '',
    chrome: process.versions['chrome'] ?? '',
    serviceRestarts: service.restarts(),
  }),
  'shell.preferences': ({ preferences }) => preferences.get(),
  'shell.setPreferences': ({ preferences, service, grants, changed }, { set }) => {
    // Backups are written there: it must be a folder the user chose.
    if (typeof set.backupFolder === 'string' && !grants.isAllowed(set.backupFolder))
      throw new AppError('forbidden', { what: 'path', path: set.backupFolder });
    const next = preferences.set(set);
    if (set.theme !== undefined) nativeTheme.themeSource = set.theme;
    if (set.backupFolder !== undefined) service.send({ type: 'backupFolder', folder: set.backupFolder });
    // Names and texts are answered in the language, copies are listed in the folder; the rest is the page's own.
    if (set.lang !== undefined || set.backupFolder !== undefined) changed();
    return next;
  },
  'shell.recent': ({ preferences, grants }) => {
    const rows = preferences.recent();
    for (const row of rows) grants.allow(row.path);
    return { rows };
  },
  'shell.forgetRecent': ({ preferences, changed }, { path }) => {
    preferences.forget(path);
    changed();
    return {};
  },
  'shell.chooseOpen': async ({ window, preferences, grants }, { purpose, multiple }) => {
    const { lang } = preferences.get();
    const [label, extensions] = openFilters[purpose];
    const filters: FileFilter[] = [
      { name: word(lang, label), extensions },
      ...(extensions[0] === '*' ? [] : [{ name: word(lang, 'any'), extensions: ['*'] }]),
    ];
    const answer = await dialog.showOpenDialog(window, {
      filters,
      properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    });
    const paths = answer.canceled ? [] : answer.filePaths;
    for (const path of paths) grants.allow(path);
    return { paths };
  },
  'shell.chooseSave': async ({ window, preferences, grants }, { purpose, name }) => {
    const { lang } = preferences.get();
    const [label, extension] = saveFilters[purpose];
    const answer = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), plainFileName(name, 'Maillage')),
      filters: [{ name: word(lang, label), extensions: [extension] }],
    });
    if (answer.canceled || answer.filePath === undefined || answer.filePath === '') return { path: null };
    const path =
      extension === '*' || answer.filePath.toLowerCase().endsWith(`.${extension}`)
        ? answer.filePath
        : `${answer.filePath}.${extension}`;
    grants.allow(path);
    return { path };
  },
  'shell.chooseFolder': async ({ window, grants }) => {
    const answer = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
    const path = answer.canceled ? null : (answer.filePaths[0] ?? null);
    if (path !== null) grants.allow(path);
    return { path };
  },
  'shell.start': ({ opening }) => opening.start(),
  'shell.demoPath': ({ grants }, { fresh }) => {
    const folder = join(app.getPath('userData'), 'demo');
    mkdirSync(folder, { recursive: true });
    const demo = demoFile(folder, fresh);
    grants.allow(demo.path);
    return demo;
  },
  'shell.openExternal': async (_context, { url }) => {
    await openExternal(url);
    return {};
  },
  'shell.showInFolder': ({ grants }, { path }) => {
    if (!grants.isAllowed(path) || !existsSync(path)) throw new AppError('forbidden', { what: 'path', path });
    shell.showItemInFolder(path);
    return {};
  },
  'shell.showLog': ({ logPath }) => {
    if (existsSync(logPath)) shell.showItemInFolder(logPath);
    return { path: existsSync(logPath) ? logPath : null };
  },
  'shell.setMenu': ({ window, preferences, runAction }, { items }) => {
    applyMenu(window, buildMenu(items, preferences.get().lang, runAction, app.isPackaged));
    return {};
  },
  'shell.setTitle': ({ window }, { title, path }) => {
    window.setTitle(title);
    if (process.platform === 'darwin') window.setRepresentedFilename(path ?? '');
    return {};
  },
};
