/** How a timeline speaks of spans and bars: to the eye in hints, to screen readers as names. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfDay } from '#shared/base/days.ts';
import { useFormat } from '../../../lib/format.ts';
import { today } from '../../../lib/today.ts';
import { useCampaignWords } from '../../../features/campaigns/words.ts';
import type { Item, Span } from './items.ts';

export interface TimelineWords {
  /** The dates and the length of a span. */
  span: (span: Span) => string;
  /** What a bar is, with its dates and all that its look tells. */
  name: (item: Item, span: Span) => string;
  /** The same without the name and the dates. */
  state: (item: Item) => string;
}

export function useTimelineWords(): TimelineWords {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useCampaignWords();
  return useMemo(() => {
    const date = (day: number): string => format.date(dateOfDay(day), 'long');
    const span = ({ start, end }: Span): string =>
      start === end
        ? t('timeline.day', { date: date(start) })
        : t('timeline.span', {
            from: date(start),
            to: date(end),
            count: end - start + 1,
            number: format.number(end - start + 1),
          });
    const state = (item: Item): string => {
      if (item.kind === 'campaign') {
        const open = item.tasks.filter(({ task }) => task.doneOn === null).length;
        const early = item.tasks.filter(({ task }) => task.tooEarly).length;
        return [
          words.status(item.bar.status),
          t('scope.sites', { count: item.bar.sites, number: format.number(item.bar.sites) }),
          item.tasks.length > 0
            ? t('timeline.tasksOpen', { open: format.number(open), total: format.number(item.tasks.length) })
            : null,
          item.bar.tasksLate > 0
            ? t('late', { count: item.bar.tasksLate, number: format.number(item.bar.tasksLate) })
            : null,
          early > 0 ? t('timeline.early', { count: early, number: format.number(early) }) : null,
        ]
          .filter((part) => part !== null)
          .join(' · ');
      }
      if (item.kind === 'phase')
        return [words.phase(item.phase.kind), item.phase.asksSites ? t('plan.asks') : null]
          .filter((part) => part !== null && part !== item.title)
          .join(' · ');
      const { task } = item;
      const parts = [
        task.doneOn === null ? null : t('plan.doneOn', { date: format.date(task.doneOn) }),
        task.doneOn === null && task.dueDate < today() ? t('plan.late') : null,
        task.tooEarly ? t('plan.tooEarly') : null,
        task.asksSites ? t('plan.asks') : null,
        task.owner,
      ];
      return parts.filter((part) => part !== null).join(' · ');
    };
    const name = (item: Item, at: Span): string =>
      [item.title, t(`timeline.kind.${item.kind}`), span(at), state(item)].filter((part) => part !== '').join(', ');
    return { span, name, state };
  }, [t, format, words]);
}
