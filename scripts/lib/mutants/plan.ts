/** What the process that tries mutants is told, and what it answers line by line. */

export interface Trial {
  id: number;
  /** The mutated file. */
  file: string;
  early: boolean;
  /** How often it may be met before it is an endless loop. */
  limit: number;
  /** The test files that feel it, with the time each took. */
  files: { path: string; ms: number }[];
}

export interface Plan {
  /** Null measures the test files instead. */
  trials: Trial[] | null;
  /** Time for the tests of one mutant, in milliseconds as they were measured. */
  budget: number;
  /** How many mutants of a file each test file has killed: `mutated test`. */
  kills: Record<string, number>;
  results: string;
  /** Says what is being tried and since when, for the one who watches. */
  clock: string;
}

export type Line =
  | {
      kind: 'measured';
      file: string;
      ms: number;
      failed: string | null;
      hits: [number, number][];
      felt: number[];
      gates: string[];
    }
  | { kind: 'tried'; id: number; file: string | null; by: string | null; cut: boolean }
  | { kind: 'proof'; failed: string | null; ids: number[] };
