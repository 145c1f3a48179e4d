/** The stored key by which people are sorted and found; one function, whoever writes the record. */
import type { Person } from '#shared/people/contract.ts';
import { foldSearch } from '#shared/base/fold.ts';

/** Sorted and found by last name first, as French lists are. */
export function personSearchKey(person: Pick<Person, 'firstName' | 'lastName' | 'email' | 'code'>): string {
  return foldSearch(
    `${person.lastName} ${person.firstName}`,
    `${person.firstName} ${person.lastName}`,
    person.email,
    person.code,
  );
}
