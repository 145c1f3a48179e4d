/** Beside the pointer. While it rests on a bar: what the bar is. While it holds one: its new dates and length, and what a moved item would bring. */
import type { ReactNode, Ref } from 'react';
import { dateOfDay } from '#shared/base/days.ts';
import { useSources } from '../sources.tsx';
import { isChange, type Change } from './changes.ts';
import type { Item } from './items.ts';
import classes from './timeline.module.css';
import type { TimelineWords } from './use-words.ts';

interface Props {
  /** Null while nothing is held. */
  change: Change | null;
  /** The bar the pointer rests on, and where. */
  rests: { item: Item; x: number; y: number } | null;
  words: TimelineWords;
  ref: Ref<HTMLDivElement>;
}

export function Hint({ change, rests, words, ref }: Props): ReactNode {
  if (change === null && rests !== null) return <Rest {...rests} words={words} />;
  return (
    <div ref={ref} className={classes['hint']} hidden={change === null} aria-hidden="true">
      {change !== null && (
        <>
          <b>{change.item.title}</b>
          <span>{words.span(change)}</span>
          {change.item.kind === 'item' && <Consequence change={change} />}
        </>
      )}
    </div>
  );
}

/** So near to the foot of the window it stands above the pointer. */
const lowest = 120;

function Rest({ item, x, y, words }: { item: Item; x: number; y: number; words: TimelineWords }): ReactNode {
  const state = words.state(item);
  // Near the right edge it stands on the other side of the pointer.
  const isRight = x > window.innerWidth * 0.66;
  const isLow = y > window.innerHeight - lowest;
  return (
    <div
      className={classes['hint']}
      style={{
        transform: `translate(${isRight ? `calc(${x - 8}px - 100%)` : `${x + 12}px`}, ${isLow ? `calc(${y - 12}px - 100%)` : `${y + 18}px`})`,
      }}
      aria-hidden="true"
    >
      <b>{item.title}</b>
      <span>{words.span(item)}</span>
      {state !== '' && <span>{state}</span>}
    </div>
  );
}

function Consequence({ change }: { change: Change }): ReactNode {
  const { item, grip, start, end } = change;
  const Said = useSources().find(({ id }) => id === item.source)?.Consequence;
  if (Said === undefined) return null;
  const days = { startDate: dateOfDay(start), ...(grip === 'move' ? {} : { endDate: dateOfDay(end) }) };
  return <Said id={item.id} days={isChange(change) ? days : null} />;
}
