/** Beside the pointer while a bar is held: its new dates and length, and the sites that a moved campaign would ask too much of. */
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfDay } from '#shared/dates/days.ts';
import { useFormat } from '../../../../lib/format.ts';
import { useCollisions } from '../../load/use-collisions.ts';
import { isChange, type Change } from './changes.ts';
import classes from './timeline.module.css';
import type { TimelineWords } from './use-words.ts';

interface Props {
  /** Null while nothing is held. */
  change: Change | null;
  words: TimelineWords;
  ref: Ref<HTMLDivElement>;
}

export function Hint({ change, words, ref }: Props): ReactNode {
  return (
    <div ref={ref} className={classes['hint']} hidden={change === null} aria-hidden="true">
      {change !== null && (
        <>
          <b>{change.item.title}</b>
          <span>{words.span(change)}</span>
          {change.item.kind === 'campaign' && <Load change={change} />}
        </>
      )}
    </div>
  );
}

function Load({ change }: { change: Change }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { item, grip, start, end } = change;
  const { data } = useCollisions(isChange(change) ? { id: item.id, startDate: dateOfDay(start), ...(grip === 'move' ? {} : { endDate: dateOfDay(end) }) } : null);
  if (data === undefined || data.total === 0) return null;
  return <span>{t('load.over', { count: data.total, number: format.number(data.total), sites: format.number(data.sites), threshold: format.number(data.threshold) })}</span>;
}
