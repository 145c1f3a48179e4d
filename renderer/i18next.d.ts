/** Types every key from the French files: a missing one is a compile error. */
import type common from './locales/fr/common.json';
import type errors from './locales/fr/errors.json';
import type fields from './locales/fr/fields.json';
import type home from './locales/fr/home.json';
import type settings from './locales/fr/settings.json';
import type shell from './locales/fr/shell.json';
import type welcome from './locales/fr/welcome.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      errors: typeof errors;
      fields: typeof fields;
      home: typeof home;
      settings: typeof settings;
      shell: typeof shell;
      welcome: typeof welcome;
    };
  }
}
