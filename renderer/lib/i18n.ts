/** The words of the page: one namespace a file, only those of the language in use; the check holds both languages to the same keys. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/base/common.ts';
import { wordsOf } from '../locales/words.ts';

export async function startI18n(lang: Language): Promise<void> {
  const words = await wordsOf(lang);
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    defaultNS: 'common',
    ns: Object.keys(words),
    resources: { [lang]: words } as never,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = lang;
}

/** Nothing changes on screen until all the words are there. */
export async function changeLanguage(lang: Language): Promise<void> {
  for (const [namespace, words] of Object.entries(await wordsOf(lang)))
    i18next.addResourceBundle(lang, namespace, words);
  await i18next.changeLanguage(lang);
  document.documentElement.lang = lang;
}
