/** Above the timeline: by what it is laid in lanes, how near one looks, today, the layers behind it, and the table of the same rows. */
import { Button, SegmentedControl, Select, VisuallyHidden } from '@mantine/core';
import { IconChartBar, IconList } from '@tabler/icons-react';
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
  /** The layers behind the drawing. */
  children?: ReactNode;
}

export function Toolbar({ lanes, onLanes, week, onWeek, onToday, table, onTable, children }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: calendarWords } = useTranslation('calendar');
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label={t('timeline.tools')}>
      <Select size="xs" w={150} aria-label={t('timeline.lanes')} value={lanes} allowDeselect={false} comboboxProps={{ shadow: 'md' }} data={laneKinds.map((value) => ({ value, label: t(`timeline.by.${value}`) }))} onChange={(value) => value !== null && onLanes(value)} />
      {!table && (
        <>
          <SegmentedControl size="xs" aria-label={t('timeline.zoom')} value={zoomOf(week)} onChange={(value) => onWeek(zoomWidths[value as Zoom])} data={zooms.map((value) => ({ value, label: t(`timeline.zooms.${value}`) }))} />
          <Button size="xs" variant="default" onClick={onToday}>{calendarWords('today')}</Button>
        </>
      )}
      <span className={classes['gap']} />
      {!table && children}
      <SegmentedControl
        size="xs"
        aria-label={calendarWords('as')}
        value={table ? 'table' : 'drawing'}
        onChange={(next) => onTable(next === 'table')}
        data={[
          { value: 'drawing', label: <><IconChartBar size={15} stroke={1.7} aria-hidden style={{ display: 'block' }} /><VisuallyHidden>{calendarWords('asDrawing')}</VisuallyHidden></> },
          { value: 'table', label: <><IconList size={15} stroke={1.7} aria-hidden style={{ display: 'block' }} /><VisuallyHidden>{calendarWords('asTable')}</VisuallyHidden></> },
        ]}
      />
    </div>
  );
}
