/** Serves the page from its folder under app://, and nothing outside that folder. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { appScheme, contentSecurityPolicy } from './security.ts';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.webp': 'image/webp',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false } }]);
}

/**
 * The file behind an app:// address, or null when there is none in the folder. Decoded once, so that `%2e%2e` cannot climb;
 * links are followed before the check, so that one cannot lead out either.
 */
export async function fileFor(folder: string, address: string): Promise<string | null> {
  let path: string;
  try {
    const url = new URL(address);
    if (url.host !== 'maillage') return null;
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const wanted = resolve(join(folder, normalize(path === '/' ? '/index.html' : path)));
  const root = await realpath(folder);
  const real = await realpath(wanted).catch(() => null);
  return real !== null && real.startsWith(root + sep) ? real : null;
}

export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const file = request.method === 'GET' ? await fileFor(folder, request.url) : null;
    if (file === null) return new Response('', { status: 404 });
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
  });
}
