/** Initiatives: what sites do, with what was measured of it. */
import { IconRuler2, IconSeedling } from '@tabler/icons-react';
import type words from '../../locales/fr/initiatives.json';
import { recordKeys } from '../../blocks/record-keys.ts';
import { dateFieldKeys } from '../../components/date-field-keys.ts';
import { tableKeys } from '../../components/data-table/keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { useNextSteps } from './next-steps.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    initiatives: typeof words;
  }
}

export const initiatives: Feature = {
  id: 'initiatives',
  screen: {
    path: '/initiatives',
    label: 'initiatives:title',
    words: 'initiatives:words',
    icon: IconSeedling,
    group: 'main',
    order: 50,
    shortcut: 'Mod+4',
    component: lazily(async () => (await import('./initiatives-screen.tsx')).InitiativesScreen),
  },
  records: {
    initiative: {
      icon: IconSeedling,
      label: 'initiatives:title',
      address: (id) => `/initiatives?record=${id}`,
      create: { label: 'initiatives:new', address: '/initiatives?record=new' },
    },
  },
  history: { indicators: 'initiatives', measurements: 'initiatives' },
  imports: {
    initiatives: { label: 'initiatives:title', listAt: '/initiatives' },
    measurements: { label: 'initiatives:kind.measurements', listAt: '/initiatives' },
  },
  reports: {
    initiatives: { icon: IconSeedling, begin: '/imports?kind=initiatives', beginLabel: 'reports:toImport' },
    measurements: { icon: IconRuler2, begin: '/imports?kind=measurements', beginLabel: 'reports:toImport' },
  },
  keys: [tableKeys, recordKeys, dateFieldKeys],
  beginning: {
    order: 3,
    icon: IconSeedling,
    count: (overview) => overview.initiatives,
    title: 'initiatives:begin.title',
    text: 'initiatives:begin.text',
    typeAt: '/initiatives?record=new',
    importAt: '/imports?kind=initiatives',
    importLabel: 'initiatives:begin.action',
  },
  useNextSteps,
};
