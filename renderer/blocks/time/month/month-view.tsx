/** A month in weeks: campaigns across their days, phases, tasks that are due, and what the calendar holds. */
import { IconSpeakerphone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, addMonths } from '#shared/base/days.ts';
import { mondayOf } from '#shared/base/weeks.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useFormat } from '../../../lib/format.ts';
import { today } from '../../../lib/today.ts';
import { ViewFrame } from '../../../features/campaigns/view-frame.tsx';
import type { CampaignViewProps } from '../../../features/campaigns/view-props.ts';
import { AsSwitch, isTable } from '../as-switch.tsx';
import { CalendarExport } from '../../../features/campaigns/plan/calendar-export.tsx';
import { CalendarHead } from '../calendar-head.tsx';
import { useDateWords } from '../../../lib/date-words.ts';
import { LayersMenu } from '../layers-menu.tsx';
import { isLong, useCalendarLayers } from '../layers.ts';
import { MonthGrid } from './month-grid.tsx';
import { monthOf, usePlace } from '../place.ts';
import { usePlan } from '../../../features/campaigns/plan/use-plan.ts';
import { YearTable } from '../year/year-table.tsx';

export function MonthView(props: CampaignViewProps): ReactNode {
  const { state, readOnly } = props;
  const { t } = useTranslation('calendar');
  const { t: words } = useTranslation('campaigns');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const dates = useDateWords();
  const { day, go } = usePlace(state);
  const month = monthOf(day);
  const [from, to] = [mondayOf(month.from), addDays(mondayOf(month.to), 6)];
  const { data, error, retry } = usePlan(props, from, to);
  const { marks, schoolKnownUntil, unknownAfter } = useCalendarLayers(from, to);
  const long = marks.filter(
    (mark) => mark.layer === 'days' && isLong(mark) && mark.startDate <= month.to && mark.endDate >= month.from,
  );
  const inMonth = (data?.campaigns ?? []).filter((bar) => bar.startDate <= month.to && bar.endDate >= month.from);
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined) return <LoadingPage />;
    if (data.total === 0 && state.filtered)
      return <EmptyState icon={IconSpeakerphone} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
    if (isTable(state))
      return (
        <YearTable
          months={[month]}
          campaigns={inMonth}
          tasks={data.tasks}
          marks={marks}
          onOpen={props.open}
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
        onOpen={props.open}
        onTask={(campaignId) => state.set({ record: campaignId, tab: 'plan', starts: null })}
        onNew={readOnly ? null : (starts) => state.set({ record: 'new', starts, on: starts })}
        onGo={go}
        readOnly={readOnly}
      />
    );
  };
  return (
    <ViewFrame
      {...props}
      detail={
        data === undefined
          ? undefined
          : words('viewCount', { count: inMonth.length, number: format.number(inMonth.length) })
      }
    >
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
        <CalendarExport
          state={state}
          filter={props.filter}
          from={month.from}
          to={month.to}
          name={dates.month(month.from)}
        />
        <AsSwitch state={state} />
      </CalendarHead>
      {content()}
    </ViewFrame>
  );
}
