/** Which answers the view speaks of: of one campaign, of those that the bar lets through, or of all; within the scope. */
import type { InputOf } from '#shared/contract.ts';
import { useRead } from '../../../lib/api.ts';
import { useScope } from '../../../lib/scope.tsx';
import type { CampaignViewProps } from '../view-props.ts';

export type AnswersOf = Pick<InputOf<'adoptions.autonomy'>, 'campaignIds' | 'scope'>;

/** The most campaigns that figures may be asked of by name, as the contract says. */
const mostNamed = 1000;

export interface Replies {
  /** Null while it is not known, and when no campaign passes the filters. */
  of: AnswersOf | null;
  nothing: boolean;
  /** The one that was chosen. */
  campaignId: string | null;
  error: Error | null;
  retry: () => void;
}

export function useReplies({ state, filter }: Pick<CampaignViewProps, 'state' | 'filter'>): Replies {
  const { scope, active } = useScope();
  const campaignId = state.filter('campaign')[0] ?? null;
  const narrowed =
    state.search !== '' || Object.values(filter).some((value) => Array.isArray(value) && value.length > 0);
  const ids = useRead(
    'campaigns.ids',
    { search: state.search, filter },
    { enabled: narrowed && campaignId === null, keep: true },
  );
  const within = active ? { scope } : {};
  const found = ids.data?.ids.slice(0, mostNamed);
  const chosen = campaignId !== null ? [campaignId] : narrowed ? found : [];
  const nothing = campaignId === null && narrowed && found?.length === 0;
  return {
    of: chosen === undefined || nothing ? null : { campaignIds: chosen, ...within },
    nothing,
    campaignId,
    error: campaignId === null && narrowed ? ids.error : null,
    retry: () => void ids.refetch(),
  };
}
