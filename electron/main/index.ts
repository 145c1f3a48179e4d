/** The shell: one window over one service, opened files, single instance; or the command line when asked for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, session } from 'electron';
import type { AppEvent } from '#shared/shell/events.ts';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { isCommandLine, userArguments, workspaceArgument } from './arguments.ts';
import { runCommandLine } from './command-line.ts';
import { listen } from './ipc.ts';
import { openLog } from './log.ts';
import { collectOpenRequests, type OpenRequests } from './open-requests.ts';
import { openPreferences, systemLanguage } from './preferences.ts';
import { printPdf } from './print.ts';
import { registerScheme, serveApp } from './protocol.ts';
import { saveScreenshotWhenReady } from './screenshot.ts';
import { reviveWhenGone } from './revive.ts';
import { confine, confineSession, focus } from './security.ts';
import { appOrigin, createGrants, windowPreferences } from './security-rules.ts';
import { startService } from './service-client.ts';

const given = userArguments(process.argv, app.isPackaged);
const developmentUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

function resourcesFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources');
}

async function openApp(requests: OpenRequests): Promise<void> {
  const preferences = openPreferences(
    app.getPath('userData'),
    systemLanguage(process.platform, process.env, app.getLocale()),
  );
  nativeTheme.themeSource = preferences.get().theme;
  confineSession(
    session.defaultSession,
    developmentUrl === undefined ? [] : [developmentUrl, developmentUrl.replace(/^http/, 'ws')],
  );
  serveApp(session.defaultSession, join(__dirname, '../renderer'));
  const log = openLog(app.getPath('logs'));
  const grants = createGrants();
  // A name that nobody can foresee, a folder that nobody else may enter; the pid tells the next start that it was left.
  const temporary = mkdtempSync(join(app.getPath('temp'), `maillage-${process.pid}-`));
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
  const emit = (event: AppEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('event', event);
  };
  let openPath: string | null = null;
  let requested: string | null = null;
  const onWorkspace = (workspace: WorkspaceInfo | null): void => {
    openPath = workspace?.path ?? null;
    if (workspace !== null) {
      grants.allow(workspace.path);
      if (workspace.logAside !== null) grants.allow(workspace.logAside);
      preferences.remember(workspace.path);
      app.addRecentDocument(workspace.path);
    }
    emit({ type: 'workspace', workspace });
  };
  const service = startService({
    resources: resourcesFolder(),
    temporary,
    rescue: join(app.getPath('userData'), 'rescue'),
    compiled: join(app.getPath('userData'), 'compiled'),
    backupFolder: () => preferences.get().backupFolder,
    printPdf,
    onMessage: (message) => {
      if (message.type === 'log') log.write(`[${message.id}] ${message.procedure}`, message.text);
      else {
        // What was rescued may be shown in its folder.
        if (message.type === 'file' && message.loss?.rescuePath != null) grants.allow(message.loss.rescuePath);
        emit(message);
      }
    },
    onState: (state) => {
      if (state !== 'restarted') log.write('service', state);
      emit({ type: 'service', state });
    },
    reopen: async (call) => {
      if (openPath === null) return true;
      const { lang, actor } = preferences.get();
      const result = await call('workspace.open', { path: openPath }, { lang, actor, jobId: null });
      emit({ type: 'workspace', workspace: result.ok ? (result.value as WorkspaceInfo) : null });
      return result.ok;
    },
  });
  // Until the page listens, what it is asked to open waits for it to ask.
  let pageListens = false;
  let opening: Promise<void> = Promise.resolve();
  const takeRequest = async (): Promise<string | null> => {
    await opening;
    pageListens = true;
    const path = requested;
    requested = null;
    return path;
  };
  /** While the page loads. What cannot be opened is left to the page, which says why. */
  const openAhead = async (path: string): Promise<void> => {
    const { lang, actor } = preferences.get();
    const result = await service.call('workspace.open', { path }, { lang, actor, jobId: null });
    if (!result.ok || requested !== path) return;
    requested = null;
    onWorkspace(result.value as WorkspaceInfo);
  };
  const openRequest = (path: string): void => {
    grants.allow(path);
    if (pageListens) {
      emit({ type: 'openRequest', path });
      return;
    }
    requested = path;
    opening = opening.then(() => openAhead(path));
  };
  requests.listen(openRequest, () => focus(window));
  listen({
    context: {
      window,
      preferences,
      grants,
      service,
      logPath: log.path,
      runAction: (id) => emit({ type: 'action', id }),
      takeRequest,
      changed: () => emit({ type: 'changed' }),
    },
    allowedOrigins: developmentUrl === undefined ? [appOrigin] : [appOrigin, new URL(developmentUrl).origin],
    onWorkspace,
    onDropped: (paths) => {
      const workspace = workspaceArgument(paths, '/');
      if (workspace === null) emit({ type: 'filesDropped', paths });
      else openRequest(workspace);
    },
  });
  reviveWhenGone(window, (reason) => log.write('page', reason));
  window.once('ready-to-show', () => {
    if (remembered?.maximised === true) window.maximize();
    window.show();
  });
  window.on('close', () => {
    const { width, height } = window.getNormalBounds();
    preferences.setWindow({ width, height, maximised: window.isMaximized() });
  });
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void service.stop().finally(() => {
      stopped = true;
      rmSync(temporary, { recursive: true, force: true });
      app.quit();
    });
  });
  await window.loadURL(developmentUrl ?? `${appOrigin}/index.html`);
  await saveScreenshotWhenReady(window);
}

function startShell(): void {
  app.setAppUserModelId('com.maillage.app');
  app.on('window-all-closed', () => app.quit());
  // An application in the background must still end when a script or the system asks it to.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit());
  const requests = collectOpenRequests(given);
  void app
    .whenReady()
    .then(() => openApp(requests))
    .catch((error: unknown) => {
      console.error(error);
      app.exit(1);
    });
}

registerScheme();
if (isCommandLine(given)) runCommandLine(given, resourcesFolder);
else if (app.requestSingleInstanceLock()) startShell();
else app.quit();
