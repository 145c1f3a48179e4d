/** The words of one language, loaded when it is chosen: a file of the page for each. */
import type { Language } from '#shared/base/common.ts';

type Tree = { [key: string]: unknown };

/** By namespace, the name of its files. */
export type Words = Record<string, Tree>;

const languages: Record<Language, () => Promise<{ files: Record<string, object> }>> = {
  fr: () => import('./fr.ts'),
  en: () => import('./en.ts'),
};

/** Adds what one file says to what another said of the same namespace: a feature's own fields beside the common ones. */
function laidOver(all: Tree, more: Tree): Tree {
  for (const [key, value] of Object.entries(more)) {
    const known = all[key];
    const both = typeof known === 'object' && typeof value === 'object' && known !== null && value !== null;
    all[key] = both ? laidOver({ ...(known as Tree) }, value as Tree) : value;
  }
  return all;
}

export async function wordsOf(lang: Language): Promise<Words> {
  const { files } = await languages[lang]();
  const all: Words = {};
  for (const [path, words] of Object.entries(files)) {
    const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    laidOver((all[namespace] ??= {}), words as Tree);
  }
  return all;
}
