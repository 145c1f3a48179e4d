/** Many values kept in the order they came: those of an ordinary file at hand, the rest of a huge one in a temporary database that goes with it. */
import { temporaryTexts, type TemporaryTexts } from '../../database/temporary.ts';

/** Values are plain data, as JSON keeps it. */
export interface Spool<T> {
  push: (value: T) => void;
  count: () => number;
  /** The value of a number, from 0. */
  at: (index: number) => T;
  /** All values in their order; none may be added meanwhile. */
  all: () => Generator<T>;
  /** Gives back what it holds; the values are gone. */
  close: () => void;
}

/** How many values stay at hand. */
const atHand = 4_000;
const perBlock = 256;

/** `keep` is how many values stay at hand. */
export function spool<T>(keep = atHand): Spool<T> {
  let first: T[] = [];
  let last: T[] = [];
  let stored: TemporaryTexts | null = null;
  let blocks = 0;
  let known: { number: number; values: T[] } = { number: -1, values: [] };
  const block = (number: number): T[] => {
    if (number === blocks) return last;
    if (known.number !== number) known = { number, values: JSON.parse(stored?.read(number) ?? '[]') as T[] };
    return known.values;
  };
  const count = (): number => first.length + blocks * perBlock + last.length;
  return {
    count,
    push: (value) => {
      if (first.length < keep) {
        first.push(value);
        return;
      }
      last.push(value);
      if (last.length < perBlock) return;
      stored ??= temporaryTexts();
      stored.write(blocks, JSON.stringify(last));
      blocks += 1;
      last = [];
    },
    at: (index) => {
      const value =
        index < first.length
          ? first[index]
          : block(Math.floor((index - first.length) / perBlock))[(index - first.length) % perBlock];
      if (value === undefined) throw new RangeError(`no value ${index} of ${count()}`);
      return value;
    },
    all: function* all() {
      yield* first;
      for (let number = 0; number <= blocks; number += 1) yield* block(number);
    },
    close: () => {
      stored?.close();
      stored = null;
      first = [];
      last = [];
      blocks = 0;
      known = { number: -1, values: [] };
    },
  };
}
