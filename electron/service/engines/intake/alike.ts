/** Telling apart records that share their natural key: by all they hold, and only then by what is left over. */

export interface Alike {
  /**
   * The record that a row means among those of its key: the one that says just the same; else, once every row was seen, one
   * that no row claimed. `later` asks to come again then; `ambiguous` when more are left over than rows to give them to.
   */
  find: (
    row: { line: number; last: boolean },
    key: string,
    isSame: (id: string) => boolean,
  ) => { id: string | null; other: boolean } | 'later' | 'ambiguous';
}

export function alikeRecords(existing: { id: string; key: string }[]): Alike {
  const known = new Map<string, string[]>();
  for (const { id, key } of existing) {
    const list = known.get(key);
    if (list === undefined) known.set(key, [id]);
    else list.push(id);
  }
  const seen = new Map<string, number>();
  const waiting = new Map<string, Set<number>>();
  const claimedBy = new Map<string, number>();
  const claim = (line: number, key: string, id: string | null): { id: string | null; other: boolean } => {
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    waiting.get(key)?.delete(line);
    if (id !== null) claimedBy.set(id, line);
    return { id, other: nth > 0 };
  };
  return {
    find: ({ line, last }, key, isSame) => {
      const free = (known.get(key) ?? []).filter((id) => !claimedBy.has(id));
      const same = free.find(isSame);
      if (same !== undefined || free.length === 0) return claim(line, key, same ?? null);
      const others = waiting.get(key) ?? new Set<number>();
      waiting.set(key, others);
      others.add(line);
      if (!last) return 'later';
      if (free.length > others.size) {
        others.delete(line);
        return 'ambiguous';
      }
      return claim(line, key, free[0] ?? null);
    },
  };
}
