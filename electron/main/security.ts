/** Applies the rules of safety to windows, sessions and links. */
import { shell, type BrowserWindow, type Session, type WebContents } from 'electron';
import { externalUrl, isLocalRequest } from './security-rules.ts';

export async function openExternal(text: string): Promise<void> {
  await shell.openExternal(externalUrl(text).toString());
}

/** Refuses what a page could ask for: another page, another window, a camera, a download, a web view. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

export function confineSession(session: Session, allowed: string[] = []): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // The app works offline: whatever asks for the network by mistake or malice gets nothing.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isLocalRequest(details.url, allowed) });
  });
}

export function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
