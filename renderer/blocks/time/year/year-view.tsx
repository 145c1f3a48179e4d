/** The year at a glance: twelve months one under another, weekdays aligned, campaigns as bands over what the calendar holds. */
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addYears } from '#shared/base/days.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useFormat } from '../../../lib/format.ts';
import { today } from '../../../lib/today.ts';
import { AsSwitch, isTable } from '../as-switch.tsx';
import { CalendarHead } from '../calendar-head.tsx';
import { useDateWords } from '../../../lib/date-words.ts';
import { LayersMenu } from '../layers-menu.tsx';
import { useCalendarLayers } from '../layers.ts';
import { usePlace, useYear } from '../place.ts';
import { ofSource, useCounted, usePlan } from '../sources.tsx';
import type { TimeViewProps } from '../view-props.ts';
import { YearGrid } from './year-grid.tsx';
import { YearTable } from './year-table.tsx';

export function YearView(props: TimeViewProps): ReactNode {
  const { state, readOnly, onOpen, onNew } = props;
  const { t } = useTranslation('calendar');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const dates = useDateWords();
  const { day, go } = usePlace(state);
  const { from, to, months, fiscal } = useYear(day);
  const { data, error, retry } = usePlan(state, from, to);
  const { marks, schoolKnownUntil, unknownAfter } = useCalendarLayers(from, to);
  const year = fiscal ? t('fiscal', { year: to.slice(0, 4) }) : to.slice(0, 4);
  const counted = useCounted();
  const items = useMemo(
    () => (data?.items ?? []).filter((item) => item.startDate <= to && item.endDate >= from),
    [data, from, to],
  );
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined) return <LoadingPage />;
    if (items.length === 0 && state.filtered)
      return <EmptyState icon={props.picture} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
    if (isTable(state))
      return <YearTable months={months} items={items} tasks={[]} marks={marks} onOpen={onOpen} readOnly={readOnly} />;
    return (
      <YearGrid
        label={t('yearOf', { year })}
        months={months}
        items={items}
        marks={marks}
        day={day}
        open={state.record}
        onOpen={onOpen}
        onNew={onNew}
        onMonth={(on) => state.set({ view: 'month', on })}
        beginHint={items.length === 0 && !readOnly && props.beginHint}
      />
    );
  };
  return props.frame({
    detail: data === undefined ? undefined : counted(ofSource(items)),
    children: (
      <>
        <CalendarHead
          title={year}
          detail={[
            ...(fiscal ? [t('fromTo', { from: dates.month(from), to: dates.month(to) })] : []),
            ...(unknownAfter === null ? [] : [t('unknownAfter', { date: format.date(unknownAfter, 'long') })]),
          ].join(' · ')}
          previous={{ label: t('previousYear'), run: () => go(addYears(day, -1)) }}
          next={{ label: t('nextYear'), run: () => go(addYears(day, 1)) }}
          onToday={() => go(today())}
        >
          <LayersMenu until={schoolKnownUntil} />
          {props.tools?.({ from, to, name: year })}
          <AsSwitch state={state} />
        </CalendarHead>
        {props.beyond?.({ from, to, onGo: go })}
        {content()}
      </>
    ),
  });
}
