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
    places: [
      { id: 'organisation', label: 'settings:organisation.title', address: '/settings' },
      { id: 'indicators', label: 'settings:indicators', address: '/settings?tab=indicators' },
      { id: 'calendar', label: 'settings:calendar', address: '/settings?tab=calendar' },
      { id: 'window', label: 'settings:window.title', address: '/settings?tab=window' },
      { id: 'file', label: 'settings:file.title', address: '/settings?tab=file' },
    ],
    component: lazily(async () => (await import('./settings-screen.tsx')).SettingsScreen),
  },
  history: { organisation: 'settings' },
};
