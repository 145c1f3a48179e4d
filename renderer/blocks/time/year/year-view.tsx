/** The year at a glance: twelve months one under another, weekdays aligned, campaigns as bands over what the calendar holds. */
import { IconSpeakerphone } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addYears } from '#shared/base/days.ts';
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
import { useCalendarLayers } from '../layers.ts';
import { usePlace, useYear } from '../place.ts';
import { usePlan } from '../../../features/campaigns/plan/use-plan.ts';
import { YearGrid } from './year-grid.tsx';
import { YearTable } from './year-table.tsx';

export function YearView(props: CampaignViewProps): ReactNode {
  const { state, readOnly } = props;
  const { t } = useTranslation('calendar');
  const { t: words } = useTranslation('campaigns');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const dates = useDateWords();
  const { day, go } = usePlace(state);
  const { from, to, months, fiscal } = useYear(day);
  const { data, error, retry } = usePlan(props, from, to);
  const { marks, schoolKnownUntil, unknownAfter } = useCalendarLayers(from, to);
  const year = fiscal ? t('fiscal', { year: to.slice(0, 4) }) : to.slice(0, 4);
  const campaigns = useMemo(
    () => (data?.campaigns ?? []).filter((bar) => bar.startDate <= to && bar.endDate >= from),
    [data, from, to],
  );
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined) return <LoadingPage />;
    if (campaigns.length === 0 && state.filtered)
      return <EmptyState icon={IconSpeakerphone} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
    if (isTable(state))
      return (
        <YearTable
          months={months}
          campaigns={campaigns}
          tasks={[]}
          marks={marks}
          onOpen={props.open}
          readOnly={readOnly}
        />
      );
    return (
      <YearGrid
        label={t('yearOf', { year })}
        months={months}
        campaigns={campaigns}
        marks={marks}
        day={day}
        open={state.record}
        onOpen={props.open}
        onNew={readOnly ? null : (starts) => state.set({ record: 'new', starts, on: starts })}
        onMonth={(on) => state.set({ view: 'month', on })}
        empty={campaigns.length === 0 && !readOnly}
      />
    );
  };
  return (
    <ViewFrame
      {...props}
      detail={
        data === undefined
          ? undefined
          : words('viewCount', { count: campaigns.length, number: format.number(campaigns.length) })
      }
    >
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
        <CalendarExport state={state} filter={props.filter} from={from} to={to} name={year} />
        <AsSwitch state={state} />
      </CalendarHead>
      {content()}
    </ViewFrame>
  );
}
