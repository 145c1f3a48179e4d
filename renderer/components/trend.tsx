/** A little trend without axes: how a figure came to be. Lines for what there is, bars for what happens. */
import type { ReactNode } from 'react';
import classes from './trend.module.css';

interface Props {
  values: number[];
  kind: 'line' | 'bars';
  /** What the trend says, for those who do not see it. */
  label: string;
}

const [width, height] = [120, 32];

export function Trend({ values, kind, label }: Props): ReactNode {
  if (values.length < 2 || values.every((value) => value === 0)) return null;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className={classes['trend']}
    >
      {kind === 'line' ? <Line values={values} /> : <Bars values={values} />}
    </svg>
  );
}

function Line({ values }: { values: number[] }): ReactNode {
  const least = Math.min(...values);
  const most = Math.max(...values);
  // A steady figure runs level in the middle; a small wobble must not look like a leap.
  const room = Math.max(most - least, most * 0.1, 1);
  const middle = (most + least) / 2;
  const at = (value: number, index: number): [number, number] => [
    3 + (index / (values.length - 1)) * (width - 6),
    height / 2 - ((value - middle) / room) * (height - 10),
  ];
  const points = values.map(at);
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const [endX, endY] = points[points.length - 1] ?? [0, 0];
  return (
    <>
      <path d={`${path}L${endX.toFixed(1)} ${height}L3 ${height}Z`} className={classes['area']} />
      <path d={path} className={classes['line']} />
      <circle cx={endX} cy={endY} r={2.6} className={classes['end']} />
    </>
  );
}

function Bars({ values }: { values: number[] }): ReactNode {
  const most = Math.max(...values, 1);
  const step = width / values.length;
  return values.map((value, index) => {
    const tall = value === 0 ? 1 : Math.max(2, (value / most) * (height - 2));
    return (
      <rect
        key={index}
        x={index * step + 1}
        y={height - tall}
        width={step - 2.5}
        height={tall}
        rx={1.2}
        className={classes[index === values.length - 1 ? 'end' : 'bar']}
      />
    );
  });
}
