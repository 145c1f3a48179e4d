/** People: the ambassadors and those who may become ones. */
import { IconUser, IconUsers } from '@tabler/icons-react';
import type words from '../../locales/fr/people.json';
import { recordKeys } from '../../blocks/record-keys.ts';
import { dateFieldKeys } from '../../components/date-field-keys.ts';
import { tableKeys } from '../../components/data-table/keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { useNextSteps } from './next-steps.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    people: typeof words;
  }
}

export const people: Feature = {
  id: 'people',
  screen: {
    path: '/people',
    label: 'people:title',
    words: 'people:words',
    icon: IconUsers,
    group: 'main',
    order: 40,
    shortcut: 'Mod+3',
    component: lazily(async () => (await import('./people-screen.tsx')).PeopleScreen),
  },
  records: {
    person: {
      icon: IconUser,
      label: 'people:title',
      address: (id) => `/people?record=${id}`,
      create: { label: 'people:new', address: '/people?record=new' },
    },
  },
  imports: { people: { label: 'people:title', listAt: '/people' } },
  reports: { people: { icon: IconUsers, begin: '/imports?kind=people', beginLabel: 'reports:toImport' } },
  keys: [tableKeys, recordKeys, dateFieldKeys],
  beginning: {
    order: 2,
    icon: IconUsers,
    count: (overview) => overview.people,
    title: 'people:begin.title',
    text: 'people:begin.text',
    typeAt: '/people?record=new',
    importAt: '/imports?kind=people',
    importLabel: 'people:begin.action',
  },
  useNextSteps,
};
