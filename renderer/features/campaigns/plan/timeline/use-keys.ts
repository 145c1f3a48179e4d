/** The keyboard on a timeline: arrows go from bar to bar, with Shift they move one, with Alt they pull it at its end. */
import { useCallback, type KeyboardEvent } from 'react';
import type { Change, Grip } from './changes.ts';
import { isLocked } from './items.ts';
import { stepped, type Cell, type Row, type Step } from './rows.ts';
import type { ChangeState } from './use-change.ts';

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
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const nudge = nudges[event.key];
    const step = steps[event.key];
    if (nudge !== undefined && (event.shiftKey || event.altKey)) {
      if (active === undefined || readOnly) return;
      const grip: Grip = !event.altKey ? 'move' : event.shiftKey ? 'start' : 'end';
      if (isLocked(active.item)) options.onSay(active, 'locked');
      else {
        options.onSay(active, 'changed', state.nudge(active.item, grip, nudge));
      }
    } else if (step !== undefined && active !== undefined) options.onActive(stepped(rows, active.key, step));
    else if (event.key === 'Enter' && active !== undefined) options.onOpen(active);
    else if (event.key === ' ' && active !== undefined) options.onToggle(active);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && active !== undefined)
      options.onMenu(active);
    else if (event.key === 'Escape' && state.change !== null) state.giveUp();
    else if (event.key === '+' || event.key === '=') options.onZoom(1.4);
    else if (event.key === '-') options.onZoom(1 / 1.4);
    else if (event.key.toLowerCase() === 't') options.onToday();
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
