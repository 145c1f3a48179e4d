/** What every view of time is given by the screen it stands in. */
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ListState } from '../../lib/list-state.ts';
import type { TimeRecord } from '../../lib/time-source.ts';

/** A view between the screen's title and its panel. */
export interface Framed {
  /** Under the title: how much is seen. */
  detail?: ReactNode;
  /** At the right of the bar: what this view alone has. */
  tools?: ReactNode;
  /** In place of the screen's own search and filters. */
  state?: ListState;
  filters?: ReactNode;
  children: ReactNode;
}

export interface TimeViewProps {
  state: ListState;
  readOnly: boolean;
  /** The screen around the view. */
  frame: (view: Framed) => ReactNode;
  /** Shows a record, or the plan of it, where its phases and tasks are. */
  onOpen: (record: TimeRecord, part?: 'plan') => void;
  /** Begins something on a day; null when nothing may be written. */
  onNew: ((day: string) => void) | null;
  /** What that is called. */
  newLabel: string;
  /** Stands for a search that finds nothing. */
  picture: Icon;
  /** Said in a year that holds nothing. */
  beginHint: ReactNode;
  /** In a timeline that holds nothing at the time shown; `onGo` leads to another time. */
  nothing: (onGo: (date: string) => void) => ReactNode;
  /** What lies before and after the time shown, and the way there. */
  beyond?: (shown: { from: string; to: string; onGo: (date: string) => void }) => ReactNode;
  /** What else can be done with the time shown: to take it out as a file. */
  tools?: (shown: { from: string; to: string; name: string }) => ReactNode;
}
