/** Serves the page from its folder under app://, and nothing outside that folder. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { fileFor } from './app-files.ts';
import { appScheme, contentSecurityPolicy } from './security-rules.ts';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.webp': 'image/webp',
};

/** Must run before the app is ready. `codeCache`: from its third start on the page's code is read compiled. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false, codeCache: true },
    },
  ]);
}

/** What answers an address of the page: its file's bytes with the headers that confine it, or null. */
async function answerOf(
  folder: string,
  address: string,
): Promise<{ data: Buffer; headers: Record<string, string> } | null> {
  const file = await fileFor(folder, address);
  if (file === null) return null;
  const lang = new URL(address).searchParams.get('lang');
  return {
    data: await readFile(file),
    headers: {
      // Its words come beside the page, not after its code.
      ...(lang === 'fr' || lang === 'en' ? { link: `<./assets/words-${lang}.js>; rel=modulepreload` } : {}),
      'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
  };
}

/**
 * Not by `protocol.handle`: its first answer loads Node's whole client for the network (45 to 75 ms in which the window waits),
 * of which this app must never make use.
 */
export function serveApp(session: Session, folder: string): void {
  const missing = { statusCode: 404, data: Buffer.alloc(0) };
  session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    if (request.method !== 'GET') {
      answer(missing);
      return;
    }
    answerOf(folder, request.url).then(
      (found) => answer(found ?? missing),
      () => answer(missing),
    );
  });
}
