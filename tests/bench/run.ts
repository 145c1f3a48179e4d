/**
 * `npm run bench [part of a name] [-- --against FILE]`: a table of ratios to a bare baseline in the same run, then the same as JSON.
 * With an earlier run's output in FILE it also says which figures are worse than chance explains, and ends with 1 if there is one.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/lib/build.ts';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.ts';
import { electronRuntime } from '../../scripts/lib/electron-runtime.ts';
import { compare, comparisonLines, readOutcomes } from './compare.ts';
import { csvBenches } from './csv.ts';
import { deckBenches } from './deck.ts';
import { growthBenches } from './growth.ts';
import { importBenches } from './imports.ts';
import { listBenches } from './lists.ts';
import { loadScrollBench } from './load-scroll.ts';
import { loadBenches } from './load.ts';
import { mapBenches } from './map.ts';
import { outcomeOf, type Bench, type Outcome } from './measure.ts';
import { networkBenches } from './network.ts';
import { refreshBenches } from './refresh.ts';
import { restBenches } from './rest.ts';
import { timelineBenches } from './timeline.ts';
import { windowBenches } from './window.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { against: { type: 'string' } } });
// Read first: an hour of benches is not to end on a mistyped name.
const earlier = values.against === undefined ? null : readOutcomes(readFileSync(values.against, 'utf8'));
const wanted = positionals[0] ?? '';

/** Those with a window need the app built and a display. */
const inWindow: Bench[] = [
  ...windowBenches('medium'),
  ...restBenches,
  ...mapBenches,
  loadScrollBench,
  ...timelineBenches,
];
const inService: Bench[] = [
  ...listBenches,
  ...importBenches,
  ...csvBenches,
  ...networkBenches,
  ...loadBenches,
  ...deckBenches,
  ...refreshBenches,
  ...growthBenches,
];
const isWanted = (bench: Bench): boolean => bench.name.includes(wanted);
const benches = [...inWindow, ...inService].filter(isWanted);
if (inWindow.some(isWanted)) {
  await electronRuntime();
  if (!hasDisplay()) await startVirtualDisplay();
  await build();
}
const outcomes: Outcome[] = [];
for (const bench of benches) {
  const outcome = outcomeOf(bench, await bench.run());
  outcomes.push(outcome);
  const shown = (value: number): string => `${value.toFixed(2).padStart(10)} ${outcome.unit}`;
  const memory =
    outcome.megabytes === null
      ? ''
      : ` ${outcome.megabytes.toFixed(0)} MB at most${outcome.atMost === null ? '' : ` (to reach ${outcome.atMost})`};`;
  console.log(
    `${outcome.name.padEnd(58)} ${shown(outcome.ours)}  ${shown(outcome.bare)}  x${outcome.ratio.toFixed(2).padStart(6)}  (to reach ${outcome.target}${outcome.reached ? '' : ', missed'}) against ${outcome.against}${memory} ${outcome.note}`,
  );
}
console.log(JSON.stringify(outcomes));
if (earlier === null) process.exit(0);
const comparison = compare(
  earlier.filter((one) => one.name.includes(wanted)),
  outcomes,
);
console.log(comparisonLines(comparison).join('\n'));
process.exit(comparison.verdicts.some((one) => one.verdict === 'worse') ? 1 : 0);
