/** How a timeline speaks of spans and bars: to the eye in hints, to screen readers as names. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfDay } from '#shared/base/days.ts';
import { useFormat } from '../../../lib/format.ts';
import { useKindOf } from '../sources.tsx';
import type { Item, Span } from './items.ts';

export interface TimelineWords {
  /** The dates and the length of a span. */
  span: (span: Span) => string;
  /** What a bar is, with its dates and all that its look tells. */
  name: (item: Item, span: Span) => string;
  /** The same without the name and the dates. */
  state: (item: Item) => string;
  /** What it is. */
  kind: (item: Item) => string;
}

export function useTimelineWords(): TimelineWords {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const kindOf = useKindOf();
  return useMemo(() => {
    const date = (day: number): string => format.date(dateOfDay(day), 'long');
    const span = ({ start, end }: Span): string =>
      start === end
        ? t('day', { date: date(start) })
        : t('span', {
            from: date(start),
            to: date(end),
            count: end - start + 1,
            number: format.number(end - start + 1),
          });
    const state = (item: Item): string => item.facts().join(' · ');
    const kind = (item: Item): string => (item.kind === 'item' ? kindOf(item.item) : t(`kind.${item.kind}`));
    const name = (item: Item, at: Span): string =>
      [item.title, kind(item), span(at), state(item)].filter((part) => part !== '').join(', ');
    return { span, name, state, kind };
  }, [t, format, kindOf]);
}
