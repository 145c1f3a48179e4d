/** Home: the first screen, which comes with the window; what is worth doing next is said there by the other features. */
import { IconHome } from '@tabler/icons-react';
import type words from '../../locales/fr/home.json';
import type { Feature } from '../../lib/feature.ts';
import { HomeScreen } from './home-screen.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    home: typeof words;
  }
}

export const home: Feature = {
  id: 'home',
  screen: {
    path: '/',
    label: 'home:title',
    words: 'home:words',
    icon: IconHome,
    group: 'main',
    order: 0,
    shortcut: 'Mod+1',
    component: HomeScreen,
  },
};
