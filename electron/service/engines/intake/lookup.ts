/** Finding the record that a text of a spreadsheet means: by its code as it stands, by its code without leading zeros, by its name. */
import { fold } from '#shared/base/fold.ts';
import { cellText } from '#shared/import/cells.ts';
import { recordNumbers, textNumbers, textsByNumber, type RecordNumbers } from './text-numbers.ts';
import type { NoteCode } from '#shared/import/outcome.ts';

export type Found =
  | {
      id: string;
      note?: NoteCode;
      /** The code as the record carries it, when the file wrote it otherwise. */ code?: string;
    }
  | 'ambiguous'
  | null;

const digits = /^0*(\d+)$/;

/** The code without the zeros that spreadsheets drop; only figures have such zeros. */
function loose(code: string): string {
  return digits.exec(code)?.[1] ?? fold(code);
}

/** A map in which a second, different record under one key makes the key ambiguous. */
export interface KeyMap {
  get: (key: string) => string | 'ambiguous' | undefined;
  all: (key: string) => string[];
  add: (key: string, id: string) => void;
  /** Takes a record from under a key: what was ambiguous between two is then the other's. */
  remove: (key: string, id: string) => void;
}

/** Stands for several records under one key. */
const several = 0xffff_fff0;

export function keyMap(records: RecordNumbers = recordNumbers()): KeyMap {
  // Nearly every key has one record: a set is made for the second only.
  const one = textNumbers();
  const more = new Map<string, Set<string>>();
  const setOf = (key: string, number: number | undefined): Set<string> | undefined =>
    number === several ? more.get(key) : undefined;
  return {
    get: (key) => {
      const number = one.get(key);
      if (number === undefined) return undefined;
      const known = setOf(key, number);
      if (known === undefined) return records.idOf(number);
      return known.size > 1 ? 'ambiguous' : known.values().next().value;
    },
    all: (key) => {
      const number = one.get(key);
      if (number === undefined) return [];
      const known = setOf(key, number);
      return known === undefined ? [records.idOf(number)] : [...known];
    },
    add: (key, id) => {
      const number = one.get(key);
      const known = setOf(key, number);
      if (known !== undefined) known.add(id);
      else if (number === undefined) one.set(key, records.of(id));
      else if (records.idOf(number) !== id) {
        more.set(key, new Set([records.idOf(number), id]));
        one.set(key, several);
      }
    },
    remove: (key, id) => {
      const number = one.get(key);
      if (number === undefined) return;
      const known = setOf(key, number);
      if (known !== undefined) known.delete(id);
      else if (records.idOf(number) === id) one.delete(key);
    },
  };
}

export interface CodeIndex {
  find: (code: string) => Found;
  /** Whether a record carries exactly this code. */
  has: (code: string) => boolean;
  /** Every record that the code may mean, when `find` cannot tell. */
  all: (code: string) => string[];
  add: (code: string, id: string) => void;
  remove: (code: string, id: string) => void;
}

/**
 * Finds a code exactly, else without leading zeros, else inside a list of codes that one record carries
 * (`0087113803;0087111849`). The looser two are said beside the row.
 */
export function codeIndex(
  rows: Iterable<{ id: string; code: string | null }>,
  records: RecordNumbers = recordNumbers(),
): CodeIndex {
  const exact = textNumbers();
  const codes = textsByNumber();
  const loosely = keyMap(records);
  const listed = keyMap(records);
  const idOf = (code: string): string | undefined => {
    const number = exact.get(code);
    return number === undefined ? undefined : records.idOf(number);
  };
  const codeOf = (id: string): string => codes.get(records.known(id) ?? -1);
  const partsOf = (code: string): string[] => {
    const parts = code.split(/[;,|/\s]+/).filter((part) => part !== '');
    return parts.length > 1 ? parts.map(loose) : [];
  };
  const add = (code: string, id: string): void => {
    const number = records.of(id);
    exact.set(code, number);
    // A cell comes without the invisible signs that a code may hold.
    if (exact.get(cellText(code)) === undefined) exact.set(cellText(code), number);
    codes.set(number, code);
    loosely.add(loose(code), id);
    for (const part of partsOf(code)) listed.add(part, id);
  };
  const remove = (code: string, id: string): void => {
    for (const text of [code, cellText(code)]) if (idOf(text) === id) exact.delete(text);
    loosely.remove(loose(code), id);
    for (const part of partsOf(code)) listed.remove(part, id);
  };
  for (const row of rows) if (row.code !== null) add(row.code, row.id);
  return {
    add,
    remove,
    has: (code) => exact.get(code) !== undefined,
    all: (code) => {
      const id = idOf(code);
      if (id !== undefined) return [id];
      const near = loosely.all(loose(code));
      return near.length > 0 ? near : listed.all(loose(code));
    },
    find: (code) => {
      const id = idOf(code);
      if (id !== undefined) return { id };
      const near = loosely.get(loose(code));
      if (near === 'ambiguous') return 'ambiguous';
      if (near !== undefined) return { id: near, note: 'codeMatchedLoosely', code: codeOf(near) };
      const inList = listed.get(loose(code));
      if (inList === 'ambiguous') return 'ambiguous';
      return inList === undefined ? null : { id: inList, note: 'codeMatchedInList', code: codeOf(inList) };
    },
  };
}

/** Codes and names of records that other rows refer to. */
export interface ReferenceIndex {
  find: (text: string) => Found;
  add: (record: { id: string; code: string | null; name: string }) => void;
}

export function referenceIndex(rows: { id: string; code: string | null; name: string }[]): ReferenceIndex {
  const codes = codeIndex(rows);
  const names = keyMap();
  for (const row of rows) names.add(fold(row.name), row.id);
  return {
    add: (record) => {
      if (record.code !== null) codes.add(record.code, record.id);
      names.add(fold(record.name), record.id);
    },
    find: (text) => {
      const byCode = codes.find(text);
      if (byCode !== null && byCode !== 'ambiguous' && byCode.note === undefined) return byCode;
      const byName = names.get(fold(text));
      if (byName === 'ambiguous') return 'ambiguous';
      if (byName !== undefined) return { id: byName };
      return byCode;
    },
  };
}

/** Codes that are unique: who may take one, so that no two records ever ask for the same. */
export interface TakenCodes {
  /** Whether the record that holds `before` may hold `code` from now on; the code is then taken. What it held stays taken until it is freed. */
  take: (code: unknown, before: unknown) => boolean;
  /** Whether `take` would say yes. */
  isFree: (code: unknown, before: unknown) => boolean;
  /** Lets another record take the code, in a change that is written after the one that frees it. */
  free: (code: unknown) => void;
}

export function takenCodes(rows: Iterable<{ code: string | null }>): TakenCodes {
  const taken = textNumbers();
  for (const row of rows) if (row.code !== null) taken.set(row.code, 1);
  const isFree = (code: unknown, before: unknown): boolean =>
    typeof code !== 'string' || code === before || taken.get(code) === undefined;
  return {
    isFree,
    take: (code, before) => {
      if (!isFree(code, before)) return false;
      if (typeof code === 'string') taken.set(code, 1);
      return true;
    },
    free: (code) => {
      if (typeof code === 'string') taken.delete(code);
    },
  };
}

/** Which line of the file a key or a record was first met on. */
export interface Lines {
  /** The line that already holds the key when it is another, else null after noting this one. */
  claim: (key: string, line: number) => number | null;
  /** The line that holds the key, or null. */
  lineOf: (key: string) => number | null;
}

export function lines(): Lines {
  const seen = textNumbers();
  return {
    lineOf: (key) => seen.get(key) ?? null,
    claim: (key, line) => {
      const known = seen.get(key);
      if (known !== undefined) return known === line ? null : known;
      seen.set(key, line);
      return null;
    },
  };
}
