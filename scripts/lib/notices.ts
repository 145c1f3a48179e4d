/** The licences of everything that leaves with the app: what is bundled, what is unpacked, fonts and geographic data. */
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

interface Package {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

function describe(folder: string): Package | null {
  const path = join(folder, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Package) : null;
}

const importPattern = /from\s+['"]([^'".#][^'"]*)['"]|import\s+['"]([^'".#][^'"]*)['"]/g;

/** Packages that the sources name, and all that these depend on. */
function shipped(): Map<string, string> {
  const wanted: string[] = ['electron'];
  for (const file of globSync(['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'], { cwd: root })) {
    for (const match of readFileSync(join(root, file), 'utf8').matchAll(importPattern)) {
      const target = match[1] ?? match[2] ?? '';
      if (!target.startsWith('node:'))
        wanted.push(
          target
            .split('/')
            .slice(0, target.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
  }
  const found = new Map<string, string>();
  while (wanted.length > 0) {
    const name = wanted.pop() ?? '';
    const folder = join(root, 'node_modules', name);
    const description = found.has(name) ? null : describe(folder);
    if (description === null) continue;
    found.set(name, folder);
    if (name !== 'electron') wanted.push(...Object.keys(description.dependencies ?? {}));
  }
  return found;
}

export interface ThirdParty {
  name: string;
  version: string;
  /** The licence as the package names it; empty when it names none. */
  licence: string;
  /** The words of the licence; empty when the package does not carry them. */
  text: string;
}

/** Every work that leaves with the app, by name. */
export function thirdParties(): ThirdParty[] {
  return [...shipped()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, path]) => {
      const description = describe(path);
      const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
      return {
        name,
        version: description?.version ?? '',
        licence: description?.license ?? '',
        text: file === undefined ? '' : readFileSync(join(path, file), 'utf8').trim(),
      };
    });
}

/** Writes `dist/notices/THIRD-PARTY-NOTICES.txt` and answers how many works it names. */
export function writeNotices(): number {
  const folder = join(root, 'dist/notices');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const parts = thirdParties().map(
    ({ name, version, licence, text }) => `${name} ${version}\nLicence: ${licence}\n\n${text}`,
  );
  const geo = join(root, 'resources/geo/ATTRIBUTION.md');
  if (existsSync(geo)) parts.push(readFileSync(geo, 'utf8').trim());
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
  return parts.length;
}
