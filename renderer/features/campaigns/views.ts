/** The views of the campaigns, in the order of their tabs: one line each, loaded when first asked for. */
import { lazy, type ComponentType, type ReactNode } from 'react';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import type { ListState } from '../../lib/list-state.ts';
import { ListView } from './list-view.tsx';

/** What every view is given: the same campaigns, the same filters, the same open panel. */
export interface CampaignViewProps {
  state: ListState;
  /** As chosen in the bar; the scope is not in it. */
  filter: NonNullable<InputOf<'campaigns.list'>['filter']>;
  facets: OutputOf<'campaigns.facets'>;
  /** The filters' fields, for the bar. */
  filters: ReactNode;
  /** The way to the other views, to stand above the bar. */
  tabs: ReactNode;
  /** The open campaign, or null. */
  panel: ReactNode;
  /** Beginning from a template. */
  otherStart: ReactNode;
  readOnly: boolean;
  open: (id: string | null) => void;
}

export interface CampaignView {
  /** Also the key of its name in the `campaigns` words, under `view`. */
  id: 'year' | 'month' | 'timeline' | 'board' | 'list' | 'load' | 'replies';
  component: ComponentType<CampaignViewProps>;
}

/** The one shown to who has never chosen: when everything is comes before what everything is. */
export const firstView: CampaignView['id'] = 'year';

export const campaignViews: CampaignView[] = [
  { id: 'year', component: lazy(async () => ({ default: (await import('./plan/year-view.tsx')).YearView })) },
  { id: 'month', component: lazy(async () => ({ default: (await import('./plan/month-view.tsx')).MonthView })) },
  {
    id: 'timeline',
    component: lazy(async () => ({ default: (await import('./plan/timeline/timeline-view.tsx')).TimelineView })),
  },
  { id: 'board', component: lazy(async () => ({ default: (await import('./plan/board-view.tsx')).BoardView })) },
  { id: 'list', component: ListView },
  { id: 'load', component: lazy(async () => ({ default: (await import('./load/load-view.tsx')).LoadView })) },
  {
    id: 'replies',
    component: lazy(async () => ({ default: (await import('./replies/replies-view.tsx')).RepliesView })),
  },
];
