/** The rules of safety as plain functions: what a page may run, ask for, name and reach. Nothing here needs a window. */
import { resolve } from 'node:path';
import type { WebFrameMain } from 'electron';
import { AppError } from '#shared/base/result.ts';

export const appScheme = 'app';
export const appOrigin = 'app://maillage';

/** Nothing by default; only what the app itself ships. Styles are inline because Mantine sets them on elements. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const windowPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
} as const;

/** Whether a message comes from the top frame of our own page; an empty or about:blank sender is nobody. */
export function isTrustedSender(frame: Pick<WebFrameMain, 'url' | 'parent'> | null, allowedOrigins: string[]): boolean {
  if (frame === null || frame.parent !== null || frame.url === '' || frame.url === 'about:blank') return false;
  let url: URL;
  try {
    url = new URL(frame.url);
  } catch {
    return false;
  }
  return allowedOrigins.includes(`${url.protocol}//${url.host}`);
}

/** The one way out: only https and mailto, and only without credentials in the address. */
export function externalUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new AppError('forbidden', { what: 'url' });
  }
  if ((url.protocol !== 'https:' && url.protocol !== 'mailto:') || url.username !== '' || url.password !== '')
    throw new AppError('forbidden', { what: 'url' });
  return url;
}

/** Addresses that stay on this machine; `extra` adds schemes (printing reads a file) or the address of the development server. */
export function isLocalRequest(url: string, extra: string[] = []): boolean {
  return [`${appScheme}:`, 'data:', 'blob:', 'devtools:', ...extra].some((start) => url.startsWith(start));
}

/** Which files the page may name: those the user chose in a dialog, dropped, or opened before. */
export interface Grants {
  allow: (path: string) => void;
  isAllowed: (path: string) => boolean;
}

export function createGrants(): Grants {
  const granted = new Set<string>();
  return { allow: (path) => granted.add(resolve(path)), isAllowed: (path) => granted.has(resolve(path)) };
}

const pathKey = /(^p|P)ath(s?)$|(^d|D)ir$/;

/** The files and folders in a call's input: every value under a key that ends in `path`, `paths` or `dir`. */
export function pathsIn(input: unknown): string[] {
  if (input === null || typeof input !== 'object') return [];
  return Object.entries(input).flatMap(([key, value]) => {
    if (pathKey.test(key))
      return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
    return typeof value === 'object' ? pathsIn(value) : [];
  });
}

/** Throws `forbidden` for a path that nobody granted: a page that was taken over still cannot read the disk. */
export function assertGranted(grants: Grants, input: unknown): void {
  for (const path of pathsIn(input)) {
    if (!grants.isAllowed(path)) throw new AppError('forbidden', { what: 'path', path });
  }
}
