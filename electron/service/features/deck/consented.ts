/** What may be shown of a nominee: names, faces and stories only with a valid consent; what is left out is said. */
import type { RankedNominee } from '#shared/awards/results.ts';
import type { DeckWarning } from '#shared/deck/contract.ts';
import type { Picture } from '#shared/deck/slides.ts';
import type { DeckWords } from '#shared/deck/words.ts';
import { fold } from '#shared/base/fold.ts';
import type { DeckFacts, PersonFacts } from './facts.ts';

export interface ShownNominee {
  id: string;
  title: string;
  siteName: string | null;
  story: string | null;
  citation: string | null;
  picture: Picture | null;
  person: boolean;
  initiativeId: string | null;
  isWinner: boolean;
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

interface Parts {
  last: string[];
  full: string[];
}
const known = new WeakMap<PersonFacts, Parts>();

function partsOf(person: PersonFacts): Parts {
  const parts = known.get(person) ?? {
    last: wordsOf(person.lastName === '' ? person.firstName : person.lastName),
    full: wordsOf(fullNameOf(person)),
  };
  known.set(person, parts);
  return parts;
}

const fullNameOf = (person: PersonFacts): string => `${person.firstName} ${person.lastName}`.trim();
const hasAll = (words: Set<string>, parts: string[]): boolean =>
  parts.length > 0 && parts.every((part) => words.has(part));

/** Whether a text names the person: by last name, or by first name when it has no last. Short names count only as whole words. */
function names(text: string | null, person: PersonFacts): boolean {
  return text !== null && hasAll(new Set(wordsOf(text)), partsOf(person).last);
}

type Asked = Pick<DeckFacts, 'people' | 'consents'>;

/** Someone else of the same name: a text about the one does not speak of the other. */
const isNamesake = (person: PersonFacts, about: PersonFacts | null): boolean =>
  about !== null && person.id !== about.id && fold(fullNameOf(person)) === fold(fullNameOf(about));

/**
 * The people of the edition whom a text names though no valid consent lets the name out. The one whom the text is about is
 * known by the last name alone, anyone else by the whole name: many last names are words too (Petit, Marchand).
 */
function namedUnasked(text: string | null, { people, consents }: Asked, about: PersonFacts | null): PersonFacts[] {
  if (text === null || text === '') return [];
  const words = new Set(wordsOf(text));
  return [...people.values()].filter(
    (person) =>
      consents.get(person.id)?.has('name') !== true &&
      !isNamesake(person, about) &&
      hasAll(words, person.id === about?.id ? partsOf(person).last : partsOf(person).full),
  );
}

/** A picture whose description names nobody unasked: one that was written for the app and does is left out, and that is said. */
export function quietly(
  picture: Picture,
  facts: Asked,
  warn: (warning: DeckWarning) => void,
  about: PersonFacts | null = null,
): Picture {
  const unasked = namedUnasked(picture.alt, facts, about);
  for (const person of unasked) warn({ kind: 'name_without_consent', name: fullNameOf(person), personId: person.id });
  return unasked.length === 0 ? picture : { ...picture, alt: '' };
}

export function shownNominee(
  nominee: RankedNominee,
  facts: DeckFacts,
  words: DeckWords,
  warn: (warning: DeckWarning) => void,
): ShownNominee {
  const personId =
    nominee.personId ?? (nominee.initiativeId === null ? undefined : facts.leads.get(nominee.initiativeId));
  const person = personId === undefined ? undefined : facts.people.get(personId);
  const allowed = personId === undefined ? undefined : facts.consents.get(personId);
  const isPerson = nominee.kind === 'person';
  const mayName = person === undefined ? !isPerson : allowed?.has('name') === true;
  const mayShow = !isPerson || allowed?.has('face') === true;
  /** A text that names people unasked, whoever's it is, is left out and said. */
  const allowedText = (text: string | null): string | null => {
    const unasked = namedUnasked(text, facts, person ?? null);
    for (const one of unasked) warn({ kind: 'story_without_consent', name: fullNameOf(one), personId: one.id });
    return unasked.length === 0 ? text : null;
  };
  const story = allowedText(nominee.story);
  const citation = allowedText(nominee.citation);
  let { title } = nominee;
  if (!mayName && person !== undefined) {
    const fullName = fullNameOf(person);
    if (isPerson || names(title, person)) warn({ kind: 'name_without_consent', name: fullName, personId: person.id });
    // A nominee's own title may stay unless it gives the name away; the person's name itself cannot.
    if ((isPerson && fold(title) === fold(fullName)) || names(title, person))
      title = person.jobTitle !== null && !names(person.jobTitle, person) ? person.jobTitle : words.ambassador;
  } else if (!mayName) title = words.ambassador;
  const kept = nominee.pictureId === null ? undefined : facts.pictures.get(nominee.pictureId);
  const found = kept === undefined || !mayShow ? kept : quietly(kept, facts, warn, person);
  if (found !== undefined && !mayShow)
    warn({ kind: 'face_without_consent', name: nominee.title, ...(personId === undefined ? {} : { personId }) });
  return {
    id: nominee.nomineeId,
    title,
    siteName: nominee.siteName,
    story,
    citation,
    person: isPerson,
    initiativeId: nominee.initiativeId,
    isWinner: nominee.isWinner,
    picture:
      found === undefined || !mayShow ? null : { ...found, alt: found.alt === '' ? words.pictureOf(title) : found.alt },
  };
}
