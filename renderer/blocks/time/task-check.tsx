/** The box that says a task is done, or to be done after all. */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeTask } from '../../lib/time-source.ts';
import { useEditsOf } from './sources.tsx';

export function TaskCheck({
  task,
  readOnly,
  small = false,
}: {
  task: Pick<TimeTask, 'source' | 'id' | 'title' | 'doneOn'>;
  readOnly: boolean;
  small?: boolean;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const editsOf = useEditsOf();
  return (
    <Checkbox
      {...(small ? { size: 'xs' } : {})}
      aria-label={t('markDone', { name: task.title })}
      checked={task.doneOn !== null}
      disabled={readOnly}
      onClick={(event) => event.stopPropagation()}
      onChange={(event) => editsOf(task.source).check(task, event.currentTarget.checked)}
    />
  );
}
