/** History: every action taken on the workspace. */
import { IconHistory } from '@tabler/icons-react';
import type words from '../../locales/fr/history.json';
import type { Feature } from '../../lib/feature.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    history: typeof words;
  }
}

export const history: Feature = {
  id: 'history',
  screen: {
    path: '/history',
    label: 'history:title',
    words: 'history:words',
    icon: IconHistory,
    group: 'none',
    order: 0,
    component: lazily(async () => (await import('./history-screen.tsx')).HistoryScreen),
  },
  actions: [
    {
      id: 'edit.history',
      label: 'history:title',
      words: ['history:words'],
      icon: IconHistory,
      menu: 'edit',
      perform: ({ navigate }) => void navigate('/history'),
    },
  ],
};
