/** Touchpoints: contacts with the people of the network, noted in two clicks wherever one is shown. */
import { IconMessage, IconMessages } from '@tabler/icons-react';
import type words from '../../locales/fr/touchpoints.json';
import { recordKeys } from '../../blocks/record-keys.ts';
import { dateFieldKeys } from '../../components/date-field-keys.ts';
import { tableKeys } from '../../components/data-table/keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    touchpoints: typeof words;
  }
}

export const touchpoints: Feature = {
  id: 'touchpoints',
  screen: {
    path: '/touchpoints',
    label: 'touchpoints:title',
    words: 'touchpoints:words',
    icon: IconMessages,
    group: 'main',
    order: 45,
    component: lazily(async () => (await import('./touchpoints-screen.tsx')).TouchpointsScreen),
  },
  records: {
    touchpoint: {
      icon: IconMessage,
      label: 'touchpoints:title',
      address: (id) => `/touchpoints?record=${id}`,
      create: { label: 'touchpoints:new', address: '/touchpoints?record=new' },
    },
  },
  beside: {
    person: {
      tab: {
        id: 'touchpoints',
        label: 'touchpoints:title',
        component: lazily(async () => (await import('./person-tab.tsx')).default),
      },
      quick: lazily(async () => (await import('./note-contact.tsx')).default),
    },
  },
  history: { touchpoints: 'touchpoints' },
  imports: { touchpoints: { label: 'touchpoints:title', listAt: '/touchpoints' } },
  keys: [tableKeys, recordKeys, dateFieldKeys],
};
