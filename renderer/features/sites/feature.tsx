/** Sites: the places of the organisation. */
import { IconBuilding } from '@tabler/icons-react';
import type words from '../../locales/fr/sites.json';
import { recordKeys } from '../../blocks/record-keys.ts';
import { dateFieldKeys } from '../../components/date-field-keys.ts';
import { tableKeys } from '../../components/data-table/keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { useNextSteps } from './next-steps.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    sites: typeof words;
  }
}

export const sites: Feature = {
  id: 'sites',
  screen: {
    path: '/sites',
    label: 'sites:title',
    words: 'sites:words',
    icon: IconBuilding,
    group: 'main',
    order: 20,
    shortcut: 'Mod+2',
    component: lazily(async () => (await import('./sites-screen.tsx')).SitesScreen),
  },
  records: {
    site: {
      icon: IconBuilding,
      label: 'sites:title',
      address: (id) => `/sites?record=${id}`,
      create: { label: 'sites:new', address: '/sites?record=new' },
    },
  },
  imports: { sites: { label: 'sites:title', listAt: '/sites' } },
  reports: { sites: { icon: IconBuilding, begin: '/imports?kind=sites', beginLabel: 'reports:toImport' } },
  keys: [tableKeys, recordKeys, dateFieldKeys],
  beginning: {
    order: 1,
    icon: IconBuilding,
    count: (overview) => overview.sites,
    title: 'sites:begin.title',
    text: 'sites:begin.text',
    typeAt: '/sites?record=new',
    importAt: '/imports?kind=sites',
    importLabel: 'sites:begin.action',
  },
  useNextSteps,
};
