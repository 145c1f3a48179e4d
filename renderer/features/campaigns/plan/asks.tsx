/** What a campaign asks of its sites, by date: what counts as their load. */
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract.ts';
import { useFormat } from '../../../lib/format.ts';
import classes from '../campaigns.module.css';
import { useCampaignWords } from '../words.ts';

interface Ask {
  key: string;
  title: string;
  startDate: string;
  endDate: string;
  words: string | null;
}

export function Asks({ campaign }: { campaign: OutputOf<'campaigns.get'> }): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar']);
  const format = useFormat();
  const words = useCampaignWords();
  const { phases, tasksList, asksSites } = campaign;
  const asked = !asksSites
    ? []
    : phases
        .filter((phase) => phase.asksSites)
        .map((phase): Ask => ({
          key: phase.id,
          title: phase.title ?? words.phase(phase.kind),
          startDate: phase.startDate,
          endDate: phase.endDate,
          words: null,
        }));
  // Without phases a campaign asks as long as it lasts.
  const whole: Ask[] =
    asksSites && phases.length === 0
      ? [
          {
            key: campaign.id,
            title: campaign.title,
            startDate: campaign.startDate,
            endDate: campaign.endDate,
            words: null,
          },
        ]
      : [];
  const tasks = tasksList
    .filter((task) => task.asksSites)
    .map((task): Ask => ({
      key: task.id,
      title: task.title,
      startDate: task.startDate ?? task.dueDate,
      endDate: task.dueDate,
      words: task.ask,
    }));
  const asks = [...whole, ...asked, ...tasks].sort((a, b) =>
    a.startDate < b.startDate ? -1 : a.startDate > b.startDate ? 1 : 0,
  );
  return (
    <section aria-label={t('plan.asked')}>
      <Title order={3} fz={16} mb={4}>
        {t('plan.asked')}
      </Title>
      {asks.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('plan.nothingAsked')}
        </Text>
      )}
      {asks.map((ask) => (
        <div key={ask.key} className={classes['line']} data-phase>
          <div>
            <Text fw={500}>{ask.title}</Text>
            <Text size="sm" c="dimmed">
              {ask.startDate === ask.endDate
                ? format.date(ask.endDate)
                : t('calendar:dates', { from: format.date(ask.startDate), to: format.date(ask.endDate) })}
            </Text>
            {ask.words !== null && <Text size="sm">{ask.words}</Text>}
          </div>
        </div>
      ))}
    </section>
  );
}
