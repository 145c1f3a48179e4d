/** Every file of words in English. */
export const files = import.meta.glob<object>(
  ['./en/*.json', '../../shared/words/en/*.json', '../../shared/*/words/en/*.json'],
  { eager: true, import: 'default' },
);
