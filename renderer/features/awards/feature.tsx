/** Awards: editions with their categories, nominees, jury and winners. */
import { IconAward, IconTrophy } from '@tabler/icons-react';
import type words from '../../locales/fr/awards.json';
import { recordKeys } from '../../blocks/record-keys.ts';
import { dateFieldKeys } from '../../components/date-field-keys.ts';
import { gridKeys, criterionKeys } from './keys.ts';
import type { Feature } from '../../lib/feature.ts';
import { useNextSteps } from './next-steps.ts';
import { lazily } from '../../lib/lazily.tsx';

declare module '../../lib/words.ts' {
  interface Words {
    awards: typeof words;
  }
}

export const awards: Feature = {
  id: 'awards',
  screen: {
    path: '/awards',
    label: 'awards:title',
    words: 'awards:words',
    icon: IconTrophy,
    group: 'main',
    order: 70,
    shortcut: 'Mod+5',
    places: (['categories', 'nominees', 'jury', 'scores', 'results'] as const).map((id) => ({
      id,
      label: `awards:step.${id}`,
      address: `/awards?step=${id}`,
    })),
    component: lazily(async () => (await import('./awards-screen.tsx')).AwardsScreen),
  },
  records: {
    edition: {
      icon: IconTrophy,
      label: 'awards:title',
      address: (id) => `/awards?edition=${id}`,
    },
  },
  imports: { scores: { label: 'awards:kind.scores', listAt: '/awards' } },
  reports: { ranking: { icon: IconAward, begin: '/awards', beginLabel: 'reports:toAwards' } },
  keys: [gridKeys, criterionKeys, recordKeys, dateFieldKeys],
  useNextSteps,
};
