/** Types every key from the French files: a missing one is a compile error. */
import type { Words } from './lib/words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Words;
  }
}
