/** Vitest's runner for mutants: one process measures every test file once, or tries mutant after mutant, each by the files that feel it. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import {
  TestRunner,
  vi,
  type RunnerTask,
  type RunnerTestCase,
  type RunnerTestFile,
  type RunnerTestSuite,
} from 'vitest';
import { chooseFile } from './choose.ts';
import { createBoard, type Board } from './switches.ts';
import type { Line, Plan, Trial } from './plan.ts';

interface Module {
  importers: Set<string>;
}

interface WorkerState {
  /** The run goes through this list as it stands, so that a file put at its end is run too. */
  ctx: { files: { filepath: string }[] };
  evaluatedModules: { idToModuleMap: Map<string, Module>; invalidateModule: (module: Module) => void };
}

const getWorkerState = (): WorkerState =>
  (globalThis as unknown as { __vitest_worker__: WorkerState }).__vitest_worker__;

const planPath = process.env['MAILLAGE_MUTANTS'] ?? '';

function failed(tasks: readonly RunnerTask[]): string | null {
  for (const task of tasks) {
    const below = 'tasks' in task ? failed(task.tasks) : null;
    if (below !== null) return below;
    if (task.result?.state === 'fail') return `${task.name}: ${task.result.errors?.[0]?.message.slice(0, 200) ?? ''}`;
  }
  return null;
}

export default class MutantRunner extends TestRunner {
  /** What Vitest keeps of this process; it has no public name. */
  private readonly worker = getWorkerState();
  private readonly plan = JSON.parse(readFileSync(planPath, 'utf8')) as Plan;
  private readonly board: Board = createBoard(this.plan.trials === null);
  private readonly waiting: Trial[] = [...(this.plan.trials ?? [])];
  private trial: Trial | null = null;
  private tried = new Map<string, number>();
  private begun = 0;
  private sinceProof: Trial[] = [];
  private proving = false;
  private isOver = false;
  private isStale = false;

  override importFile(filepath: string, source: 'collect' | 'setup'): unknown {
    (globalThis as { __mutant?: Board }).__mutant = this.board;
    return super.importFile(filepath, source);
  }

  onBeforeCollect(): void {
    this.isOver = false;
    this.begun = performance.now();
    if (this.plan.trials === null) return this.forget();
    this.trial ??= this.waiting.shift() ?? null;
    if (this.trial === null) return;
    this.board.turn(this.proving ? null : this.trial.id, this.trial.limit);
    if (this.trial.early || this.isStale) this.forget();
    this.isStale = this.trial.early;
    writeFileSync(this.plan.clock, JSON.stringify({ pid: process.pid, id: this.trial.id, at: Date.now() }));
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (this.isOver) test.mode = 'skip';
    await super.onBeforeRunTask(test);
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    if (this.isOver) suite.mode = 'skip';
    await super.onBeforeRunSuite(suite);
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    if (this.trial !== null && test.result?.state === 'fail') this.isOver = true;
    super.onAfterRunTask(test);
  }

  override onAfterRunFiles(files: RunnerTestFile[]): void {
    super.onAfterRunFiles(files);
    vi.useRealTimers();
    this.board.turn(null);
    const file = files[0]?.filepath ?? '';
    const by = failed(files);
    const ms = Math.round(performance.now() - this.begun);
    if (this.plan.trials === null) {
      const { hits, felt, gates } = this.board.measure();
      this.say({ kind: 'measured', file, ms, failed: by, hits: [...hits], felt: [...felt], gates: [...gates] });
    } else this.next(file, by, ms);
  }

  private next(file: string, by: string | null, ms: number): void {
    if (this.trial === null) return;
    const { trial } = this;
    if (this.proving) {
      this.say({ kind: 'proof', failed: by, ids: this.sinceProof.map(({ id }) => id) });
      this.proving = false;
      this.sinceProof = [];
      this.trial = null;
      if (by === null) this.push(this.waiting[0]);
      return;
    }
    this.tried.set(file, ms);
    const more = by === null ? chooseFile(this.plan, trial, this.tried) : null;
    if (more !== null) return this.push(trial, more);
    const cut = by === null && this.tried.size < trial.files.length;
    this.say({ kind: 'tried', id: trial.id, file: by === null ? null : file, by, cut });
    if (by !== null) this.plan.kills[`${trial.file} ${file}`] = (this.plan.kills[`${trial.file} ${file}`] ?? 0) + 1;
    this.tried = new Map();
    this.sinceProof.push(trial);
    // A test that failed half-way may leave something behind in the process: now and then the same file must pass without a mutant.
    this.proving = this.sinceProof.length >= 40 || this.waiting.length === 0;
    if (this.proving) return this.push(trial, file);
    this.trial = null;
    this.push(this.waiting[0]);
  }

  private say(line: Line): void {
    appendFileSync(this.plan.results, `${JSON.stringify(line)}\n`);
  }

  /** Lets the run go on with one more file. */
  private push(trial: Trial | undefined, file?: string): void {
    if (trial === undefined) return;
    const { files } = this.worker.ctx;
    const filepath = file ?? chooseFile(this.plan, trial, new Map());
    if (filepath !== null && files[0] !== undefined) files.push({ ...files[0], filepath });
  }

  /** Makes the project's own files be read again. */
  private forget(): void {
    const { evaluatedModules } = this.worker;
    for (const [id, module] of evaluatedModules.idToModuleMap) {
      if (id.includes('/node_modules/') || id.includes('/lib/mutants/')) continue;
      evaluatedModules.invalidateModule(module);
      // Else who imported it before would pass for a circle, and get a module that is only half there.
      module.importers.clear();
    }
  }
}
