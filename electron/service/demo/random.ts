/** Seeded chance for the demonstration network: the same seed gives the same numbers, ids and choices on every machine. */

export interface Random {
  /** From 0 up to but without 1. */
  next: () => number;
  /** A whole number from `min` to `max`, both included. */
  int: (min: number, max: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  weighted: <T>(choices: readonly (readonly [T, number])[]) => T;
  /** Log-normal around a median; sigma 0.5 spreads most values between half and twice the median. */
  logNormal: (median: number, sigma: number) => number;
}

/** A stream of its own for each part, so that changing one part leaves the others as they were. Generator: mulberry32. */
export function randomOf(seed: number, part: string): Random {
  let state = seed >>> 0;
  for (const letter of part) state = Math.imul(state ^ letter.charCodeAt(0), 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => {
    const value = list[Math.floor(next() * list.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  const weighted = <T>(choices: readonly (readonly [T, number])[]): T => {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return pick(choices)[0];
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (share) => next() < share,
    pick,
    weighted,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}

/** Draws from a long list by weight, in the time of a binary search. */
export function drawerOf<T>(random: Random, items: readonly T[], weight: (item: T) => number): () => T {
  const sums: number[] = [];
  let sum = 0;
  for (const item of items) sums.push((sum += weight(item)));
  return () => {
    const aim = random.next() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > aim) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  };
}

/** Ids of the form of UUIDv7, ascending, counted from the day before `today`. */
export function idMaker(seed: number, today: string): () => string {
  const random = randomOf(seed, 'ids');
  const start = Date.parse(`${today}T00:00:00.000Z`) - 86_400_000;
  let made = 0;
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  return () => {
    const time = hex(start + Math.floor(made / 4096), 12);
    const counter = hex(made % 4096, 3);
    made += 1;
    const variant = hex(0x8000 | random.int(0, 0x3fff), 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}-${hex(random.int(0, 0xffffff), 6)}${hex(random.int(0, 0xffffff), 6)}`;
  };
}
