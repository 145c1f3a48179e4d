/** `npm run bench [part of a name]`: a table of ratios to a bare baseline in the same run, then the same as JSON. */
import { build } from '../../scripts/lib/build.ts';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.ts';
import { electronRuntime } from '../../scripts/lib/electron-runtime.ts';
import { csvBenches } from './csv.ts';
import { deckBenches } from './deck.ts';
import { importBenches } from './imports.ts';
import { listBenches } from './lists.ts';
import { loadScrollBench } from './load-scroll.ts';
import { loadBenches } from './load.ts';
import { mapBenches } from './map.ts';
import { outcomeOf, type Bench, type Outcome } from './measure.ts';
import { networkBenches } from './network.ts';
import { timelineBenches } from './timeline.ts';
import { windowBenches } from './window.ts';

const wanted = process.argv[2] ?? '';
const benches: Bench[] = [
  ...windowBenches('medium'),
  ...listBenches,
  ...importBenches,
  ...csvBenches,
  ...networkBenches,
  ...mapBenches,
  ...loadBenches,
  loadScrollBench,
  ...timelineBenches,
  ...deckBenches,
].filter((bench) => bench.name.includes(wanted));
await electronRuntime();
if (!hasDisplay()) await startVirtualDisplay();
await build();
const outcomes: Outcome[] = [];
for (const bench of benches) {
  const outcome = outcomeOf(bench, await bench.run());
  outcomes.push(outcome);
  console.log(
    `${outcome.name.padEnd(58)} ${outcome.ours.toFixed(2).padStart(10)} ms  ${outcome.bare.toFixed(2).padStart(10)} ms  x${outcome.ratio.toFixed(2).padStart(6)}  (to reach ${outcome.target}${outcome.reached ? '' : ', missed'}) against ${outcome.against} ${outcome.note}`,
  );
}
console.log(JSON.stringify(outcomes));
process.exit(0);
