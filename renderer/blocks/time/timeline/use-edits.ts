/** Writes what was drawn: new dates of an item, a phase or a task, and what waits for what. One gesture is one step to undo. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfDay } from '#shared/base/days.ts';
import { useFormat } from '../../../lib/format.ts';
import type { TimeRecord } from '../../../lib/time-source.ts';
import { offerUndo } from '../../../lib/write.ts';
import { useEditsOf } from '../sources.tsx';
import type { Change } from './changes.ts';
import type { TaskItem } from './items.ts';
import { useTimelineWords } from './use-words.ts';

export interface Edits {
  /** `carry`: what waits for a task moves with it. */
  save: (change: Change, carry: boolean) => Promise<void>;
  /** `task` depends on these from now on, and on nothing else. */
  depend: (task: TaskItem, before: TaskItem[]) => Promise<void>;
}

/** `onOpen` shows an item whose dates have changed, when something is to be said of it; null where that is seen anyway. */
export function useEdits(onOpen: ((record: TimeRecord) => void) | null): Edits {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const words = useTimelineWords();
  const editsOf = useEditsOf();
  return useMemo(
    () => ({
      save: async (change, carry) => {
        const { item, grip, start, end } = change;
        const [startDate, endDate] = [dateOfDay(start), dateOfDay(end)];
        const edits = editsOf(item.source);
        if (item.kind === 'item')
          await edits.moveItem(item.id, grip === 'move' ? { startDate } : { startDate, endDate });
        else if (item.kind === 'phase') await edits.movePhase(item.id, { startDate, endDate });
        // A due date stays alone until it is pulled out to a span.
        else
          await edits.moveTask(
            item.id,
            item.milestone && start === end ? { dueDate: endDate } : { startDate, dueDate: endDate },
            carry,
          );
        if (item.kind !== 'task' && onOpen !== null) edits.moved?.(item.of.id, () => onOpen(item.of));
        await offerUndo(t('moved', { name: item.title, dates: words.span(change) }));
      },
      depend: async (task, before) => {
        await editsOf(task.source).depend(
          task.id,
          before.map(({ id }) => id),
        );
        await offerUndo(
          before.length === 0
            ? t('dependsOnNothing', { name: task.title })
            : t('dependsOn', { name: task.title, before: format.list(before.map(({ title }) => title)) }),
        );
      },
    }),
    [t, words, format, editsOf, onOpen],
  );
}
