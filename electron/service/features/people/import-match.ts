/**
 * Whom a row of a file means. Rows are judged in stages, those that say it best first, whatever their order in the file: what
 * a stage decides rests on the stages before it and on nothing that a later one changes, so that the same file taken in again
 * finds everyone where it put them and changes nothing (`node tests/properties/people-twice.ts`).
 */
import { nameKey as keyOfName } from '#shared/import/names.ts';
import { codeIndex, keyMap, type CodeIndex, type Found, type KeyMap } from '../../engines/intake/lookup.ts';
import { recordNumbers, textsByNumber } from '../../engines/intake/text-numbers.ts';
import type { ReadRow, Stored } from '../../engines/intake/types.ts';

/** By what a row is known, the surest first. */
export const stages = {
  id: 0,
  /** A code that someone has. */
  code: 1,
  /** A code that someone has but for its zeros. */
  looseCode: 2,
  /** A code that nobody has: someone new, or someone of that address and name who had none. */
  newCode: 3,
  /** The same, of that address under another name. */
  otherName: 4,
  email: 5,
  nameAndSite: 6,
  name: 7,
} as const;

/** `otherCode`: the same name and address under another code, one person or a mistake to be seen. */
export type Match = Found | { otherCode: string };

export interface PeopleMatch {
  codes: CodeIndex;
  /** The stage of a row as things stand. */
  stageOf: (row: ReadRow) => number;
  /** The key a row claims, the person it means, those it may mean when that cannot be told, and the field that says so. */
  match: (row: ReadRow, siteId: string | undefined) => { found: Match; key: string; field: string; among: string[] };
  /** What a row leaves of a person counts for the next. */
  stand: (id: string, row: Stored) => void;
}

const nameKey = (first: unknown, last: unknown): string => `${keyOfName(first)}|${keyOfName(last)}`;
const nobody = nameKey('', '');

/** Neither name is the same: a mailbox passed on, a code that only looks alike. A name corrected keeps one of the two. */
export function isAnother(person: Stored, { values: { firstName, lastName } }: ReadRow): boolean {
  return (
    firstName !== undefined &&
    lastName !== undefined &&
    keyOfName(firstName) !== keyOfName(person['firstName']) &&
    keyOfName(lastName) !== keyOfName(person['lastName'])
  );
}

const knownBy = ['code', 'email', 'firstName', 'lastName'];

export type KnownPerson = Stored & { id: string; code: string | null };

export function peopleMatch(existing: KnownPerson[], isKnown: (id: string) => boolean): PeopleMatch {
  const records = recordNumbers();
  const codes = codeIndex(existing, records);
  const emails = keyMap(records);
  const names = keyMap(records);
  const homes = keyMap(records);
  /** What people are known by, packed: as records a million of them would take gigabytes. */
  const standing = textsByNumber();
  const keep = (id: string, row: Stored): void =>
    standing.set(
      records.of(id),
      JSON.stringify([
        ...knownBy.map((field) => row[field] ?? null),
        typeof row['siteId'] === 'string' ? records.of(row['siteId']) : null,
      ]),
    );
  const standingOf = (id: string): Stored | undefined => {
    const text = standing.get(records.known(id) ?? -1);
    if (text === '') return undefined;
    const values = JSON.parse(text) as Stored[string][];
    const site = values[knownBy.length];
    return {
      ...Object.fromEntries(knownBy.map((field, index) => [field, values[index] ?? null])),
      siteId: typeof site === 'number' ? records.idOf(site) : null,
    };
  };
  const keysOf = (row: Stored): [KeyMap, string][] => {
    const name = nameKey(row['firstName'], row['lastName']);
    return [
      ...(typeof row['email'] === 'string' ? [[emails, row['email'].toLowerCase()] as [KeyMap, string]] : []),
      [names, name],
      [homes, `${name}|${row['siteId'] ?? ''}`],
    ];
  };
  for (const row of existing) {
    keep(row.id, row);
    for (const [map, key] of keysOf(row)) map.add(key, row.id);
  }

  const found = (map: KeyMap, key: string): { found: Match; among: string[] } => {
    const among = map.all(key);
    const [only] = among;
    return { found: among.length > 1 ? 'ambiguous' : only === undefined ? null : { id: only }, among };
  };

  /** Known by mail only: the person of that address to whom a code that nobody has is given. Under another name only when the address is nobody else's. */
  const byMail = (row: ReadRow): { found: Match; sameName: boolean } => {
    const { email, firstName, lastName } = row.values;
    const people = (email === undefined ? [] : emails.all(String(email).toLowerCase())).map((id) => ({
      id,
      person: standingOf(id) ?? {},
    }));
    const [alone] = people;
    if (alone === undefined) return { found: null, sameName: true };
    const name = nameKey(firstName, lastName);
    const called =
      name === nobody ? [] : people.filter(({ person }) => nameKey(person['firstName'], person['lastName']) === name);
    const isCoded = ({ person }: typeof alone): boolean => (person['code'] ?? null) !== null;
    // A mailbox that colleagues share tells nothing; the same name under another code is one person, or a mistake to be seen.
    const coded = called.find(isCoded);
    if (coded !== undefined) return { found: { otherCode: String(coded.person['code']) }, sameName: true };
    const [namesake, second] = called;
    if (namesake !== undefined)
      return { found: second === undefined ? { id: namesake.id } : 'ambiguous', sameName: true };
    const isTheirs = people.length === 1 && !isCoded(alone) && !isAnother(alone.person, row);
    return { found: isTheirs ? { id: alone.id } : null, sameName: !isTheirs };
  };

  return {
    codes,
    stageOf: (row) => {
      const { id, code, email, siteCode } = row.values;
      if (id !== undefined) return stages.id;
      if (code !== undefined) {
        if (codes.has(String(code))) return stages.code;
        if (codes.find(String(code)) !== null) return stages.looseCode;
        return byMail(row).sameName ? stages.newCode : stages.otherName;
      }
      if (email !== undefined) return stages.email;
      return siteCode === undefined ? stages.name : stages.nameAndSite;
    },
    match: (row, siteId) => {
      const { id, code, email, firstName, lastName } = row.values;
      if (id !== undefined)
        return {
          found: isKnown(String(id)) ? { id: String(id) } : null,
          key: `i${String(id)}`,
          field: 'id',
          among: [],
        };
      if (code !== undefined) {
        const byCode = codes.find(String(code));
        const among = byCode === 'ambiguous' ? codes.all(String(code)) : emails.all(String(email ?? '').toLowerCase());
        return { found: byCode ?? byMail(row).found, key: `c${String(code)}`, field: 'code', among };
      }
      if (email !== undefined) {
        const address = String(email).toLowerCase();
        return { ...found(emails, address), key: `e${address}`, field: 'email' };
      }
      const name = nameKey(firstName, lastName);
      if (siteId === undefined) return { ...found(names, name), key: `n${name}`, field: 'lastName' };
      return { ...found(homes, `${name}|${siteId}`), key: `n${name}|${siteId}`, field: 'lastName' };
    },
    stand: (id, row) => {
      const before = standingOf(id);
      if (before !== undefined) for (const [map, key] of keysOf(before)) map.remove(key, id);
      for (const [map, key] of keysOf(row)) map.add(key, id);
      keep(id, row);
    },
  };
}
