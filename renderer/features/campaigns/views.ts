/** The views of the campaigns, in the order of their tabs: one line each, loaded when first asked for. */
import type { ComponentType } from 'react';
import { ListView } from './list-view.tsx';
import { timeView } from './time-view.tsx';
import type { CampaignViewProps } from './view-props.ts';
import { lazily } from '../../lib/lazily.tsx';

export interface CampaignView {
  /** Also the key of its name in the `campaigns` words, under `view`. */
  id: 'year' | 'month' | 'timeline' | 'board' | 'list' | 'load' | 'replies';
  component: ComponentType<CampaignViewProps>;
}

/** The one shown to who has never chosen: when everything is comes before what everything is. */
export const firstView: CampaignView['id'] = 'year';

export const campaignViews: CampaignView[] = [
  {
    id: 'year',
    component: lazily(async () => timeView((await import('../../blocks/time/year/year-view.tsx')).YearView)),
  },
  {
    id: 'month',
    component: lazily(async () => timeView((await import('../../blocks/time/month/month-view.tsx')).MonthView)),
  },
  {
    id: 'timeline',
    component: lazily(async () =>
      timeView((await import('../../blocks/time/timeline/timeline-view.tsx')).TimelineView),
    ),
  },
  { id: 'board', component: lazily(async () => (await import('./plan/board-view.tsx')).BoardView) },
  { id: 'list', component: ListView },
  {
    id: 'load',
    component: lazily(async () => timeView((await import('../../blocks/time/load/load-view.tsx')).LoadView)),
  },
  {
    id: 'replies',
    component: lazily(async () => (await import('./replies/replies-view.tsx')).RepliesView),
  },
];
