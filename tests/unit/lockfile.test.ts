// The lock file names every package that `npm ci` looks for, those of other systems included: it refuses to install anything
// otherwise, on every machine (a registry that lacks one makes `npm install` leave it out without a word).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Entry>;
};

/** Whether a package found at `from` resolves `name` inside the lock, nearest folder first as Node does. */
function resolves(from: string, name: string): boolean {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (`${base ? `${base}/` : ''}node_modules/${name}` in lock.packages) return true;
    if (!base) return false;
  }
}

test('the lock file names the optional packages of every system', () => {
  const missing = Object.entries(lock.packages).flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !resolves(at, name))
      .map((name) => `${at} wants ${name}`),
  );
  expect(missing).toEqual([]);
});
