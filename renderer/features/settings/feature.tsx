/** Settings: organisation, calendar, indicators, window and file. */
import { IconSettings } from '@tabler/icons-react';
import type words from '../../locales/fr/settings.json';
import type { Feature } from '../../lib/feature.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    settings: typeof words;
  }
}

export const settings: Feature = {
  id: 'settings',
  screen: {
    path: '/settings',
    label: 'settings:title',
    words: 'settings:words',
    icon: IconSettings,
    group: 'tools',
    order: 10,
    shortcut: 'Mod+,',
    component: lazily(async () => (await import('./settings-screen.tsx')).SettingsScreen),
  },
  history: { organisation: 'settings' },
};
