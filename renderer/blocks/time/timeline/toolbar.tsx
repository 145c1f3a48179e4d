/** Above the timeline: by what it is laid in lanes, how near one looks, today, the layers behind it, and the table of the same rows. */
import { ActionIcon, Button, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconArrowsVertical, IconFold } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../../lib/list-state.ts';
import { AsSwitch, isTable } from '../as-switch.tsx';
import { laneKinds, type LaneKind } from '../../../lib/time-source.ts';
import { zoomOf, zooms, zoomWidths, type Zoom } from './scale.ts';
import classes from './timeline.module.css';

interface Props {
  lanes: LaneKind;
  onLanes: (lanes: LaneKind) => void;
  week: number;
  onWeek: (week: number) => void;
  onToday: () => void;
  /** Whether every item shows its parts. */
  allOpen: boolean;
  onAll: (open: boolean) => void;
  state: ListState;
  /** The layers behind the drawing. */
  children?: ReactNode;
}

export function Toolbar({ lanes, onLanes, week, onWeek, onToday, allOpen, onAll, state, children }: Props): ReactNode {
  const { t } = useTranslation('timeline');
  const { t: calendarWords } = useTranslation('calendar');
  const table = isTable(state);
  const all = t(allOpen ? 'collapseAll' : 'expandAll');
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label={t('tools')}>
      <Select
        size="xs"
        w={150}
        aria-label={t('lanes')}
        value={lanes}
        allowDeselect={false}
        comboboxProps={{ shadow: 'md' }}
        data={laneKinds.map((value) => ({ value, label: t(`laneBy.${value}`) }))}
        onChange={(value) => value !== null && onLanes(value)}
      />
      <Tooltip label={all}>
        <ActionIcon size={30} variant="default" aria-label={all} onClick={() => onAll(!allOpen)}>
          {allOpen ? <IconFold size={16} stroke={1.6} /> : <IconArrowsVertical size={16} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
      {!table && (
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('zoom')}
            value={zoomOf(week)}
            onChange={(value) => onWeek(zoomWidths[value as Zoom])}
            data={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))}
          />
          <Button size="xs" variant="default" onClick={onToday}>
            {calendarWords('today')}
          </Button>
        </>
      )}
      <span className={classes['gap']} />
      {!table && children}
      <AsSwitch state={state} />
    </div>
  );
}
