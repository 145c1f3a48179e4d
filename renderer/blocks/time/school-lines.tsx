/** The school holidays under a row of days: a line for each zone, drawn as the menu of layers says. */
import type { ReactNode } from 'react';
import type { LayerMark } from './layers.ts';
import classes from './school-lines.module.css';

export function SchoolLines({ marks }: { marks: readonly LayerMark[] }): ReactNode {
  return marks
    .filter((mark) => mark.layer.startsWith('school'))
    .map((mark) => <span key={mark.key} className={classes['school']} data-layer={mark.layer} aria-hidden="true" />);
}
