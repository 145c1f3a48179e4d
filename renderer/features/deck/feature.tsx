/** The deck: the slides of an awards ceremony. */
import { IconPresentation } from '@tabler/icons-react';
import type words from '../../locales/fr/deck.json';
import { railKeys, textKeys, rehearsalKeys } from './keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    deck: typeof words;
  }
}

export const deck: Feature = {
  id: 'deck',
  screen: {
    path: '/deck',
    label: 'deck:title',
    words: 'deck:words',
    icon: IconPresentation,
    group: 'main',
    order: 80,
    shortcut: 'Mod+6',
    component: lazily(async () => (await import('./deck-screen.tsx')).DeckScreen),
  },
  keys: [railKeys, textKeys, rehearsalKeys],
};
