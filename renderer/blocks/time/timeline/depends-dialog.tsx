/** Chooses what a task depends on; what already waits for it cannot be chosen, and says why. */
import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';
import { waitingFor } from './changes.ts';
import type { TaskItem } from './items.ts';

interface Props {
  task: TaskItem | null;
  tasks: TaskItem[];
  onClose: () => void;
  onSave: (task: TaskItem, before: TaskItem[]) => Promise<void>;
}

export function DependsDialog({ task, tasks, onClose, onSave }: Props): ReactNode {
  const { t } = useTranslation('timeline');
  const { t: common } = useTranslation('common');
  return (
    <Modal
      opened={task !== null}
      onClose={onClose}
      title={t('dependsTitle', { name: task?.title ?? '' })}
      closeButtonProps={{ 'aria-label': common('cancel') }}
      keepMounted={false}
    >
      {task !== null && <Choice task={task} tasks={tasks} onClose={onClose} onSave={onSave} />}
    </Modal>
  );
}

function Choice({ task, tasks, onClose, onSave }: Omit<Props, 'task'> & { task: TaskItem }): ReactNode {
  const { t } = useTranslation('timeline');
  const { t: common } = useTranslation('common');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const [chosen, setChosen] = useState<string[]>([...task.task.dependsOn]);
  const others = tasks.filter(({ id }) => id !== task.id);
  const waiting = new Set(
    waitingFor(
      tasks.map((one) => one.task),
      task.id,
    ).map(({ id }) => id),
  );
  const save = (): void => {
    onSave(
      task,
      others.filter(({ id }) => chosen.includes(id)),
    ).then(onClose, showError);
  };
  return (
    <Stack>
      {others.length === 0 ? (
        <Text c="dimmed">{t('dependsNone')}</Text>
      ) : (
        <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('dependsHelp')}>
          <Text size="sm" c="dimmed" mb="sm">
            {t('dependsHelp')}
          </Text>
          <ScrollArea.Autosize mah={320}>
            <Stack gap="xs">
              {others.map(({ id, title, task: { dueDate } }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={title}
                  disabled={waiting.has(id)}
                  description={waiting.has(id) ? t('waitsAlready') : t('due', { date: format.date(dueDate) })}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Checkbox.Group>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        {others.length > 0 && <Button onClick={save}>{words('save')}</Button>}
      </Group>
    </Stack>
  );
}
