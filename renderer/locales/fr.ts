/** Every file of words in French. */
export const files = import.meta.glob<object>(
  ['./fr/*.json', '../../shared/words/fr/*.json', '../../shared/*/words/fr/*.json'],
  { eager: true, import: 'default' },
);
