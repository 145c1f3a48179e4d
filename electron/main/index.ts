/** The shell: one window over one service, opened files, single instance; or the command line when asked for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, nativeTheme, session, type BrowserWindow } from 'electron';
import type { AppEvent } from '#shared/shell/events.ts';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { createWindow } from './app-window.ts';
import { isCommandLine, userArguments, workspaceArgument } from './arguments.ts';
import { runCommandLine } from './command-line.ts';
import { listen } from './ipc.ts';
import { openLog } from './log.ts';
import { collectOpenRequests } from './open-requests.ts';
import { createOpening } from './opening.ts';
import { openPreferences, systemLanguage } from './preferences.ts';
import { printPdf } from './print.ts';
import { registerScheme, serveApp } from './protocol.ts';
import { saveScreenshotWhenReady } from './screenshot.ts';
import { confineSession, focus } from './security.ts';
import { appOrigin, createGrants } from './security-rules.ts';
import { startService } from './service-client.ts';

const given = userArguments(process.argv, app.isPackaged);
const developmentUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

function resourcesFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources');
}

/** Everything that needs no window: it begins before the app is ready, so that the file is open when the page asks for it. */
function startShell(): void {
  app.setAppUserModelId('com.maillage.app');
  app.on('window-all-closed', () => app.quit());
  // An application in the background must still end when a script or the system asks it to.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit());
  const requests = collectOpenRequests(given);
  const preferences = openPreferences(app.getPath('userData'), () =>
    systemLanguage(process.platform, process.env, app.getLocale()),
  );
  const log = openLog(app.getPath('logs'));
  const grants = createGrants();
  // A name that nobody can foresee, a folder that nobody else may enter; the pid tells the next start that it was left.
  const temporary = mkdtempSync(join(app.getPath('temp'), `maillage-${process.pid}-`));

  let window: BrowserWindow | null = null;
  const emit = (event: AppEvent): void => {
    if (event.type === 'changed' || event.type === 'service') opening.changed();
    if (window !== null && !window.isDestroyed()) window.webContents.send('event', event);
  };
  let openPath: string | null = null;
  const onFile = (workspace: WorkspaceInfo | null): void => {
    openPath = workspace?.path ?? null;
    if (workspace === null) return;
    grants.allow(workspace.path);
    if (workspace.logAside !== null) grants.allow(workspace.logAside);
  };
  const remember = (path: string): void => {
    preferences.remember(path);
    app.addRecentDocument(path);
  };
  const onWorkspace = (workspace: WorkspaceInfo | null): void => {
    onFile(workspace);
    if (workspace !== null) remember(workspace.path);
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
  const opening = createOpening({
    preferences,
    ask: (name, input) => {
      const { lang, actor } = preferences.get();
      return service.call(name, input, { lang, actor, jobId: null });
    },
    tellPage: (path) => emit({ type: 'openRequest', path }),
    onOpened: onFile,
    remember,
  });
  const request = (path: string): void => {
    grants.allow(path);
    opening.request(path);
  };
  requests.listen(request, () => {
    if (window !== null) focus(window);
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

  const openWindow = async (): Promise<void> => {
    const { theme, lang } = preferences.get();
    nativeTheme.themeSource = theme;
    confineSession(
      session.defaultSession,
      developmentUrl === undefined ? [] : [developmentUrl, developmentUrl.replace(/^http/, 'ws')],
    );
    serveApp(session.defaultSession, join(__dirname, '../renderer'));
    const made = createWindow(preferences, (reason) => log.write('page', reason));
    window = made;
    listen({
      context: {
        window: made,
        preferences,
        grants,
        service,
        opening,
        logPath: log.path,
        runAction: (id) => emit({ type: 'action', id }),
        changed: () => emit({ type: 'changed' }),
      },
      allowedOrigins: developmentUrl === undefined ? [appOrigin] : [appOrigin, new URL(developmentUrl).origin],
      onWorkspace,
      onDropped: (paths) => {
        const workspace = workspaceArgument(paths, '/');
        if (workspace === null) emit({ type: 'filesDropped', paths });
        else request(workspace);
      },
    });
    // The language, so that the page asks for its words at once and not after the preferences.
    await made.loadURL(`${developmentUrl ?? `${appOrigin}/index.html`}?lang=${lang}`);
    await saveScreenshotWhenReady(made);
  };
  void app
    .whenReady()
    .then(openWindow)
    .catch((error: unknown) => {
      console.error(error);
      app.exit(1);
    });
}

registerScheme();
if (isCommandLine(given)) runCommandLine(given, resourcesFolder);
else if (app.requestSingleInstanceLock()) startShell();
else app.quit();
