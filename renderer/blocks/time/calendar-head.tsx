/** The head of the year and of the month: which one, the way to its neighbours and to today, and what belongs to the view. */
import { ActionIcon, Button, Title, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './calendar-head.module.css';

interface Props {
  title: string;
  /** Beside the title; may be empty. */
  detail?: string;
  previous: { label: string; run: () => void };
  next: { label: string; run: () => void };
  onToday: () => void;
  /** On more than one line where there is no room: for a view with much of its own. */
  wraps?: boolean;
  children: ReactNode;
}

export function CalendarHead({ title, detail, previous, next, onToday, wraps = false, children }: Props): ReactNode {
  const { t } = useTranslation('calendar');
  return (
    <div className={classes['head']} data-wraps={wraps || undefined}>
      <Title order={2} fz={20} lh={1.2} className={classes['title']} aria-live="polite">
        {title}
      </Title>
      <div className={classes['steps']}>
        <Tooltip label={previous.label}>
          <ActionIcon size={30} variant="default" aria-label={previous.label} onClick={previous.run}>
            <IconChevronLeft size={16} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
        <Button size="xs" variant="default" onClick={onToday}>
          {t('today')}
        </Button>
        <Tooltip label={next.label}>
          <ActionIcon size={30} variant="default" aria-label={next.label} onClick={next.run}>
            <IconChevronRight size={16} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
      </div>
      <span className={classes['detail']} title={detail}>
        {detail}
      </span>
      {children}
    </div>
  );
}
