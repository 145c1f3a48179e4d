/** From files to verdicts: measures which tests feel which mutants, tries each by them, and says what became of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chooseFile } from './choose.ts';
import { instrument, type Mutant } from './instrument.ts';
import type { Line, Plan, Trial } from './plan.ts';
import { readLines, runPlan, type House } from './session.ts';

export interface Verdict extends Mutant {
  outcome: 'killed' | 'hung' | 'survived' | 'unreached' | 'unfelt' | 'types';
  /** The test that failed, or null. */
  by: string | null;
  /** Tests that feel it were left out for want of time. */
  cut: boolean;
}

export interface Request {
  root: string;
  /** Files to mutate and test files, as paths in the project. */
  files: string[];
  tests: string[];
  /** Which of all mutants to try. */
  pick: (mutants: Mutant[]) => Mutant[];
  budget: number;
  /** Milliseconds. */
  patience: number;
  say: (words: string) => void;
}

type Measured = Extract<Line, { kind: 'measured' }>;

function trialsOf(mutants: Mutant[], measured: Measured[]): { trials: Trial[]; rest: Verdict[] } {
  const trials: Trial[] = [];
  const rest: Verdict[] = [];
  const seen = measured.map((line) => ({
    ...line,
    hits: new Map(line.hits),
    felt: new Set(line.felt),
    gates: new Set(line.gates),
  }));
  for (const mutant of mutants) {
    const without = (outcome: Verdict['outcome']): void => void rest.push({ ...mutant, outcome, by: null, cut: false });
    const reached = seen.filter(({ hits }) => hits.has(mutant.id));
    if (mutant.gate !== null && !seen.some(({ gates }) => gates.has(mutant.gate ?? ''))) without('types');
    else if (reached.length === 0) without('unreached');
    else {
      const felt = reached.filter((line) => line.felt.has(mutant.id));
      const most = Math.max(...reached.map(({ hits }) => hits.get(mutant.id) ?? 0));
      if (felt.length === 0) without('unfelt');
      else
        trials.push({
          id: mutant.id,
          file: mutant.file,
          early: mutant.early,
          limit: 100_000 + most * 100,
          files: felt.map(({ file, ms }) => ({ path: file, ms })),
        });
    }
  }
  // Those that need the files read again come last, together.
  return { trials: trials.sort((a, b) => Number(a.early) - Number(b.early)), rest };
}

/** Every mutant picked, with its verdict, in the order of the files. */
export async function tryMutants(request: Request): Promise<Verdict[]> {
  const { root, say } = request;
  const all: Mutant[] = [];
  const texts = new Map<string, string>();
  for (const file of request.files) {
    const { text, mutants } = instrument(readFileSync(join(root, file), 'utf8'), file, all.length);
    all.push(...mutants);
    texts.set(join(root, file), text);
  }
  const picked = request.pick(all);
  say(`${all.length} mutants in ${request.files.length} files, ${picked.length} to try`);
  const folder = mkdtempSync(join(tmpdir(), 'maillage-mutants-'));
  try {
    const house: House = { root, texts, tests: request.tests.map((test) => join(root, test)) };
    const shared = { budget: request.budget, kills: {}, clock: join(folder, 'clock.json') };
    const measures = join(folder, 'measured.jsonl');
    await runPlan(house, { ...shared, trials: null, results: measures }, folder, 600_000);
    const measured = readLines(measures).filter((line) => line.kind === 'measured');
    for (const { file, failed } of measured)
      if (failed !== null) say(`left out, as it fails without a mutant: ${relative(root, file)} (${failed})`);
    const sound = measured.filter(({ failed }) => failed === null);
    say(`${sound.length} test files measured in ${Math.round(sound.reduce((sum, { ms }) => sum + ms, 0) / 1000)} s`);
    const { trials, rest } = trialsOf(picked, sound);
    const tried = await tryAll(house, trials, { ...shared, results: join(folder, 'tried.jsonl') }, folder, request);
    const verdicts = [...rest, ...tried.map(({ id, ...verdict }) => ({ ...(all[id] as Mutant), ...verdict }))];
    return verdicts.sort((a, b) => a.id - b.id);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Tried = Pick<Verdict, 'id' | 'outcome' | 'by' | 'cut'>;

async function tryAll(
  house: House,
  trials: Trial[],
  shared: Omit<Plan, 'trials'>,
  folder: string,
  request: Request,
): Promise<Tried[]> {
  const done = new Map<number, Tried>();
  let idle = 0;
  for (;;) {
    const left = trials.filter(({ id }) => !done.has(id));
    const [first] = left;
    if (first === undefined) return [...done.values()];
    const start = chooseFile({ ...shared, trials: left }, first, new Map());
    if (start === null) throw new Error('a mutant without a test');
    rmSync(shared.results, { force: true });
    const before = done.size;
    const hung = await runPlan({ ...house, tests: [start] }, { ...shared, trials: left }, folder, request.patience);
    for (const line of readLines(shared.results)) {
      if (line.kind === 'tried') {
        const by = line.by === null ? null : `${line.file ?? ''}: ${line.by}`;
        done.set(line.id, { id: line.id, outcome: line.by === null ? 'survived' : 'killed', by, cut: line.cut });
        if (line.file !== null) {
          const pair = `${trials.find(({ id }) => id === line.id)?.file ?? ''} ${line.file}`;
          shared.kills[pair] = (shared.kills[pair] ?? 0) + 1;
        }
      }
      // What a spoiled process said is asked again.
      if (line.kind === 'proof' && line.failed !== null) for (const id of line.ids) done.delete(id);
    }
    if (hung !== null) done.set(hung, { id: hung, outcome: 'hung', by: 'it never came to an end', cut: false });
    request.say(`${done.size} of ${trials.length} tried`);
    idle = done.size > before ? 0 : idle + 1;
    if (idle === 2) {
      // What stops its process twice without a word is stopped by it.
      done.set(first.id, { id: first.id, outcome: 'hung', by: 'it ends the process', cut: false });
      idle = 0;
    }
  }
}
