/** What every view of the campaigns is given. */
import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract.ts';
import type { ListState } from '../../lib/list-state.ts';
import type { CampaignFilter } from './filter.ts';

/** The same campaigns, the same filters, the same open panel. */
export interface CampaignViewProps {
  state: ListState;
  /** As chosen in the bar; the scope is not in it. */
  filter: CampaignFilter;
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

/** A campaign that was just made: shown, and its time with it. */
export interface Made {
  id: string;
  startDate: string;
}
