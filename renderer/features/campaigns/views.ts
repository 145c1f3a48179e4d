/** The views of the campaigns, in the order of their tabs: one line each, loaded when first asked for. */
import { lazy, type ComponentType } from 'react';
import { ListView } from './list-view.tsx';
import { timeView } from './time-view.tsx';
import type { CampaignViewProps } from './view-props.ts';

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
    component: lazy(async () => ({
      default: timeView((await import('../../blocks/time/year/year-view.tsx')).YearView),
    })),
  },
  {
    id: 'month',
    component: lazy(async () => ({
      default: timeView((await import('../../blocks/time/month/month-view.tsx')).MonthView),
    })),
  },
  {
    id: 'timeline',
    component: lazy(async () => ({
      default: timeView((await import('../../blocks/time/timeline/timeline-view.tsx')).TimelineView),
    })),
  },
  { id: 'board', component: lazy(async () => ({ default: (await import('./plan/board-view.tsx')).BoardView })) },
  { id: 'list', component: ListView },
  {
    id: 'load',
    component: lazy(async () => ({
      default: timeView((await import('../../blocks/time/load/load-view.tsx')).LoadView),
    })),
  },
  {
    id: 'replies',
    component: lazy(async () => ({ default: (await import('./replies/replies-view.tsx')).RepliesView })),
  },
];
