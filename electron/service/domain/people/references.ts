/** The text by which a row refers to a person: their id, address, name or code; and the shortest of these that means nobody else. */
import { fold } from '#shared/base/fold.ts';
import type { ReadDb } from '../../database/tables.ts';

export interface KnownPerson {
  id: string;
  code: string | null;
  email: string | null;
  firstName: string;
  lastName: string;
}

export interface PeopleReferences {
  /** The person meant, `ambiguous` when several are, null when none is. */
  find: (text: string) => string | 'ambiguous' | null;
  /** A text that `find` answers with this person. */
  nameOf: (id: string) => string;
}

/** `findCode` finds a code that the exact texts did not: without its zeros, say. */
export function peopleReferences(
  people: readonly KnownPerson[],
  findCode: (text: string) => string | 'ambiguous' | null = () => null,
): PeopleReferences {
  const byId = new Map(people.map((person) => [person.id, person]));
  const keys = new Map<string, string>();
  const add = (key: string, id: string): void => {
    const known = keys.get(key);
    keys.set(key, known === undefined || known === id ? id : 'ambiguous');
  };
  const codes = new Map<string, string>();
  for (const person of people) {
    if (person.email !== null) add(person.email.toLowerCase(), person.id);
    add(fold(`${person.firstName} ${person.lastName}`), person.id);
    add(fold(`${person.lastName} ${person.firstName}`), person.id);
    if (person.code !== null) codes.set(person.code, person.id);
  }
  const find: PeopleReferences['find'] = (text) =>
    byId.has(text) ? text : (keys.get(text.toLowerCase()) ?? keys.get(fold(text)) ?? codes.get(text) ?? findCode(text));
  return {
    find,
    nameOf: (id) => {
      const person = byId.get(id);
      if (person === undefined) return id;
      const candidates = [person.email, person.code, `${person.firstName} ${person.lastName}`.trim()];
      return candidates.find((text): text is string => text !== null && text !== '' && find(text) === id) ?? id;
    },
  };
}

/** The same over everyone there is. */
export async function allPeopleReferences(db: ReadDb): Promise<ReturnType<typeof peopleReferences>> {
  return peopleReferences(
    await db.selectFrom('people').select(['id', 'code', 'email', 'firstName', 'lastName']).execute(),
  );
}
