/** The network on a map, by place and at its next steps: coverage, recruitment. */
import { IconMap2, IconMapPin } from '@tabler/icons-react';
import type words from '../../locales/fr/network.json';
import { tableKeys } from '../../components/data-table/keys.ts';
import { treeKeys } from '../../components/tree-keys.ts';
import { mapKeys } from './keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    network: typeof words;
  }
}

export const network: Feature = {
  id: 'network',
  screen: {
    path: '/network',
    label: 'network:title',
    words: 'network:words',
    icon: IconMap2,
    group: 'main',
    order: 10,
    shortcut: 'Mod+9',
    places: (['map', 'coverage', 'recruit'] as const).map((id) => ({
      id,
      label: `network:view.${id}`,
      address: `/network?view=${id}`,
    })),
    component: lazily(async () => (await import('./network-screen.tsx')).NetworkScreen),
  },
  reports: { coverage: { icon: IconMapPin, begin: '/imports?kind=sites', beginLabel: 'reports:toImport' } },
  keys: [mapKeys, tableKeys, treeKeys],
};
