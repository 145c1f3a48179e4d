/** The way of the keys between a list and the panel of the record opened from it. */
import { createContext } from 'react';

export interface PanelFocus {
  /** Whether somebody has asked by key to go into the panel, since this was last asked. Another object each time one does. */
  follow: () => boolean;
  /** Back to the list, the panel staying open. */
  leave: () => void;
}

/** Null where a panel stands beside no list: there Escape closes it. */
export const PanelFocusContext = createContext<PanelFocus | null>(null);
