/** How far something has come, as a small ring that fills: never alone, always beside its word. */
import type { ReactNode } from 'react';
import classes from './step-mark.module.css';

/** `dotted` not begun, a share from 0 to 1, `done` with a tick, `paused`, `stopped`. */
export type Mark = 'dotted' | 'done' | 'paused' | 'stopped' | number;

const circumference = 2 * Math.PI * 3;

export function StepMark({ mark }: { mark: Mark }): ReactNode {
  return (
    <svg
      viewBox="0 0 14 14"
      width={14}
      height={14}
      className={classes['mark']}
      data-mark={typeof mark === 'number' ? 'share' : mark}
      aria-hidden="true"
    >
      {mark === 'done' ? (
        <>
          <circle cx={7} cy={7} r={7} className={classes['full']} />
          <path d="M4 7.2 L6.2 9.4 L10.2 5" className={classes['tick']} />
        </>
      ) : (
        <>
          <circle
            cx={7}
            cy={7}
            r={6}
            className={classes['ring']}
            strokeDasharray={mark === 'dotted' ? '2 1.8' : undefined}
          />
          {typeof mark === 'number' && mark > 0 && (
            <circle
              cx={7}
              cy={7}
              r={3}
              className={classes['share']}
              strokeDasharray={`${mark * circumference} ${circumference}`}
            />
          )}
          {mark === 'paused' && <path d="M5.4 4.8 V9.2 M8.6 4.8 V9.2" className={classes['sign']} />}
          {mark === 'stopped' && <path d="M4.6 9.4 L9.4 4.6" className={classes['sign']} />}
        </>
      )}
    </svg>
  );
}

/** The mark with its word, as a cell of a table or a line of a panel. */
export function Marked({ mark, children }: { mark: Mark; children: ReactNode }): ReactNode {
  return (
    <span className={classes['marked']}>
      <StepMark mark={mark} />
      <span className={classes['word']}>{children}</span>
    </span>
  );
}
