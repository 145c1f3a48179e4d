/**
 * `npm run mutants`: puts small faults into the code and its SQL, one at a time, and says which of them no test notices. Not part
 * of the daily run: a folder takes minutes. `--paths a,b` (files or folders), `--tests a,b`, `--sample N` with `--seed S`, `--only TEXT`
 * (mutants whose name has it), `--budget SECONDS` of tests for each, `--patience SECONDS`
 * until one that hangs is stopped, `--json FILE`. Survivors that were looked at stand in tests/mutants/survivors.md; the others are NEW.
 */
import { globSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mutant } from './lib/mutants/instrument.ts';
import { explained, nameOf } from './lib/mutants/survivors.ts';
import { tryMutants, type Verdict } from './lib/mutants/trials.ts';
import { root } from './lib/run.ts';

/** What these try lives in another process, waits for the clock, or takes a minute. */
const elsewhere =
  /(kill|full-disk|moved-file|read-only|announce|beside|cli.*|demo.*|deck-office|every-write|freshness|import-(archives|damaged|hostile|xlsx)|reasons|runtime|walls|bench-compare|office-judge|pptx|lockfile|mutants)\.test\.ts$/;

const { values } = parseArgs({
  options: {
    paths: { type: 'string', default: 'electron/service/domain,electron/service/records' },
    tests: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    budget: { type: 'string', default: '30' },
    patience: { type: 'string', default: '90' },
    json: { type: 'string' },
  },
});

const filesOf = (paths: string, pattern: string): string[] =>
  paths
    .split(',')
    .flatMap((path) =>
      statSync(join(root, path)).isDirectory() ? globSync(`${path}/**/${pattern}`, { cwd: root }) : [path],
    )
    .sort();

/** The same ones for the same seed (mulberry32). */
function sampleOf(mutants: Mutant[], size: number, seed: number): Mutant[] {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return mutants
    .map((mutant) => ({ mutant, key: next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .map(({ mutant }) => mutant);
}

function pick(mutants: Mutant[]): Mutant[] {
  const { only, sample } = values;
  const named = only === undefined ? mutants : mutants.filter((mutant) => nameOf(mutant).includes(only));
  return sample === undefined ? named : sampleOf(named, Number(sample), Number(values.seed));
}

const started = Date.now();
const verdicts = await tryMutants({
  root,
  files: filesOf(values.paths, '*.ts'),
  tests:
    values.tests === undefined
      ? filesOf('tests/unit,tests/service', '*.test.ts').filter((path) => !elsewhere.test(path))
      : filesOf(values.tests, '*.test.ts'),
  pick,
  budget: Number(values.budget) * 1000,
  patience: Number(values.patience) * 1000,
  say: (words) => console.log(`${((Date.now() - started) / 60_000).toFixed(1)} min: ${words}`),
});

const known = explained(join(root, 'tests/mutants/survivors.md'));
const why: Record<string, string> = {
  survived: 'no test fails',
  unfelt: 'makes no difference in any test',
  unreached: 'no test gets there',
};
const isAlive = ({ outcome }: Verdict): boolean => outcome in why;
const counted = verdicts.filter(({ outcome }) => outcome !== 'types');
const alive = counted.filter(isAlive);
for (const verdict of alive) {
  const reason = known.get(nameOf(verdict));
  const cut = verdict.cut ? ' (tests left out for time)' : '';
  console.log(
    `- ${nameOf(verdict)}${reason === undefined ? ` NEW, line ${verdict.line}: ${why[verdict.outcome]}${cut}` : `: ${reason}`}`,
  );
}
// What was explained and is there no more says nothing; only a whole run can tell.
if (values.only === undefined && values.sample === undefined) {
  const names = new Set(verdicts.map(nameOf));
  const files = new Set(verdicts.map(({ file }) => `\`${file}\``));
  for (const name of known.keys())
    if (files.has(name.slice(0, name.indexOf('`', 1) + 1)) && !names.has(name)) console.log(`- ${name} GONE`);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(verdicts, null, 1)}\n`);
const fresh = alive.filter((verdict) => !known.has(nameOf(verdict))).length;
const hung = counted.filter(({ outcome }) => outcome === 'hung').length;
const share = counted.length === 0 ? 0 : (100 * alive.length) / counted.length;
console.log(
  `${counted.length} mutants: ${alive.length} survived (${share.toFixed(1)} %), ${fresh} of them new; ${hung} never came to an end. ` +
    `${verdicts.length - counted.length} of weight to the types alone are not counted.`,
);
