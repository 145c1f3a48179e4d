/** Above the timeline: by what it is laid in lanes, how near one looks, today, and the table of the same rows. */
import { ActionIcon, Button, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { laneKinds, type LaneKind } from './lanes.ts';
import { zoomOf, zooms, zoomWidths, type Zoom } from './scale.ts';
import classes from './timeline.module.css';

interface Props {
  lanes: LaneKind;
  onLanes: (lanes: LaneKind) => void;
  week: number;
  onWeek: (week: number) => void;
  onToday: () => void;
  table: boolean;
  onTable: (table: boolean) => void;
  /** What else there is: layers. */
  children?: ReactNode;
}

export function Toolbar({ lanes, onLanes, week, onWeek, onToday, table, onTable, children }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const toggle = t(table ? 'timeline.asBars' : 'timeline.asTable');
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label={t('timeline.tools')}>
      <Select size="xs" w={150} aria-label={t('timeline.lanes')} value={lanes} allowDeselect={false} comboboxProps={{ shadow: 'md' }} data={laneKinds.map((value) => ({ value, label: t(`timeline.by.${value}`) }))} onChange={(value) => value !== null && onLanes(value)} />
      {!table && (
        <>
          <SegmentedControl size="xs" aria-label={t('timeline.zoom')} value={zoomOf(week)} onChange={(value) => onWeek(zoomWidths[value as Zoom])} data={zooms.map((value) => ({ value, label: t(`timeline.zooms.${value}`) }))} />
          <Button size="xs" variant="default" onClick={onToday}>{t('timeline.today')}</Button>
          {children}
        </>
      )}
      <Tooltip label={toggle}><ActionIcon size={30} variant="default" aria-label={toggle} aria-pressed={table} onClick={() => onTable(!table)}>{table ? <IconChartBar size={17} stroke={1.6} /> : <IconTable size={17} stroke={1.6} />}</ActionIcon></Tooltip>
    </div>
  );
}
