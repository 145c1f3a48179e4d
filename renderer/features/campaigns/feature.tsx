/** Campaigns: what is proposed to sites, when, what it asks of them and how they answer. */
import { IconCalendarEvent, IconChecklist, IconGridDots, IconSpeakerphone } from '@tabler/icons-react';
import type words from '../../locales/fr/campaigns.json';
import { recordKeys } from '../../blocks/record-keys.ts';
import { dateFieldKeys } from '../../components/date-field-keys.ts';
import { tableKeys } from '../../components/data-table/keys.ts';
import { treeKeys } from '../../components/tree-keys.ts';
import { boardKeys } from './keys.ts';
import { yearKeys, monthKeys, timelineKeys, dateKeys, heatKeys } from '../../blocks/time/keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { useNextSteps } from './next-steps.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    campaigns: typeof words;
  }
}

export const campaigns: Feature = {
  id: 'campaigns',
  screen: {
    path: '/campaigns',
    label: 'campaigns:title',
    words: 'campaigns:words',
    icon: IconSpeakerphone,
    group: 'main',
    order: 60,
    shortcut: 'Mod+7',
    places: (['year', 'month', 'timeline', 'board', 'list', 'load', 'replies'] as const).map((id) => ({
      id,
      label: `campaigns:view.${id}`,
      address: `/campaigns?view=${id}`,
    })),
    component: lazily(async () => (await import('./campaigns-screen.tsx')).CampaignsScreen),
  },
  records: {
    campaign: {
      icon: IconSpeakerphone,
      label: 'campaigns:title',
      address: (id) => `/campaigns?record=${id}`,
      create: { label: 'campaigns:new', address: '/campaigns?record=new' },
    },
  },
  history: { adoptions: 'campaigns' },
  imports: {
    campaigns: { label: 'campaigns:title', listAt: '/campaigns' },
    adoptions: { label: 'campaigns:kind.adoptions', listAt: '/campaigns' },
  },
  reports: {
    campaigns: { icon: IconCalendarEvent, begin: '/imports?kind=campaigns', beginLabel: 'reports:toImport' },
    adoptions: { icon: IconChecklist, begin: '/imports?kind=adoptions', beginLabel: 'reports:toImport' },
    load: { icon: IconGridDots, begin: '/imports?kind=campaigns', beginLabel: 'reports:toImport' },
  },
  keys: [
    yearKeys,
    monthKeys,
    timelineKeys,
    dateKeys,
    boardKeys,
    heatKeys,
    tableKeys,
    recordKeys,
    dateFieldKeys,
    treeKeys,
  ],
  timeSource: async () => (await import('./plan/time-source.tsx')).campaignSource,
  useNextSteps,
};
