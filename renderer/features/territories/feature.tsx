/** Territories: the tree of regions that sites belong to. */
import { IconHierarchy, IconMap2 } from '@tabler/icons-react';
import type words from '../../locales/fr/territories.json';
import { recordKeys } from '../../blocks/record-keys.ts';
import { dateFieldKeys } from '../../components/date-field-keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    territories: typeof words;
  }
}

export const territories: Feature = {
  id: 'territories',
  screen: {
    path: '/territories',
    label: 'territories:title',
    words: 'territories:words',
    icon: IconHierarchy,
    group: 'main',
    order: 30,
    component: lazily(async () => (await import('./territories-screen.tsx')).TerritoriesScreen),
  },
  records: {
    territory: {
      icon: IconMap2,
      label: 'territories:title',
      address: (id) => `/territories?record=${id}`,
      create: { label: 'territories:new', address: '/territories?record=new' },
    },
  },
  imports: { territories: { label: 'territories:title', listAt: '/territories' } },
  keys: [recordKeys, dateFieldKeys],
};
