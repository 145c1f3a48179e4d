/** A campaign as a card: its colour, its dates, who leads it, how its sites answer, what is late. */
import { useDraggable } from '@dnd-kit/core';
import { Text, UnstyledButton } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { today } from '../../../lib/today.ts';
import { AnswerBar } from '../answer-bar.tsx';
import classes from './board.module.css';
import type { PlanBar } from './plan-bar.ts';
import { useDateWords } from '../../../lib/date-words.ts';

export function BoardCard({
  bar,
  isOpen,
  onOpen,
  readOnly,
}: {
  bar: PlanBar;
  isOpen: boolean;
  onOpen: (id: string) => void;
  readOnly: boolean;
}): ReactNode {
  const { t } = useTranslation('campaigns');
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: bar.id,
    disabled: readOnly,
    attributes: { roleDescription: t('board.card') },
  });
  const { role: _role, ...described } = attributes;
  return (
    <UnstyledButton
      ref={setNodeRef}
      className={classes['card']}
      data-card={bar.id}
      data-open={isOpen || undefined}
      data-dragging={isDragging || undefined}
      {...(readOnly ? {} : { ...described, ...listeners })}
      onClick={() => onOpen(bar.id)}
    >
      <CardFace bar={bar} />
    </UnstyledButton>
  );
}

/** What stands on the card, also while it is carried. */
export function CardFace({ bar }: { bar: PlanBar }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const dates = useDateWords();
  const year = bar.endDate.slice(0, 4);
  return (
    <>
      <span className={classes['band']} style={{ background: bar.colour ?? 'var(--line-strong)' }} aria-hidden="true" />
      <span className={classes['text']}>
        <Text component="span" size="sm" fw={500} lh={1.35}>
          {bar.title}
        </Text>
        <Text component="span" size="xs" c="dimmed">
          {t('board.dates', {
            from: dates.short(bar.startDate),
            to: `${dates.short(bar.endDate)}${year === today().slice(0, 4) ? '' : ` ${year}`}`,
          })}
        </Text>
        {bar.owner !== null && (
          <Text component="span" size="xs" c="dimmed" truncate>
            {bar.owner}
          </Text>
        )}
        <span className={classes['figures']}>
          {bar.frozenAt === null ? (
            <Text component="span" size="xs" c="dimmed">
              {t('scope.sites', { count: bar.sites, number: format.number(bar.sites) })}
            </Text>
          ) : (
            <AnswerBar answers={bar.answers} settled />
          )}
        </span>
        {bar.tasks > 0 && (
          <span className={classes['tasks']}>
            <IconChecklist size={13} stroke={1.7} aria-hidden />
            <span className="visually-hidden">{t('tasks')}</span>
            {format.number(bar.tasksDone)}/{format.number(bar.tasks)}
            {bar.tasksLate > 0 && (
              <span className={classes['late']}>
                · {t('late', { count: bar.tasksLate, number: format.number(bar.tasksLate) })}
              </span>
            )}
          </span>
        )}
      </span>
    </>
  );
}
