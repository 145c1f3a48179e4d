/** The system libraries that Electron needs on Linux: installed when that is possible, else named. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say, giveUp } from './say.ts';

const packages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'fonts-dejavu',
  'fonts-liberation',
];
const display = ['xvfb', 'xauth'];

function lacks(executable: string): boolean {
  const answer = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return answer.stdout.includes('not found');
}

function has(command: string): boolean {
  return ['/usr/bin', '/usr/local/bin', '/bin'].some((folder) => existsSync(`${folder}/${command}`));
}

export function systemCommand(missing: string[]): string {
  return `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
}

/** Makes sure that the binary can start and, if asked, that a virtual display can be had. Ends the script when it cannot. */
export function ensureSystemLibraries(executable: string, needsDisplay: boolean): void {
  if (process.platform !== 'linux') return;
  const missing = [...(lacks(executable) ? packages : []), ...(needsDisplay && !has('Xvfb') ? display : [])];
  if (missing.length === 0) return;
  const command = systemCommand(missing);
  if (process.getuid?.() !== 0 || !has('apt-get'))
    giveUp(
      `system libraries are missing. Install them with:\n  sudo ${command}\n(on another Linux, its packages of the same libraries)`,
    );
  say(`installing missing system libraries: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } catch {
    giveUp(`the libraries could not be installed. Run:\n  ${command}`);
  }
}
