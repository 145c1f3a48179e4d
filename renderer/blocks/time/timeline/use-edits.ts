/** Writes what was drawn: new dates of a campaign, a phase or a task, and what waits for what. One gesture is one step to undo. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfDay } from '#shared/base/days.ts';
import { call } from '../../../lib/api.ts';
import { offerUndo } from '../../../lib/write.ts';
import { useFormat } from '../../../lib/format.ts';
import type { Change } from './changes.ts';
import type { TaskItem } from './items.ts';
import { useTimelineWords } from './use-words.ts';

export interface Edits {
  /** `carry`: what waits for a task moves with it. */
  save: (change: Change, carry: boolean) => Promise<void>;
  /** `task` depends on these from now on, and on nothing else. */
  depend: (task: TaskItem, before: TaskItem[]) => Promise<void>;
}

/** `onMoved` hears of a campaign whose dates have changed. */
export function useEdits(onMoved?: (campaignId: string) => void): Edits {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useTimelineWords();
  return useMemo(
    () => ({
      save: async (change, carry) => {
        const { item, grip, start, end } = change;
        const [startDate, endDate] = [dateOfDay(start), dateOfDay(end)];
        if (item.kind === 'campaign')
          await call(
            'campaigns.move',
            grip === 'move' ? { id: item.id, startDate } : { id: item.id, startDate, endDate },
          );
        else if (item.kind === 'phase')
          await call('campaigns.updatePhase', { id: item.id, set: { startDate, endDate } });
        // A due date stays alone until it is pulled out to a span.
        else
          await call('campaigns.updateTask', {
            id: item.id,
            set: item.milestone && start === end ? { dueDate: endDate } : { startDate, dueDate: endDate },
            moveDependents: carry,
          });
        if (item.kind !== 'task') onMoved?.(item.campaignId);
        await offerUndo(t('timeline.moved', { name: item.title, dates: words.span(change) }));
      },
      depend: async (task, before) => {
        await call('campaigns.updateTask', { id: task.id, set: { dependsOn: before.map(({ id }) => id) } });
        await offerUndo(
          before.length === 0
            ? t('timeline.dependsOnNothing', { name: task.title })
            : t('timeline.dependsOn', { name: task.title, before: format.list(before.map(({ title }) => title)) }),
        );
      },
    }),
    [t, words, format, onMoved],
  );
}
