/** What can be done with a bar or with a line between two tasks, at the place where it was asked for. */
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../../lib/write.ts';
import { showError } from '../../../lib/toasts.ts';
import { today } from '../../../lib/today.ts';
import type { TaskItem } from './items.ts';
import type { Link } from './links-layer.tsx';
import type { Cell } from './rows.ts';

export interface Asked {
  of: Cell | Link;
  x: number;
  y: number;
}

/** The first thing to be done with a bar: what a click does too. */
export interface Opening {
  label: string;
  run: () => void;
}

interface Props {
  asked: Asked | null;
  onClose: () => void;
  readOnly: boolean;
  opening: (cell: Cell) => Opening | null;
  opened: ReadonlySet<string> | null;
  onToggle?: ((key: string) => void) | undefined;
  onDepends: (task: TaskItem) => void;
  onUnlink: (link: Link) => void;
}

export function PointMenu({ asked, onClose, ...rest }: Props): ReactNode {
  return (
    <Menu
      opened={asked !== null}
      onClose={onClose}
      position="bottom-start"
      shadow="md"
      withinPortal
      returnFocus
      offset={4}
    >
      <Menu.Target>
        <span aria-hidden="true" style={{ position: 'fixed', left: asked?.x ?? 0, top: asked?.y ?? 0 }} />
      </Menu.Target>
      <Menu.Dropdown>
        {asked !== null &&
          ('before' in asked.of ? <LinkItems link={asked.of} {...rest} /> : <CellItems cell={asked.of} {...rest} />)}
      </Menu.Dropdown>
    </Menu>
  );
}

type Rest = Omit<Props, 'asked' | 'onClose'>;

function LinkItems({ link, onUnlink }: { link: Link } & Rest): ReactNode {
  const { t } = useTranslation('campaigns');
  return (
    <>
      <Menu.Label>{t('timeline.linkOf', { name: link.task.title, before: link.before.title })}</Menu.Label>
      <Menu.Item color="red" onClick={() => onUnlink(link)}>
        {t('timeline.unlink')}
      </Menu.Item>
    </>
  );
}

function CellItems({ cell, readOnly, opened, opening, onToggle, onDepends }: { cell: Cell } & Rest): ReactNode {
  const { t } = useTranslation('campaigns');
  const { item } = cell;
  const first = opening(cell);
  const done = useWrite('campaigns.updateTasks', {
    toast: (_, { set }) => t(set.doneOn === null ? 'plan.taskReopened' : 'plan.taskDone', { name: item.title }),
  });
  return (
    <>
      <Menu.Label>{item.title}</Menu.Label>
      {first !== null && <Menu.Item onClick={first.run}>{first.label}</Menu.Item>}
      {opened !== null && item.kind === 'campaign' && item.phases.length + item.tasks.length > 0 && (
        <Menu.Item onClick={() => onToggle?.(cell.key)}>
          {t(opened.has(cell.key) ? 'timeline.collapse' : 'timeline.expand')}
        </Menu.Item>
      )}
      {!readOnly && item.kind === 'task' && (
        <>
          <Menu.Item onClick={() => onDepends(item)}>{t('timeline.depends')}</Menu.Item>
          <Menu.Item
            onClick={() =>
              done.mutate(
                { ids: [item.id], set: { doneOn: item.task.doneOn === null ? today() : null } },
                { onError: showError },
              )
            }
          >
            {t(item.task.doneOn === null ? 'timeline.done' : 'timeline.reopen')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
