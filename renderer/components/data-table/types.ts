/** What a table is told about its columns and its rows. */
import type { ReactNode } from 'react';

export interface Column<R> {
  id: string;
  label: string;
  /** Width in pixels; the first column takes the room that is left. */
  width: number;
  /** The order's name in the list's contract; columns without one cannot be sorted by. */
  sort?: string;
  align?: 'left' | 'right';
  cell: (row: R) => ReactNode;
  /** Not shown until chosen. */
  optional?: boolean;
}

export interface Selection {
  ids: ReadonlySet<string>;
  set: (ids: ReadonlySet<string>) => void;
}
