/** Builds main, preload, service, command line and page into `out/`, unless nothing changed since the last time. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, runNode } from './run.ts';
import { giveUp } from './say.ts';

const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'postcss.config.js', 'package-lock.json'];
const stampFile = join(root, 'out/.stamp');

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

function stamp(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(join(root, source))).sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

export async function build(): Promise<void> {
  const now = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
  const code = await runNode('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
  if (code !== 0) giveUp('the build failed.');
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, now);
}
