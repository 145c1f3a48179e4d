/** Words that a feature brings along for its fields, terms and tables, beside the common files of `shared/words`. */
import type { Language } from '#shared/base/common.ts';

/** A tree of texts; the first step is the file they stand beside: `fields`, `terms` or `tables`. */
export type Words = { [key: string]: string | Words };

const brought: Record<Language, Words[]> = { fr: [], en: [] };

/** Takes a feature's words in; called once for each as the catalogue is gathered. */
export function bringWords(words: Record<Language, Words>): void {
  brought.fr.push(words.fr);
  brought.en.push(words.en);
}

/** What stands at a path in one tree: a text, a subtree, or nothing. */
export function wordsAt(words: Words, path: string): string | Words | undefined {
  let at: string | Words | undefined = words;
  for (const step of path.split('.')) at = typeof at === 'object' ? at[step] : undefined;
  return at;
}

/** What any feature brought at a path such as `terms.touchpointKind`. */
export function broughtAt(lang: Language, path: string): string | Words | undefined {
  for (const words of brought[lang]) {
    const found = wordsAt(words, path);
    if (found !== undefined) return found;
  }
  return undefined;
}
