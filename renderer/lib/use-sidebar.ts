/** Whether the navigation is unfolded: as chosen, else wherever there is room for it beside a screen. */
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { usePreferences } from './preferences.tsx';

/** Below this width a list and its panel want the room: CSS pixels, so that zooming in folds it too. */
const roomy = '(min-width: 1180px)';

export interface Sidebar {
  isOpen: boolean;
  toggle: () => void;
}

export function useSidebar(): Sidebar {
  const { preferences, set } = usePreferences();
  const hasRoom = useMediaQuery(roomy, true, { getInitialValueInEffect: false });
  const isOpen = preferences.sidebar === 'auto' ? hasRoom : preferences.sidebar === 'open';
  return useMemo(
    () => ({
      isOpen,
      // What the width would have chosen anyway is no choice to be kept.
      toggle: () => set({ sidebar: !isOpen === hasRoom ? 'auto' : isOpen ? 'closed' : 'open' }),
    }),
    [isOpen, hasRoom, set],
  );
}
