/** Behind the campaigns: holidays as strips and bands, days of awareness as signs in the head, named where there is room. */
import { memo, type ReactNode } from 'react';
import { dayNumber } from '#shared/base/days.ts';
import type { LayerMark } from '../layers.ts';
import type { Span } from './items.ts';
import { widthOf, xOf, type Scale } from './scale.ts';
import classes from './marks.module.css';

interface Props {
  marks: readonly LayerMark[];
  scale: Scale;
  seen: Span;
}

const letter = 7;
const sign = 26;

const nameOf = ({ name, place }: LayerMark): string => (place === null ? name : `${name} (${place})`);

function inSight({ marks, seen }: Props): LayerMark[] {
  return marks.filter((mark) => dayNumber(mark.startDate) <= seen.end && dayNumber(mark.endDate) >= seen.start);
}

const boxOf = (scale: Scale, mark: LayerMark): { left: number; width: number } => ({
  left: xOf(scale, dayNumber(mark.startDate)),
  width: widthOf(scale, dayNumber(mark.endDate) - dayNumber(mark.startDate) + 1),
});

/** A line of the head: school holidays by zone, days of awareness with their names. */
export const MarksHead = memo(function MarksHead(props: Props): ReactNode {
  const { scale } = props;
  const shown = inSight(props);
  const days = shown.filter(({ layer }) => layer === 'days');
  return (
    <div className={classes['marks']}>
      {shown
        .filter(({ layer }) => layer.startsWith('school'))
        .map((mark) => (
          <span
            key={mark.key}
            className={classes['school']}
            data-layer={mark.layer}
            title={nameOf(mark)}
            style={boxOf(scale, mark)}
          />
        ))}
      {days.map((mark, index) => {
        const { left } = boxOf(scale, mark);
        const next = days[index + 1];
        const hasRoom = next === undefined || boxOf(scale, next).left - left > mark.name.length * letter + sign;
        return (
          <span key={mark.key} className={classes['awareness']} title={mark.name} style={{ left }}>
            {hasRoom && <span>{mark.name}</span>}
          </span>
        );
      })}
    </div>
  );
});

/** Bands over the whole height: public holidays, the company's own periods. */
export const MarksGround = memo(function MarksGround(props: Props): ReactNode {
  return inSight(props)
    .filter(({ layer }) => layer === 'public' || layer === 'local' || layer === 'company')
    .map((mark) => (
      <div key={mark.key} className={classes['band']} data-layer={mark.layer} style={boxOf(props.scale, mark)} />
    ));
});
