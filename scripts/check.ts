/** `npm run check`: format, types, lint, walls, words, unused code, unit and service tests, side by side. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/run.ts';

export interface Tally {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  args: string[];
}

const results = join(root, 'node_modules/.cache/maillage-vitest.json');
const vitest: Step = {
  name: 'tests',
  args: [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ],
};
const steps: Step[] = [
  { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'walls', args: ['scripts/check-walls.ts'] },
  { name: 'words', args: ['scripts/check-i18n.ts'] },
  { name: 'unused', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
];

function runStep({ name, args }: Step): Promise<boolean> {
  return new Promise((done) => {
    const [file = '', ...rest] = args;
    const child = spawn(process.execPath, [join(root, file), ...rest], {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('exit', (code) => {
      const good = code === 0;
      console.log(`${good ? 'ok  ' : 'FAIL'} ${name}`);
      if (!good || name === 'tests') console.log(output.trimEnd());
      done(good);
    });
  });
}

/** Every step counts as one check beside the tests it runs. */
export async function check(): Promise<Tally> {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  rmSync(results, { force: true });
  const quick = (async () => {
    const good: boolean[] = [];
    for (const step of steps) good.push(await runStep(step));
    return good;
  })();
  const [checks, testsRan] = await Promise.all([quick, runStep(vitest)]);
  const tally: Tally = { passed: checks.filter(Boolean).length, failed: checks.filter((good) => !good).length };
  try {
    const counts = JSON.parse(readFileSync(results, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numFailedTestSuites: number;
    };
    tally.passed += counts.numPassedTests;
    tally.failed += counts.numFailedTests;
    if (!testsRan && counts.numFailedTests === 0) tally.failed += 1;
  } catch {
    tally.failed += 1; // The runner itself did not come to its end.
  }
  return tally;
}

if (import.meta.main) {
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
