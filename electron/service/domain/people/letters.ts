/** In which language each person is written to. */
import type { Language } from '#shared/base/common.ts';

const languages: Language[] = ['fr', 'en'];

/**
 * People by the language of the letter they get, French first; a language without readers is left out. Who says nothing reads
 * that of the organisation; whoever reads another language is written to in English, the other one that the app writes.
 */
export function readersByLanguage<T extends { lang: string | null }>(
  people: readonly T[],
  organisation: Language,
): { lang: Language; readers: T[] }[] {
  const languageOf = (lang: string | null): Language =>
    lang === null || lang === '' ? organisation : lang === 'fr' ? 'fr' : 'en';
  return languages
    .map((lang) => ({ lang, readers: people.filter((person) => languageOf(person.lang) === lang) }))
    .filter(({ readers }) => readers.length > 0);
}
