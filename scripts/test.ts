/** `npm test`: the check, then the real app in the real Electron; one line counts it all. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.ts';
import { root, runNode } from './lib/run.ts';

const results = join(root, 'node_modules/.cache/maillage-e2e.json');
rmSync(results, { force: true });
const checked = await check();
const code = await runNode('scripts/test-e2e.ts', ['--reporter=list,json'], {
  env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: results },
});
let passed = checked.passed;
let failed = checked.failed;
try {
  const { stats } = JSON.parse(readFileSync(results, 'utf8')) as {
    stats: { expected: number; unexpected: number };
  };
  passed += stats.expected;
  failed += stats.unexpected;
  if (code !== 0 && stats.unexpected === 0) failed += 1;
} catch {
  failed += 1; // Playwright did not come to its end.
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
