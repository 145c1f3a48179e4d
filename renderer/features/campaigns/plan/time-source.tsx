/** Campaigns for the views of time: what there is of them, and what can be done with them there. */
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import type { TimeEdits, TimeSource } from '../../../lib/time-source.ts';
import { showError } from '../../../lib/toasts.ts';
import { today } from '../../../lib/today.ts';
import { offerUndo } from '../../../lib/write.ts';
import { tellCollisions, useCollisions } from '../collisions/use-collisions.ts';
import { filterOf } from '../filter.ts';
import { source, useTimePlan } from './time-plan.ts';
import { usePlan } from './use-plan.ts';

function useEdits(): TimeEdits {
  const { t } = useTranslation('campaigns');
  return useMemo(
    () => ({
      moveItem: (id, days) => call('campaigns.move', { id, ...days }),
      movePhase: (id, set) => call('campaigns.updatePhase', { id, set }),
      moveTask: (id, set, carry) => call('campaigns.updateTask', { id, set, moveDependents: carry }),
      depend: (id, before) => call('campaigns.updateTask', { id, set: { dependsOn: [...before] } }),
      check: ({ id, title }, done) => {
        call('campaigns.updateTasks', { ids: [id], set: { doneOn: done ? today() : null } })
          .then(() => offerUndo(t(done ? 'plan.taskDone' : 'plan.taskReopened', { name: title })))
          .catch(showError);
      },
      moved: (id, open) => void tellCollisions(id, open).catch(showError),
    }),
    [t],
  );
}

/** The sites that the campaign would ask too much of on the dates it is held at. */
const Consequence: NonNullable<TimeSource['Consequence']> = function Consequence({ id, days }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { data } = useCollisions(days === null ? null : { id, ...days });
  if (data === undefined || data.total === 0) return null;
  return (
    <span>
      {t('collisions.over', {
        count: data.total,
        number: format.number(data.total),
        sites: format.number(data.sites),
        threshold: format.number(data.threshold),
      })}
    </span>
  );
};

export const campaignSource: TimeSource = {
  id: source,
  words: { kind: 'campaigns:kind.campaign', count: 'campaigns:viewCount', running: 'campaigns:running' },
  useItems: ({ state, from, to }) => {
    const { data, error, retry } = usePlan({ state, filter: filterOf(state) }, from, to);
    const made = useTimePlan();
    const plan = useMemo(() => (data === undefined ? undefined : made(data)), [data, made]);
    return { plan, error, retry };
  },
  useEdits,
  Consequence,
};
