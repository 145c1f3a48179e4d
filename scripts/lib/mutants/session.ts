/** One run of Vitest over a plan: the mutated files are served to it, and a mutant that hangs is stopped from outside. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import type { Line, Plan } from './plan.ts';

export interface House {
  /** The project's folder. */
  root: string;
  /** Test files, absolute. */
  tests: string[];
  /** Mutated text by absolute path. */
  texts: ReadonlyMap<string, string>;
}

interface Clock {
  pid: number;
  id: number;
  at: number;
}

export const readLines = (path: string): Line[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line)
    : [];

/** Runs the plan to its end, or until a mutant hangs for longer than `patience`, in milliseconds: then answers its id. */
export async function runPlan(house: House, plan: Plan, folder: string, patience: number): Promise<number | null> {
  const planPath = join(folder, 'plan.json');
  writeFileSync(planPath, JSON.stringify(plan));
  writeFileSync(plan.clock, '');
  process.env['MAILLAGE_SEED'] = '1';
  const vitest = await createVitest(
    'test',
    {
      root: house.root,
      config: false,
      watch: false,
      include: house.tests,
      pool: 'forks',
      isolate: false,
      // It would keep the mutated texts, and give them to the next run, which has others.
      fsModuleCache: false,
      maxWorkers: 1,
      silent: true,
      passWithNoTests: true,
      dangerouslyIgnoreUnhandledErrors: true,
      reporters: [{}],
      runner: resolve(import.meta.dirname, 'runner.ts'),
      env: { MAILLAGE_MUTANTS: planPath },
      testTimeout: 20_000,
      hookTimeout: 20_000,
    },
    {
      plugins: [
        {
          name: 'mutants',
          enforce: 'pre',
          load: (id) => house.texts.get(id.split('?')[0] ?? '') ?? null,
        },
      ],
    },
  );
  let hung: number | null = null;
  const watch = setInterval(() => {
    const text = readFileSync(plan.clock, 'utf8');
    if (text === '') return;
    const clock = JSON.parse(text) as Clock;
    if (Date.now() - clock.at < patience || hung === clock.id) return;
    hung = clock.id;
    process.kill(clock.pid, 'SIGKILL');
  }, 500);
  try {
    const project = vitest.getRootProject();
    await vitest.runTestSpecifications(house.tests.map((path) => project.createSpecification(path)));
  } finally {
    clearInterval(watch);
    await vitest.close();
    // Tests that fail are what is wanted here.
    process.exitCode = 0;
  }
  return hung;
}
