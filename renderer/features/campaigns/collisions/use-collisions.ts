/**
 * What a plan brings over the threshold, for every place where campaigns are planned:
 * - beside a form or in a panel, `CollisionsNote` (collisions-note.tsx) says it while dates and sites are typed;
 * - for a campaign that exists, `CampaignCollisions` (campaign-collisions.tsx) also moves it and leaves sites out, with undo;
 * - after a campaign was moved in a view, `tellCollisions(id, open)` says it in a toast, and only when it has become worse.
 */
import { useDebouncedValue } from '@mantine/hooks';
import i18next from 'i18next';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import type { AppError } from '#shared/base/result.ts';
import { call, useRead } from '../../../lib/api.ts';
import { formatFor } from '../../../lib/format.ts';
import { hideToast, showActionToast } from '../../../lib/toasts.ts';

/** A campaign that exists (`id`), as it stands or with other dates or sites; or one being made, by its dates and sites or its template. */
export type Plan = Pick<
  InputOf<'campaigns.collisions'>,
  'id' | 'templateKey' | 'startDate' | 'endDate' | 'scope' | 'asksSites'
>;
export type Collisions = OutputOf<'campaigns.collisions'>;

/** Sites of a list read at a time. */
export const collisionsPage = 20;
/** How long typing rests before it is looked at, in milliseconds. */
const rest = 250;

/** Null while there is no plan that could be looked at. The last answer stays in sight while the next one comes. */
export function useCollisions(plan: Plan | null, offset = 0): { data: Collisions | undefined; error: AppError | null } {
  const [key] = useDebouncedValue(JSON.stringify(plan), rest);
  const settled = JSON.parse(key) as Plan | null;
  const { data, error } = useRead(
    'campaigns.collisions',
    { ...settled, offset, limit: collisionsPage },
    { enabled: settled !== null, keep: true },
  );
  return { data: plan === null || settled === null ? undefined : data, error: plan === null ? null : error };
}

/** How many sites each campaign was last said to bring over. */
const told = new Map<string, number>();

/**
 * To be called once a campaign has been moved: a toast with the number of sites it brings over the threshold and a button
 * that opens it. Silent when nobody goes over, or no more sites than it said of this campaign before.
 */
export async function tellCollisions(id: string, open: () => void): Promise<void> {
  const { total, alreadyOver, threshold } = await call('campaigns.collisions', { id, limit: 1 });
  const brought = total - alreadyOver;
  const toast = `collisions-${id}`;
  if (brought === 0) hideToast(toast);
  else if (brought > (told.get(id) ?? 0)) {
    const number = formatFor(i18next.language).number;
    showActionToast(
      toast,
      i18next.t('campaigns:collisions.brings', {
        count: brought,
        number: number(brought),
        threshold: number(threshold),
      }),
      i18next.t('load:see'),
      open,
    );
  }
  told.set(id, brought);
}
