/** Everything of one day, opened from its number: items, tasks to check off, what the calendar holds, a new beginning. */
import { Anchor, Button, Popover, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeItem, TimeTask } from '../../../lib/time-source.ts';
import type { TimeViewProps } from '../view-props.ts';
import { useDateWords } from '../../../lib/date-words.ts';
import { LayerSign } from '../layers-menu.tsx';
import type { LayerMark } from '../layers.ts';
import classes from './month.module.css';
import { TaskCheck } from '../task-check.tsx';

interface Props {
  date: string;
  opened: boolean;
  onShow: (day: string | null) => void;
  items: TimeItem[];
  tasks: TimeTask[];
  marks: LayerMark[];
  onOpen: TimeViewProps['onOpen'];
  onNew: ((day: string) => void) | null;
  newLabel: string;
  readOnly: boolean;
}

export function DayCard(props: Props): ReactNode {
  const { date, opened, onShow } = props;
  const { t } = useTranslation('calendar');
  const dates = useDateWords();
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && onShow(null)}
      position="bottom-start"
      width={320}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={classes['dayNumber']}
          tabIndex={-1}
          aria-label={t('openDay', { day: dates.day(date) })}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={() => onShow(opened ? null : date)}
        >
          {Number(date.slice(8, 10))}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={dates.day(date)}>
        {opened && <Content {...props} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Content({ date, onShow, items, tasks, marks, onOpen, onNew, newLabel, readOnly }: Props): ReactNode {
  const { t } = useTranslation('calendar');
  const dates = useDateWords();
  const running = items.filter((bar) => bar.startDate <= date && bar.endDate >= date);
  const due = tasks.filter((task) => task.dueDate === date);
  const here = marks.filter((mark) => mark.startDate <= date && mark.endDate >= date);
  const leave = (act: () => void) => () => {
    onShow(null);
    act();
  };
  return (
    <div className={classes['card']} onKeyDown={(event) => event.stopPropagation()} role="presentation">
      <Title order={3} fz={15}>
        {dates.day(date)}
      </Title>
      {running.length + due.length + here.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nothingHere')}
        </Text>
      )}
      {running.length > 0 && (
        <Stack gap={4}>
          {running.map((bar) => (
            <Anchor
              key={bar.id}
              component="button"
              type="button"
              ta="left"
              size="sm"
              c="var(--ink)"
              underline="hover"
              className={classes['cardLine']}
              onClick={leave(() => onOpen(bar))}
            >
              <span
                className={classes['swatch']}
                style={{ background: bar.colour ?? 'var(--muted)' }}
                aria-hidden="true"
              />
              <span>
                {bar.title}
                <Text span size="xs" c="dimmed" ml={6}>
                  {t('dates', { from: dates.short(bar.startDate), to: dates.short(bar.endDate) })}
                </Text>
              </span>
            </Anchor>
          ))}
        </Stack>
      )}
      {due.length > 0 && (
        <Stack gap={4}>
          {due.map((task) => (
            <div key={task.id} className={classes['cardLine']}>
              <TaskCheck task={task} readOnly={readOnly} small />
              <Anchor
                component="button"
                type="button"
                ta="left"
                size="sm"
                c="var(--ink)"
                underline="hover"
                onClick={leave(() => onOpen(task.of, 'plan'))}
              >
                {task.title}
              </Anchor>
            </div>
          ))}
        </Stack>
      )}
      {here.length > 0 && (
        <Stack gap={4}>
          {here.map((mark) => (
            <div key={mark.key} className={classes['cardLine']}>
              <LayerSign layer={mark.layer} />
              <Text size="sm">{mark.place === null ? mark.name : `${mark.name} (${mark.place})`}</Text>
            </div>
          ))}
        </Stack>
      )}
      {onNew !== null && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={leave(() => onNew(date))}
        >
          {newLabel}
        </Button>
      )}
    </div>
  );
}
