/** Runs a program of this project and waits for it; a signal to the script ends the program too. */
import { spawn, type SpawnOptions } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** The exit code of `node <file of a package> ...args`, with the terminal shared. */
export function runNode(file: string, args: string[] = [], options: SpawnOptions = {}): Promise<number> {
  return run(process.execPath, [resolve(root, file), ...args], options);
}

export function run(command: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((done, refuse) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.once('SIGTERM', forward);
    process.once('SIGINT', forward);
    child.on('error', refuse);
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', forward);
      done(code ?? (signal === null ? 1 : 128));
    });
  });
}
