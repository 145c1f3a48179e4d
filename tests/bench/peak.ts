/** The most memory that this process has had. */
import { readFileSync } from 'node:fs';

/** In MB. On Linux the count of the process's own memory: `maxRSS` of a forked process begins with what its parent had. */
export function peakMegabytes(): number {
  const own = process.platform === 'linux' ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) : null;
  return own === null ? process.resourceUsage().maxRSS / 1024 : Number(own[1]) / 1024;
}
