/** What stands around the load whatever its zoom: filters, period, zoom, drawing or table. */
import { ActionIcon, Checkbox, SegmentedControl, Select, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconDownload, IconGridDots, IconList } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addDays } from '#shared/base/days.ts';
import { FilterSelect } from '../../record-list/filter-select.tsx';
import { useRead } from '../../../lib/api.ts';
import { fieldName } from '../../../lib/fields.ts';
import { useFormat } from '../../../lib/format.ts';
import { CalendarHead } from '../calendar-head.tsx';
import { useDateWords } from '../../../lib/date-words.ts';
import type { TimeViewProps } from '../view-props.ts';
import classes from './load.module.css';
import { address, lengths, orders, zooms, type LoadChoice } from './use-choice.ts';

export interface ZoomProps extends TimeViewProps {
  choice: LoadChoice;
}

/** Whether the load is shown as a table instead of drawn. */
export function isTable({ state }: Pick<TimeViewProps, 'state'>): boolean {
  return state.filter('as')[0] === 'table';
}

export function LoadFrame({
  choice,
  detail,
  children,
  ...props
}: ZoomProps & { detail?: ReactNode; children: ReactNode }): ReactNode {
  const { state } = props;
  const { t } = useTranslation('load');
  const { t: calendar, i18n } = useTranslation('calendar');
  const format = useFormat();
  const dates = useDateWords();
  const half = choice.weeks / 2;
  const step = (key: 'later' | 'earlier'): string => t(key, { count: half, number: format.number(half) });
  const last = addDays(choice.from, 7 * choice.weeks - 1);
  const month = (iso: string): string => `${dates.monthName(iso, 'short')} ${iso.slice(0, 4)}`;
  const icon = (Picture: typeof IconList, words: string): ReactNode => (
    <>
      <Picture size={15} stroke={1.7} aria-hidden style={{ display: 'block' }} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  );
  return props.frame({
    state: choice.state,
    filters: <Filters choice={choice} />,
    detail,
    tools: (
      <Tooltip label={t('export')}>
        <ActionIcon size={30} variant="default" component={Link} to="/reports?report=load" aria-label={t('export')}>
          <IconDownload size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    ),
    children: (
      <>
        <CalendarHead
          title={t('stretch', {
            from: month(choice.from),
            to: i18n.language === 'fr' ? month(last).toLocaleLowerCase('fr') : month(last),
          })}
          previous={{ label: step('earlier'), run: () => choice.go(-1) }}
          next={{ label: step('later'), run: () => choice.go(1) }}
          onToday={() => choice.go(0)}
          wraps
        >
          <div className={classes['controls']}>
            <SegmentedControl
              size="xs"
              aria-label={t('length')}
              value={String(choice.weeks)}
              onChange={(weeks) => state.set({ [address.weeks]: weeks === '52' ? null : weeks })}
              data={lengths.map((weeks) => ({ value: String(weeks), label: t('weeks', { count: weeks }) }))}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('zoom')}
              value={choice.zoom}
              onChange={(zoom) => state.set({ [address.zoom]: zoom === 'sites' ? null : zoom })}
              data={zooms.map((zoom) => ({ value: zoom, label: t(`zooms.${zoom}`) }))}
            />
            <SegmentedControl
              size="xs"
              aria-label={calendar('as')}
              value={isTable(props) ? 'table' : 'drawing'}
              onChange={(next) => state.set({ as: next === 'table' ? next : null })}
              data={[
                { value: 'drawing', label: icon(IconGridDots, t('asMap')) },
                { value: 'table', label: icon(IconList, calendar('asTable')) },
              ]}
            />
          </div>
        </CalendarHead>
        {children}
      </>
    ),
  });
}

function Filters({ choice }: { choice: LoadChoice }): ReactNode {
  const { t } = useTranslation('load');
  const territories = useRead('territories.list', {});
  const kinds = useRead('sites.kinds', {});
  const { zoom, state } = choice;
  return (
    <>
      {zoom === 'sites' && (
        <FilterSelect
          state={state}
          name={address.territory}
          label={fieldName('territory')}
          options={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))}
        />
      )}
      {zoom !== 'people' && (
        <FilterSelect
          state={state}
          name={address.kind}
          label={fieldName('siteKinds')}
          options={(kinds.data?.rows ?? []).map((row) => ({ value: row.kind, label: row.kind }))}
        />
      )}
      {zoom === 'sites' && (
        <>
          <Select
            size="xs"
            w={148}
            aria-label={t('keep')}
            allowDeselect={false}
            value={choice.keep}
            onChange={(keep) => state.set({ [address.keep]: keep === 'all' ? null : keep })}
            data={(['all', 'asked', 'over'] as const).map((keep) => ({ value: keep, label: t(`keeps.${keep}`) }))}
            comboboxProps={{ shadow: 'md' }}
          />
          <Select
            size="xs"
            w={148}
            aria-label={t('order')}
            allowDeselect={false}
            value={choice.order}
            onChange={(order) => state.set({ [address.order]: order === 'load' ? null : order })}
            data={orders.map((order) => ({ value: order, label: t(`orders.${order}`) }))}
            comboboxProps={{ shadow: 'md' }}
          />
        </>
      )}
      <Checkbox
        size="xs"
        label={t('drafts')}
        checked={choice.drafts}
        onChange={(event) => state.set({ [address.drafts]: event.currentTarget.checked ? null : 'no' })}
      />
    </>
  );
}
