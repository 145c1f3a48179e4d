/** A display to draw on: the machine's own, or a virtual one that ends with the script. */
import { spawn, type ChildProcess } from 'node:child_process';
import { giveUp } from './say.ts';

export function hasDisplay(): boolean {
  return (
    process.platform !== 'linux' ||
    (process.env['DISPLAY'] ?? '') !== '' ||
    (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
  );
}

/** Starts a virtual display and points DISPLAY at it. The server itself finds a free number: several may start at once. */
export async function startVirtualDisplay(): Promise<ChildProcess> {
  // Plain Xvfb and not xvfb-run, which hangs where its parent ignores SIGUSR1.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => server.kill());
  const number = await new Promise<string>((done) => {
    let text = '';
    server.stdio[3]?.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes('\n')) done(text.trim());
    });
    server.on('error', () => done(''));
    server.on('exit', () => done(''));
  });
  if (number === '') giveUp('no virtual display could be started (Xvfb).');
  process.env['DISPLAY'] = `:${number}`;
  return server;
}
