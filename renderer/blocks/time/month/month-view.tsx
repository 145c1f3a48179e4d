/** A month in weeks: campaigns across their days, phases, tasks that are due, and what the calendar holds. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, addMonths } from '#shared/base/days.ts';
import { mondayOf } from '#shared/base/weeks.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useFormat } from '../../../lib/format.ts';
import { today } from '../../../lib/today.ts';
import { AsSwitch, isTable } from '../as-switch.tsx';
import { CalendarHead } from '../calendar-head.tsx';
import { useDateWords } from '../../../lib/date-words.ts';
import { LayersMenu } from '../layers-menu.tsx';
import { isLong, useCalendarLayers } from '../layers.ts';
import { MonthGrid } from './month-grid.tsx';
import { monthOf, usePlace } from '../place.ts';
import { ofSource, useCounted, usePlan } from '../sources.tsx';
import type { TimeViewProps } from '../view-props.ts';
import { YearTable } from '../year/year-table.tsx';

export function MonthView(props: TimeViewProps): ReactNode {
  const { state, readOnly, onOpen } = props;
  const { t } = useTranslation('calendar');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const dates = useDateWords();
  const { day, go } = usePlace(state);
  const month = monthOf(day);
  const [from, to] = [mondayOf(month.from), addDays(mondayOf(month.to), 6)];
  const { data, error, retry } = usePlan(state, from, to);
  const { marks, schoolKnownUntil, unknownAfter } = useCalendarLayers(from, to);
  const long = marks.filter(
    (mark) => mark.layer === 'days' && isLong(mark) && mark.startDate <= month.to && mark.endDate >= month.from,
  );
  const inMonth = (data?.items ?? []).filter((item) => item.startDate <= month.to && item.endDate >= month.from);
  const counted = useCounted();
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined) return <LoadingPage />;
    if (data.total === 0 && state.filtered)
      return <EmptyState icon={props.picture} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
    if (isTable(state))
      return (
        <YearTable
          months={[month]}
          items={inMonth}
          tasks={data.tasks}
          marks={marks}
          onOpen={onOpen}
          readOnly={readOnly}
        />
      );
    return (
      <MonthGrid
        label={t('monthOf', { month: dates.month(month.from) })}
        month={month}
        plan={data}
        marks={marks}
        day={day}
        open={state.record}
        onOpen={onOpen}
        onNew={props.onNew}
        newLabel={props.newLabel}
        onGo={go}
        readOnly={readOnly}
      />
    );
  };
  return props.frame({
    detail: data === undefined ? undefined : counted(ofSource(inMonth)),
    children: (
      <>
        <CalendarHead
          title={dates.month(month.from)}
          detail={[
            ...long.map((mark) => mark.name),
            ...(unknownAfter === null ? [] : [t('unknownAfter', { date: format.date(unknownAfter, 'long') })]),
          ].join(' · ')}
          previous={{ label: t('previousMonth'), run: () => go(addMonths(day, -1)) }}
          next={{ label: t('nextMonth'), run: () => go(addMonths(day, 1)) }}
          onToday={() => go(today())}
        >
          <LayersMenu until={schoolKnownUntil} />
          {props.tools?.({ from: month.from, to: month.to, name: dates.month(month.from) })}
          <AsSwitch state={state} />
        </CalendarHead>
        {props.beyond?.({ from: month.from, to: month.to, onGo: go })}
        {content()}
      </>
    ),
  });
}
