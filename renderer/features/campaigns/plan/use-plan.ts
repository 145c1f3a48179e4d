/** What the views of the plan draw between two days, with the filters of the bar, the search and the scope. */
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { useRead } from '../../../lib/api.ts';
import { useScope } from '../../../lib/scope.tsx';
import type { CampaignViewProps } from '../view-props.ts';

interface Plan {
  data: OutputOf<'campaigns.plan'> | undefined;
  error: Error | null;
  retry: () => void;
}

/** `from` and `to` are days, both counted. The last answer stays in sight while another period is read. */
export function usePlan(
  { state, filter }: Pick<CampaignViewProps, 'state' | 'filter'>,
  from: string,
  to: string,
): Plan {
  const { scope, active } = useScope();
  const input: InputOf<'campaigns.plan'> = {
    from,
    to,
    search: state.search,
    filter: active ? { ...filter, scope } : filter,
  };
  const { data, error, refetch } = useRead('campaigns.plan', input, { keep: true });
  return { data, error, retry: () => void refetch() };
}
