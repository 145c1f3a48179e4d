/** Campaigns by status, from the idea to the archive; a card taken to another column changes where its campaign stands. */
import { Text } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useFormat } from '../../../lib/format.ts';
import { ViewFrame } from '../view-frame.tsx';
import type { CampaignViewProps } from '../view-props.ts';
import { Board } from './board.tsx';
import { usePlan } from './use-plan.ts';

export function BoardView(props: CampaignViewProps): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const { data, error, retry } = usePlan(props, '1900-01-01', '2199-12-31');
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined) return <LoadingPage />;
    if (data.total === 0 && props.state.filtered)
      return <EmptyState icon={IconSpeakerphone} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
    if (data.total === 0)
      return (
        <EmptyState
          icon={IconSpeakerphone}
          title={t('empty')}
          text={t('emptyText')}
          actions={props.readOnly ? undefined : props.otherStart}
        />
      );
    return (
      <>
        {data.total > data.campaigns.length && (
          <Text size="sm" c="dimmed" px={32} pt={12}>
            {t('board.first', { number: format.number(data.campaigns.length), total: format.number(data.total) })}
          </Text>
        )}
        <Board campaigns={data.campaigns} open={props.state.record} onOpen={props.open} readOnly={props.readOnly} />
      </>
    );
  };
  return (
    <ViewFrame
      {...props}
      detail={data === undefined ? undefined : t('viewCount', { count: data.total, number: format.number(data.total) })}
    >
      {content()}
    </ViewFrame>
  );
}
