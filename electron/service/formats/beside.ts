/** What the app writes beside a path it was given: under names that nobody can foresee, never through a link, and swept when left. */
import { randomBytes } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/base/result.ts';

// Says whose it is, so that what a killed process left can be told from what another is still writing.
const machine =
  hostname()
    .replace(/[^A-Za-z0-9-]/g, '-')
    .slice(0, 40) || 'localhost';
const ours = new RegExp(`\\.${machine}-(\\d+)-[0-9a-f]+\\.maillage-partial(-journal|-wal|-shm)?$`);
/** As versions before named them. */
const oursOnce = /\.maillage\.(\d+)\.partial(-journal|-wal|-shm)?$/;
/** File systems take names of 255 bytes. */
const maximumNameBytes = 140;

/** A name beside `target` for its unfinished form; `sweepPartials` knows it again. */
export function partialName(target: string): string {
  let name = basename(target);
  while (Buffer.byteLength(name) > maximumNameBytes) name = [...name].slice(0, -1).join('');
  return join(dirname(target), `${name}.${machine}-${process.pid}-${randomBytes(4).toString('hex')}.maillage-partial`);
}

/** Makes an empty file that was not there; a link of that name is not followed. Throws what the system says. */
export function makeExclusively(path: string): void {
  closeSync(openSync(path, 'wx'));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/**
 * Throws `link_refused` when one of these names, which the app chose itself, is a link: in a folder that came from elsewhere
 * it would lead our writing to any file of the user.
 */
export function refuseLinks(paths: string[]): void {
  const path = paths.find(isLink);
  if (path !== undefined) throw new AppError('link_refused', { path });
}

/** Whether a process of this machine lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Removes from a folder the unfinished files of processes of this machine that are no more. Never throws: it only tidies up. */
export function sweepPartials(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = (ours.exec(name) ?? oursOnce.exec(name))?.[1];
      if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // A folder that cannot be listed or changed keeps what lies in it.
  }
}

const temporaryName = /^maillage-(\d+)(-[A-Za-z0-9]{6})?$/;

/** Removes the temporary folders that killed processes of ours left; another user's stay. Never throws. */
export function sweepTemporary(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = temporaryName.exec(name)?.[1];
      if (pid === undefined || isAlive(Number(pid))) continue;
      const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
      const isOurs = stat?.isDirectory() === true && (process.getuid === undefined || stat.uid === process.getuid());
      if (isOurs) rmSync(join(folder, name), { recursive: true, force: true });
    }
  } catch {
    // What cannot be removed now is left to the next start.
  }
}
