/** The collisions of a campaign that exists; a click moves it to proposed dates or leaves sites out, and both can be undone. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignRow } from '#shared/campaigns/contract.ts';
import { useWrite } from '../../../lib/write.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';
import { CollisionsNote } from './collisions-note.tsx';
import type { Plan } from './use-collisions.ts';

interface Props {
  row: Pick<CampaignRow, 'id' | 'title' | 'status' | 'frozenAt'>;
  readOnly: boolean;
  /** Dates being tried and not saved; null while one is missing or they are out of order. */
  tried?: Pick<Plan, 'startDate' | 'endDate'> | null;
  /** Takes proposed dates instead of moving the campaign at once: for a form with changes that are not saved. */
  onDates?: ((dates: { startDate: string; endDate: string }) => void) | undefined;
}

/** Nothing is said of campaigns that are over. */
export function CampaignCollisions({ row, readOnly, tried = {}, onDates }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const move = useWrite('campaigns.move', {
    toast: (moved) => t('collisions.moved', { name: moved.title, date: format.date(moved.startDate, 'long') }),
  });
  const leave = useWrite('campaigns.leaveOut', {
    // A site that has answered keeps its answer.
    toast: ({ removed }, { siteIds }) =>
      row.frozenAt === null || removed === siteIds.length
        ? t('collisions.left', { count: siteIds.length, number: format.number(siteIds.length) })
        : t('collisions.leftSettled', {
            removed: format.number(removed),
            kept: format.number(siteIds.length - removed),
          }),
  });
  if (row.status === 'closed' || row.status === 'archived') return null;
  const act = readOnly
    ? {}
    : {
        onDates:
          onDates ??
          ((dates: { startDate: string; endDate: string }) =>
            move.mutate({ id: row.id, ...dates }, { onError: showError })),
        onLeaveOut: (siteIds: string[]) => leave.mutate({ id: row.id, siteIds }, { onError: showError }),
      };
  return <CollisionsNote plan={tried === null ? null : { id: row.id, ...tried }} {...act} />;
}
