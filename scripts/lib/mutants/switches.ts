/** What the mutated text asks while it runs: which mutant is on, and, in the run that measures, who was reached. */

export interface Switches {
  on: (id: number) => boolean;
  /** Whether the run measures instead of trying. */
  watch: boolean;
  /** Compares what a place is worth with what each mutant would make of it, and answers the former. */
  same: <T>(ids: number[], others: (() => unknown)[], value: T) => T;
  reach: (gate: string) => void;
}

export interface Measured {
  /** How often each mutant's place was worked out. */
  hits: Map<number, number>;
  /** Mutants whose value is only known when they are tried, or was seen to differ. */
  felt: Set<number>;
  gates: Set<string>;
}

export interface Board extends Switches {
  /** Turns one mutant on, or none; `limit` is how often it may be met before it is taken for an endless loop. */
  turn: (id: number | null, limit?: number) => void;
  measure: () => Measured;
}

const isPlain = (value: unknown): boolean =>
  value === null || (typeof value !== 'object' && typeof value !== 'function');

/** The board that the mutated files find as `__mutant`. */
export function createBoard(watch: boolean): Board {
  let active: number | null = null;
  let left = 0;
  let measured: Measured = { hits: new Map(), felt: new Set(), gates: new Set() };
  let compared = new Set<number>();
  return {
    watch,
    on: (id) => {
      if (watch) measured.hits.set(id, (measured.hits.get(id) ?? 0) + 1);
      if (id !== active) return false;
      left -= 1;
      if (left < 0) throw new Error('met too often: an endless loop');
      return true;
    },
    same: (ids, others, value) => {
      ids.forEach((id, index) => {
        compared.add(id);
        if (measured.felt.has(id)) return;
        try {
          const other = others[index]?.();
          if (!isPlain(value) || !isPlain(other) || !Object.is(value, other)) measured.felt.add(id);
        } catch {
          measured.felt.add(id); // What breaks is felt.
        }
      });
      return value;
    },
    reach: (gate) => void measured.gates.add(gate),
    turn: (id, limit = Number.POSITIVE_INFINITY) => {
      active = id;
      left = limit;
    },
    measure: () => {
      const { hits, felt, gates } = measured;
      for (const id of hits.keys()) if (!compared.has(id)) felt.add(id);
      measured = { hits: new Map(), felt: new Set(), gates: new Set() };
      compared = new Set();
      return { hits, felt, gates };
    },
  };
}
