/**
 * Takes many thousand generated files of people in twice: `node tests/properties/people-twice.ts [files] [seed]`. Too long
 * for every day, when `tests/service/import-twice.test.ts` tries a few of them.
 */
import fc from 'fast-check';
import { peopleFile, peopleTaker } from '../factories/people-files.ts';
import { testWorkspace } from '../factories/workspace.ts';

const files = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2_147_483_647));
console.log(`${files} files, seed ${seed}`);
const workspace = await testWorkspace();
// Nothing here has to outlive a power cut.
workspace.service.workspace?.writer?.pragma('synchronous = OFF');
const taker = peopleTaker(workspace);
let done = 0;
let changed = 0;
const started = Date.now();
const result = await fc.check(
  fc.asyncProperty(peopleFile, peopleFile, async (before, file) => {
    taker.clear();
    await taker.take(before, []);
    const known = taker.ids();
    const first = await taker.take(file, known);
    const again = await taker.take(file, known);
    done += 1;
    if (first.created + first.updated > 0) changed += 1;
    if (done % 1000 === 0) console.log(`${done} files, ${Math.round((Date.now() - started) / 1000)} s`);
    if (again.created + again.updated > 0) throw new Error(`changed again: ${JSON.stringify([first, again])}`);
  }),
  { numRuns: files, seed },
);
if (result.failed && result.counterexample !== null) {
  const [before, file] = result.counterexample;
  console.log(`seed ${result.seed}, path ${result.counterexamplePath ?? ''}`, result.errorInstance);
  console.log(`${before.text}\n\n${file.text}\n\n${JSON.stringify(file.input)}`);
} else
  console.log(
    `${done} files taken in twice, ${changed} of them changed something the first time: nothing changed again`,
  );
await workspace.close();
process.exitCode = result.failed ? 1 : 0;
