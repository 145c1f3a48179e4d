/** The plan of one campaign: drawn over time, its phases, its tasks with what is done, late or begun too early, and what sites are asked. */
import { ActionIcon, Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase, Task } from '#shared/campaigns/contract.ts';
import { useWrite } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import { today } from '../../lib/today.ts';
import classes from './campaigns.module.css';
import { CampaignCollisions } from './collisions/campaign-collisions.tsx';
import type { CampaignDetail } from './campaign-detail.ts';
import { Asks } from './plan/asks.tsx';
import { TimeSources } from '../../blocks/time/sources.tsx';
import { TaskCheck } from '../../blocks/time/task-check.tsx';
import { CampaignTimeline } from './plan/campaign-timeline.tsx';
import { source } from './plan/time-plan.ts';
import { campaignSource } from './plan/time-source.tsx';
import { PhaseDialog, TaskDialog } from './plan-dialogs.tsx';
import { useCampaignWords } from './words.ts';

const sources = [campaignSource];

interface Props {
  campaign: CampaignDetail;
  readOnly: boolean;
}

export function PlanTab({ campaign, readOnly }: Props): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar', 'timeline']);
  const [phase, setPhase] = useState<Phase | 'new' | null>(null);
  const [task, setTask] = useState<Task | 'new' | null>(null);
  return (
    <TimeSources sources={sources}>
      <Stack gap="lg">
        {campaign.phases.length + campaign.tasksList.length > 0 && (
          <CampaignTimeline
            key={campaign.id}
            campaign={campaign}
            readOnly={readOnly}
            onPhase={setPhase}
            onTask={setTask}
          />
        )}
        <CampaignCollisions row={campaign} readOnly={readOnly} />
        <section aria-label={t('plan.phases')}>
          <Head title={t('plan.phases')} add={t('plan.addPhase')} readOnly={readOnly} onAdd={() => setPhase('new')} />
          {campaign.phases.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('plan.noPhase')}
            </Text>
          )}
          {campaign.phases.map((row) => (
            <PhaseLine key={row.id} row={row} readOnly={readOnly} onEdit={() => setPhase(row)} />
          ))}
        </section>
        <section aria-label={t('tasks')}>
          <Head title={t('tasks')} add={t('plan.addTask')} readOnly={readOnly} onAdd={() => setTask('new')} />
          {campaign.tasksList.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('plan.noTask')}
            </Text>
          )}
          {campaign.tasksList.map((row) => (
            <TaskLine
              key={row.id}
              row={row}
              before={campaign.tasksList.filter(({ id }) => row.dependsOn.includes(id))}
              readOnly={readOnly}
              onEdit={() => setTask(row)}
            />
          ))}
        </section>
        <Asks campaign={campaign} />
        <PhaseDialog campaign={campaign} row={phase} onClose={() => setPhase(null)} />
        <TaskDialog campaign={campaign} row={task} onClose={() => setTask(null)} />
      </Stack>
    </TimeSources>
  );
}

function Head({
  title,
  add,
  readOnly,
  onAdd,
}: {
  title: string;
  add: string;
  readOnly: boolean;
  onAdd: () => void;
}): ReactNode {
  return (
    <Group justify="space-between" mb={4}>
      <Title order={3} fz={16}>
        {title}
      </Title>
      {!readOnly && (
        <Button size="compact-sm" variant="default" onClick={onAdd}>
          {add}
        </Button>
      )}
    </Group>
  );
}

export function LineMenu({
  label,
  onEdit,
  onDelete,
}: {
  label: string;
  onEdit: () => void;
  onDelete: () => void;
}): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar', 'timeline']);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label={t('moreOf', { name: label })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('edit')}</Menu.Item>
        <Menu.Item color="red" onClick={onDelete}>
          {t('delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function PhaseLine({ row, readOnly, onEdit }: { row: Phase; readOnly: boolean; onEdit: () => void }): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar', 'timeline']);
  const format = useFormat();
  const words = useCampaignWords();
  const remove = useWrite('campaigns.deletePhases', { toast: () => t('plan.phaseDeleted') });
  const name = row.title ?? words.phase(row.kind);
  return (
    <div className={classes['line']} data-phase>
      <div>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t('calendar:dates', { from: format.date(row.startDate), to: format.date(row.endDate) })}
          {row.asksSites && ` · ${t('plan.asks')}`}
        </Text>
      </div>
      {!readOnly && (
        <LineMenu
          label={name}
          onEdit={onEdit}
          onDelete={() => remove.mutate({ ids: [row.id] }, { onError: showError })}
        />
      )}
    </div>
  );
}

function TaskLine({
  row,
  before,
  readOnly,
  onEdit,
}: {
  row: Task;
  before: Task[];
  readOnly: boolean;
  onEdit: () => void;
}): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar', 'timeline']);
  const format = useFormat();
  const remove = useWrite('campaigns.deleteTasks', { toast: () => t('plan.taskDeleted', { name: row.title }) });
  const late = row.doneOn === null && row.dueDate < today();
  return (
    <div className={classes['line']}>
      <TaskCheck task={{ ...row, source }} readOnly={readOnly} />
      <div>
        <Text fw={500} {...(row.doneOn !== null ? { c: 'dimmed' } : {})}>
          {row.title}
        </Text>
        <Text size="sm" c="dimmed">
          {row.doneOn === null
            ? t('timeline:due', { date: format.date(row.dueDate) })
            : t('plan.doneOn', { date: format.date(row.doneOn) })}
          {row.owner !== null && ` · ${row.owner}`}
          {row.asksSites && ` · ${t('plan.asks')}`}
          {late && <span className={classes['late']}> · {t('plan.late')}</span>}
          {row.tooEarly && <span className={classes['late']}> · {t('plan.tooEarly')}</span>}
        </Text>
        {before.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('plan.after', { names: format.list(before.map(({ title }) => title)) })}
          </Text>
        )}
      </div>
      {!readOnly && (
        <LineMenu
          label={row.title}
          onEdit={onEdit}
          onDelete={() => remove.mutate({ ids: [row.id] }, { onError: showError })}
        />
      )}
    </div>
  );
}
