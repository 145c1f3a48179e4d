/** A disk of a given size that tests can fill, make read-only or take away: a real file system in memory, mounted by root. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why there can be no such disk here, or null. */
export const noDisk: string | null =
  process.platform !== 'linux'
    ? 'a disk in memory is mounted on Linux only'
    : process.getuid?.() === 0
      ? null
      : 'mounting a disk takes root';

export interface SmallDisk {
  folder: string;
  /** Leaves so many bytes free. */
  fill: (free?: number) => void;
  empty: () => void;
  setReadOnly: (value: boolean) => void;
  remove: () => void;
}

export function smallDisk(kilobytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-disk-'));
  const mount = (...args: string[]): void => void execFileSync('mount', args);
  mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (free = 0) => {
      writeFileSync(ballast, '');
      const { bavail, bsize } = statfsSync(folder);
      appendFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free)));
    },
    empty: () => rmSync(ballast, { force: true }),
    setReadOnly: (value) => mount('-o', `remount,${value ? 'ro' : 'rw'}`, folder),
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
