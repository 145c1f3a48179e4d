/** The most memory of its own that this process has had. */
import { readFileSync } from 'node:fs';

/**
 * In MB. On Linux the most that was resident, but for what is mapped of files (the program, the database), which is the
 * system's to take back; not `maxRSS`, which in a forked process begins with what its parent had.
 */
export function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const status = readFileSync('/proc/self/status', 'utf8');
  const of = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return of('VmHWM') - of('RssFile');
}
