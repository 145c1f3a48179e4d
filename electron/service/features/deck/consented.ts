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

/** Whether a text names the person: by last name, or by first name when it has no last. Short names count only as whole words. */
function names(text: string | null, person: PersonFacts): boolean {
  if (text === null) return false;
  const words = new Set(fold(text).split(/[^\p{L}\p{N}]+/u));
  const parts = fold(person.lastName === '' ? person.firstName : person.lastName)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => words.has(part));
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
  let { title, story, citation } = nominee;
  if (!mayName && person !== undefined) {
    const fullName = `${person.firstName} ${person.lastName}`.trim();
    if (isPerson || names(title, person)) warn({ kind: 'name_without_consent', name: fullName, personId: person.id });
    // A nominee's own title may stay unless it gives the name away; the person's name itself cannot.
    if ((isPerson && fold(title) === fold(fullName)) || names(title, person))
      title = person.jobTitle !== null && !names(person.jobTitle, person) ? person.jobTitle : words.ambassador;
    if (names(story, person) || names(citation, person))
      warn({ kind: 'story_without_consent', name: fullName, personId: person.id });
    if (names(story, person)) story = null;
    if (names(citation, person)) citation = null;
  } else if (!mayName) title = words.ambassador;
  const found = nominee.pictureId === null ? undefined : facts.pictures.get(nominee.pictureId);
  if (found !== undefined && !mayShow)
    warn({ kind: 'face_without_consent', name: nominee.title, ...(personId === undefined ? {} : { personId }) });
  // A description written for the app may name the person too.
  const described =
    found !== undefined && found.alt !== '' && (mayName || person === undefined || !names(found.alt, person))
      ? found.alt
      : words.pictureOf(title);
  return {
    id: nominee.nomineeId,
    title,
    siteName: nominee.siteName,
    story,
    citation,
    person: isPerson,
    initiativeId: nominee.initiativeId,
    isWinner: nominee.isWinner,
    picture: found === undefined || !mayShow ? null : { ...found, alt: described },
  };
}
