/** A display to draw on: the machine's own, or a virtual one that ends with the script. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { giveUp } from './say.ts';

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Starts a virtual display and points DISPLAY at it. Several may run beside each other. */
export async function startVirtualDisplay(): Promise<ChildProcess> {
  for (let number = 99; number < 200; number += 1) {
    if (existsSync(`/tmp/.X11-unix/X${number}`) || existsSync(`/tmp/.X${number}-lock`)) continue;
    // Plain Xvfb and not xvfb-run, which hangs where its parent ignores SIGUSR1.
    const server = spawn('Xvfb', [`:${number}`, '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
    process.once('exit', () => server.kill());
    for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt += 1) {
      if (existsSync(`/tmp/.X11-unix/X${number}`)) {
        process.env['DISPLAY'] = `:${number}`;
        return server;
      }
      await wait(50);
    }
    server.kill();
  }
  return giveUp('no virtual display could be started (Xvfb).');
}
