/** A share as a bar and a figure; over a hundred the bar is full, a missing one is a dash. */
import type { ReactNode } from 'react';
import { useFormat } from '../../lib/format.ts';
import classes from './network.module.css';

export function ShareBar({ share }: { share: number | null }): ReactNode {
  const format = useFormat();
  return (
    <span className={classes['share']}>
      <span className={classes['bar']} aria-hidden>
        <span style={{ width: `${Math.min(100, (share ?? 0) * 100)}%` }} />
      </span>
      <span className="figures" style={{ textAlign: 'right' }}>
        {format.percent(share)}
      </span>
    </span>
  );
}
