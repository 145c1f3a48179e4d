/** All that can be done with what a timeline draws, in the view and in the panel alike: changes of dates, links, menus and their questions. */
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { showError } from '../../../lib/toasts.ts';
import { CarryDialog } from './carry-dialog.tsx';
import { DependsDialog } from './depends-dialog.tsx';
import type { TimeRecord } from '../../../lib/time-source.ts';
import type { TaskItem, WholeItem } from './items.ts';
import type { Link } from './links-layer.tsx';
import { PointMenu, type Asked, type Opening } from './point-menu.tsx';
import type { Cell } from './rows.ts';
import { useChange, type ChangeState } from './use-change.ts';
import { useEdits } from './use-edits.ts';

interface Options {
  items: readonly WholeItem[];
  /** What the items were made from: a new one ends a change that was being written. */
  plan: unknown;
  readOnly: boolean;
  /** What opening a bar means here; null where there is nothing more to open. */
  opening: (cell: Cell) => Opening | null;
  opened: ReadonlySet<string> | null;
  onToggle?: ((key: string) => void) | undefined;
  /** Shows an item whose dates have changed, when something is to be said of it; null where that is seen anyway. */
  onOpen: ((record: TimeRecord) => void) | null;
}

export interface Editing {
  state: ChangeState;
  tasksOf: (itemId: string) => TaskItem[];
  onLink: (task: TaskItem, before: TaskItem) => void;
  onMenu: (of: Cell | Link, x: number, y: number) => void;
  /** The menu and the questions, to stand beside the drawing. */
  dialogs: ReactNode;
}

export function useEditing({ items, plan, readOnly, opening, opened, onToggle, onOpen }: Options): Editing {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [depends, setDepends] = useState<TaskItem | null>(null);
  const tasksById = useMemo(() => new Map(items.map((item) => [item.id, item.tasks])), [items]);
  const tasksOf = useCallback((id: string) => tasksById.get(id) ?? [], [tasksById]);
  const edits = useEdits(onOpen);
  const state = useChange(plan, edits, tasksOf);
  const depend = (task: TaskItem, isBefore: (id: string) => boolean): void => {
    edits
      .depend(
        task,
        tasksOf(task.of.id).filter(({ id }) => isBefore(id)),
      )
      .catch(showError);
  };
  return {
    state,
    tasksOf,
    onLink: (task, before) => depend(task, (id) => id === before.id || task.task.dependsOn.includes(id)),
    onMenu: (of, x, y) => setAsked({ of, x, y }),
    dialogs: (
      <>
        <CarryDialog state={state} />
        <PointMenu
          asked={asked}
          onClose={() => setAsked(null)}
          readOnly={readOnly}
          opening={opening}
          opened={opened}
          onToggle={onToggle}
          onDepends={setDepends}
          onUnlink={({ task, before }) => depend(task, (id) => id !== before.id && task.task.dependsOn.includes(id))}
        />
        <DependsDialog
          task={depends}
          tasks={depends === null ? [] : tasksOf(depends.of.id)}
          onClose={() => setDepends(null)}
          onSave={edits.depend}
        />
      </>
    ),
  };
}
