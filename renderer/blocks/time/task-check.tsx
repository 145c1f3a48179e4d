/** The box that says a task is done, or to be done after all. */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/campaigns/contract.ts';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import { today } from '../../lib/today.ts';

export function TaskCheck({
  task,
  readOnly,
  small = false,
}: {
  task: Task;
  readOnly: boolean;
  small?: boolean;
}): ReactNode {
  const { t } = useTranslation('campaigns');
  const done = useWrite('campaigns.updateTasks', {
    toast: (_, { set }) => t(set.doneOn === null ? 'plan.taskReopened' : 'plan.taskDone', { name: task.title }),
  });
  return (
    <Checkbox
      {...(small ? { size: 'xs' } : {})}
      aria-label={t('plan.markDone', { name: task.title })}
      checked={task.doneOn !== null}
      disabled={readOnly}
      onClick={(event) => event.stopPropagation()}
      onChange={(event) =>
        done.mutate(
          { ids: [task.id], set: { doneOn: event.currentTarget.checked ? today() : null } },
          { onError: showError },
        )
      }
    />
  );
}
