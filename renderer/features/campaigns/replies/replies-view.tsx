/** What sites make of the campaigns: how far they are, who is silent, what they change. */
import { SegmentedControl, Select } from '@mantine/core';
import { IconMessageQuestion, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { FormsMenu } from '../forms/forms-menu.tsx';
import { ViewFrame } from '../view-frame.tsx';
import type { CampaignViewProps } from '../view-props.ts';
import { Autonomy } from './autonomy.tsx';
import { Overview } from './overview.tsx';
import classes from './replies.module.css';
import { SiteBySite } from './site-by-site.tsx';
import { useReplies } from './use-replies.ts';

const parts = ['overview', 'sites', 'autonomy'] as const;

/** The most campaigns in the choice. */
const mostOffered = 1000;

export function RepliesView(props: CampaignViewProps): ReactNode {
  const { t } = useTranslation('replies');
  const { t: table } = useTranslation('table');
  const format = useFormat();
  const { state } = props;
  const replies = useReplies(props);
  const { of } = replies;
  const part = parts.find((one) => one === state.filter('as')[0]) ?? 'overview';
  const figures = useRead('adoptions.figures', { ...of, by: 'campaign' }, { enabled: of !== null, keep: true });
  const whole = figures.data?.whole;
  const only =
    replies.campaignId === null ? undefined : figures.data?.rows.find((row) => row.id === replies.campaignId);
  const chosen = only?.id == null ? null : { id: only.id, title: only.name ?? '' };
  const error = replies.error ?? figures.error;
  const retry = (): void => {
    replies.retry();
    void figures.refetch();
  };
  return (
    <ViewFrame
      {...props}
      detail={
        whole === undefined || whole.sites === 0 || of === null
          ? undefined
          : t('detail', {
              count: whole.sites,
              answered: format.number(whole.sites - whole.invited),
              number: format.number(whole.sites),
            })
      }
    >
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('parts')}
          value={part}
          onChange={(next) => state.set({ as: next === 'overview' ? null : next })}
          data={parts.map((one) => ({ value: one, label: t(`part.${one}`) }))}
        />
        <span className={classes['gap']} />
        {!props.readOnly && <FormsMenu size="xs" campaign={chosen} />}
        <CampaignChoice {...props} value={replies.campaignId} />
      </div>
      {error !== null ? (
        <ErrorState error={error} onRetry={retry} />
      ) : replies.nothing ? (
        <EmptyState icon={IconSearch} title={table('noMatch')} text={table('noMatchText')} />
      ) : of === null || figures.data === undefined ? (
        <LoadingPage />
      ) : figures.data.whole.sites === 0 && !(state.filtered && part === 'sites') ? (
        <EmptyState icon={IconMessageQuestion} title={t('empty')} text={t('emptyText')} />
      ) : part === 'sites' ? (
        <SiteBySite state={state} of={of} readOnly={props.readOnly} />
      ) : part === 'autonomy' ? (
        <Autonomy state={state} of={of} oneCampaign={replies.campaignId !== null} />
      ) : (
        <Overview state={state} of={of} figures={figures.data} oneCampaign={replies.campaignId !== null} />
      )}
    </ViewFrame>
  );
}

/** One campaign or all: those that have asked sites something. */
function CampaignChoice({ state, filter, value }: CampaignViewProps & { value: string | null }): ReactNode {
  const { t } = useTranslation('replies');
  const { t: table } = useTranslation('table');
  const asked =
    (filter.statuses ?? []).length > 0
      ? filter
      : { ...filter, statuses: ['ready', 'running', 'closed', 'archived'] as const };
  const campaigns = useRead(
    'campaigns.list',
    {
      search: state.search,
      filter: { ...asked, statuses: [...(asked.statuses ?? [])] },
      limit: mostOffered,
      descending: true,
    },
    { keep: true },
  );
  const known = useRead('campaigns.get', { id: value ?? '' }, { enabled: value !== null });
  const data = (campaigns.data?.rows ?? [])
    .filter((row) => row.frozenAt !== null)
    .map((row) => ({ value: row.id, label: row.title }));
  const all =
    value !== null && known.data !== undefined && !data.some((one) => one.value === value)
      ? [{ value, label: known.data.title }, ...data]
      : data;
  return (
    <Select
      size="xs"
      w={220}
      aria-label={t('campaign')}
      placeholder={t('allCampaigns')}
      data={all}
      value={value}
      searchable
      clearable
      clearSectionMode="clear"
      clearButtonProps={{ 'aria-label': t('allCampaigns') }}
      nothingFoundMessage={table('nothing')}
      comboboxProps={{ shadow: 'md', width: 320, position: 'bottom-end' }}
      onChange={(campaign) => state.set({ campaign })}
    />
  );
}
