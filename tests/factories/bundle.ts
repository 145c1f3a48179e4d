/** A program of ours in one file, as the app ships it: started a hundred times by tests, it begins in a third of the time. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/maillage-tests');

function sourceFiles(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => sourceFiles(join(path, name))) : [path];
}

/** The path of the bundle of `entry` (from the root); made anew when a source has changed. Run it with `bundleEnv`. */
export async function bundled(entry: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [
    ...['electron', 'shared'].flatMap((source) => sourceFiles(join(root, source))).sort(),
    join(root, entry),
    join(root, 'package-lock.json'),
  ])
    hash.update(file).update(readFileSync(file));
  const name = `${basename(entry, '.ts')}-`;
  const path = join(folder, `${name}${hash.digest('hex').slice(0, 16)}.cjs`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder))
    if (old.startsWith(name) && old.endsWith('.cjs')) rmSync(join(folder, old), { force: true });
  // Two files of tests may want the same at once: each makes its own and one takes the name.
  const own = join(folder, `${name}${process.pid}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir: own,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: ['better-sqlite3', 'sharp'],
        output: { format: 'cjs', entryFileNames: 'bundle.cjs', codeSplitting: false },
      },
    },
  });
  renameSync(join(own, 'bundle.cjs'), path);
  rmSync(own, { recursive: true, force: true });
  return path;
}

/** What a bundle needs to find beside what it inherits. */
export const bundleEnv = { ...process.env, MAILLAGE_RESOURCES: join(root, 'resources') };
