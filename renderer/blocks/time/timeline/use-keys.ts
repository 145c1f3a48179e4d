/** The keyboard on a timeline: arrows go from bar to bar, with Shift they move one, with Alt they pull it at its end. */
import { useCallback, type KeyboardEvent } from 'react';
import type { Change, Grip } from './changes.ts';
import { isLocked } from './items.ts';
import { stepped, type Cell, type Row, type Step } from './rows.ts';
import type { ChangeState } from './use-change.ts';
import { heard } from '../../../lib/keys.ts';
import { timelineKeys } from '../keys.ts';

interface Options {
  rows: readonly Row[];
  active: Cell | undefined;
  state: ChangeState;
  readOnly: boolean;
  onActive: (key: string) => void;
  onOpen: (cell: Cell) => void;
  onToggle: (cell: Cell) => void;
  onMenu: (cell: Cell) => void;
  onZoom: (factor: number) => void;
  onToday: () => void;
  /** Says what has become of a bar, or that it is locked. */
  onSay: (cell: Cell, what: 'changed' | 'locked', change?: Change) => void;
}

const steps: Record<string, Step> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
};
/** A day to the left and right, a week up and down. */
const nudges: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function useKeys(options: Options): {
  onKeyDown: (event: KeyboardEvent) => void;
  onKeyUp: (event: KeyboardEvent) => void;
  onBlur: () => void;
} {
  const { rows, active, state, readOnly } = options;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const line = heard(timelineKeys, event);
    const step = steps[event.key];
    if (line === 'move' || line === 'start' || line === 'end') {
      const nudge = nudges[event.key];
      if (active === undefined || readOnly || nudge === undefined) return;
      const grip: Grip = line;
      if (isLocked(active.item)) options.onSay(active, 'locked');
      else {
        options.onSay(active, 'changed', state.nudge(active.item, grip, nudge));
      }
    } else if ((line === 'go' || line === 'page' || line === 'ends') && step !== undefined && active !== undefined)
      options.onActive(stepped(rows, active.key, step));
    else if (line === 'open' && active !== undefined) options.onOpen(active);
    else if (line === 'unfold' && active !== undefined) options.onToggle(active);
    else if (line === 'menu' && active !== undefined) options.onMenu(active);
    else if (line === 'giveUp' && state.change !== null) state.giveUp();
    else if (line === 'zoom') options.onZoom(event.key === '-' ? 1 / 1.4 : 1.4);
    else if (line === 'today') options.onToday();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { commit } = state;
  // Held and pressed again, the keys make one change; it is written once they are let go.
  const onKeyUp = useCallback(
    (event: KeyboardEvent): void => {
      if (event.key === 'Shift' || event.key === 'Alt') commit();
    },
    [commit],
  );
  return { onKeyDown, onKeyUp, onBlur: commit };
}
