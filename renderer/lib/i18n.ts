/** The words of the page: one namespace a file, French as the source and the fallback. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/base/common.ts';

const files = import.meta.glob<Record<string, object>>(
  ['../locales/*/*.json', '../../shared/words/*/*.json', '../../shared/*/words/*/*.json'],
  { eager: true, import: 'default' },
);

function resources(): Record<string, Record<string, Record<string, unknown>>> {
  const all: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, words] of Object.entries(files)) {
    const [, lang, namespace] = /\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? [];
    // What a feature says beside a common file (its fields, its terms) stands in that file's namespace.
    if (lang !== undefined && namespace !== undefined) Object.assign(((all[lang] ??= {})[namespace] ??= {}), words);
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
