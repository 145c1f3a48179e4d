/** Campaigns by status, from the idea to the archive. */
import { ScrollArea, Text, Title, UnstyledButton } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignStatuses } from '#shared/campaigns/lists.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { StepMark } from '../../../components/step-mark.tsx';
import { useFormat } from '../../../lib/format.ts';
import { ViewFrame } from '../view-frame.tsx';
import type { CampaignViewProps } from '../views.ts';
import { campaignMarks, useCampaignWords } from '../words.ts';
import classes from './board.module.css';
import { usePlan } from './use-plan.ts';

type Bar = OutputOf<'campaigns.plan'>['campaigns'][number];

export function BoardView(props: CampaignViewProps): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const words = useCampaignWords();
  const { data, error, retry } = usePlan(props, '1900-01-01', '2199-12-31');
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined) return <LoadingPage />;
    if (data.total === 0 && props.state.filtered) return <EmptyState icon={IconSpeakerphone} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
    if (data.total === 0) return <EmptyState icon={IconSpeakerphone} title={t('empty')} text={t('emptyText')} actions={props.readOnly ? undefined : props.otherStart} />;
    return (
      <div className={classes['board']}>
        {campaignStatuses.map((status) => {
          const bars = data.campaigns.filter((bar) => bar.status === status);
          return (
            <section key={status} className={classes['column']} aria-label={words.status(status)}>
              <header className={classes['head']}>
                <StepMark mark={campaignMarks[status]} />
                <Title order={2} fz={14}>{words.status(status)}</Title>
                <Text size="xs" c="dimmed">{format.number(bars.length)}</Text>
              </header>
              <ScrollArea className={classes['cards']} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': words.status(status) }}>
                <ul className={classes['list']}>{bars.map((bar) => <li key={bar.id}><Card bar={bar} isOpen={props.state.record === bar.id} onOpen={props.open} /></li>)}</ul>
              </ScrollArea>
            </section>
          );
        })}
      </div>
    );
  };
  return <ViewFrame {...props} detail={data === undefined ? undefined : format.number(data.total)}>{content()}</ViewFrame>;
}

function Card({ bar, isOpen, onOpen }: { bar: Bar; isOpen: boolean; onOpen: (id: string) => void }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (
    <UnstyledButton className={classes['card']} data-open={isOpen || undefined} onClick={() => onOpen(bar.id)}>
      <span className={classes['band']} style={{ background: bar.colour ?? 'var(--line)' }} aria-hidden="true" />
      <span className={classes['text']}>
        <Text component="span" size="sm" fw={500} lh={1.35}>{bar.title}</Text>
        <Text component="span" size="xs" c="dimmed">{t('dates', { from: format.date(bar.startDate), to: format.date(bar.endDate) })}</Text>
        <Text component="span" size="xs" c="dimmed">{[t('scope.sites', { count: bar.sites, number: format.number(bar.sites) }), bar.owner].filter((part) => part !== null).join(' · ')}</Text>
      </span>
    </UnstyledButton>
  );
}
