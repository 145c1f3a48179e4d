/** Finds the file behind an address of the page, and never one outside its folder. */
import { realpath } from 'node:fs/promises';
import { join, normalize, resolve, sep } from 'node:path';

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
