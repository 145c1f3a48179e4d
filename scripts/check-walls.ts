/** `npm run check`, part walls: refuses an import that crosses a wall of the house. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './lib/run.ts';
import { importsOf, judge } from './lib/walls.ts';

const files = globSync(['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'], { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
);
let broken = 0;
for (const file of files) {
  for (const target of importsOf(readFileSync(join(root, file), 'utf8'))) {
    const isPackage = !target.startsWith('.') && !target.startsWith('#');
    const path = target.startsWith('#shared/')
      ? target.slice(1)
      : isPackage
        ? target
        : relative(root, join(root, dirname(file), target)).replaceAll('\\', '/');
    const reason = judge(file, path, isPackage);
    if (reason === null) continue;
    broken += 1;
    console.error(`${file}: ${reason}`);
  }
}
if (broken > 0) process.exit(1);
console.log(`walls: ${files.length} files, none broken`);
