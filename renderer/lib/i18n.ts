/** The words of the page: one namespace a file, French as the source and the fallback. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/base/common.ts';

const files = import.meta.glob<Record<string, object>>(
  ['../locales/*/*.json', '../../shared/words/*/*.json', '../../shared/*/words/*/*.json'],
  { eager: true, import: 'default' },
);

type Tree = { [key: string]: unknown };

/** Adds what one file says to what another said of the same namespace: a feature's own fields beside the common ones. */
function laidOver(all: Tree, more: Tree): Tree {
  for (const [key, value] of Object.entries(more)) {
    const known = all[key];
    const both = typeof known === 'object' && typeof value === 'object' && known !== null && value !== null;
    all[key] = both ? laidOver({ ...(known as Tree) }, value as Tree) : value;
  }
  return all;
}

function resources(): Record<string, Record<string, Record<string, unknown>>> {
  const all: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, words] of Object.entries(files)) {
    const [, lang, namespace] = /\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? [];
    if (lang !== undefined && namespace !== undefined) laidOver(((all[lang] ??= {})[namespace] ??= {}), words as Tree);
  }
  return all;
}

export async function startI18n(lang: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: 'fr',
    defaultNS: 'common',
    ns: Object.keys(resources()['fr'] ?? {}),
    resources: resources() as never,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = lang;
}

export async function changeLanguage(lang: Language): Promise<void> {
  await i18next.changeLanguage(lang);
  document.documentElement.lang = lang;
}
