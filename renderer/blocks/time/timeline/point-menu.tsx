/** What can be done with a bar or with a line between two tasks, at the place where it was asked for. */
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditsOf } from '../sources.tsx';
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
  const { t } = useTranslation('timeline');
  return (
    <>
      <Menu.Label>{t('linkOf', { name: link.task.title, before: link.before.title })}</Menu.Label>
      <Menu.Item color="red" onClick={() => onUnlink(link)}>
        {t('unlink')}
      </Menu.Item>
    </>
  );
}

function CellItems({ cell, readOnly, opened, opening, onToggle, onDepends }: { cell: Cell } & Rest): ReactNode {
  const { t } = useTranslation('timeline');
  const { item } = cell;
  const first = opening(cell);
  const editsOf = useEditsOf();
  return (
    <>
      <Menu.Label>{item.title}</Menu.Label>
      {first !== null && <Menu.Item onClick={first.run}>{first.label}</Menu.Item>}
      {opened !== null && item.kind === 'item' && item.phases.length + item.tasks.length > 0 && (
        <Menu.Item onClick={() => onToggle?.(cell.key)}>{t(opened.has(cell.key) ? 'collapse' : 'expand')}</Menu.Item>
      )}
      {!readOnly && item.kind === 'task' && (
        <>
          <Menu.Item onClick={() => onDepends(item)}>{t('depends')}</Menu.Item>
          <Menu.Item onClick={() => editsOf(item.source).check(item.task, item.task.doneOn === null)}>
            {t(item.task.doneOn === null ? 'done' : 'reopen')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
