/** Language, theme and the like: kept by the shell, known to every screen. */
import { useMantineColorScheme } from '@mantine/core';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Preferences } from '#shared/shell/contract.ts';
import { call } from './api.ts';
import { changeLanguage } from './i18n.ts';
import { showError } from './toasts.ts';

export interface PreferencesState {
  preferences: Preferences;
  set: (change: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesState | null>(null);

export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }): ReactNode {
  const [preferences, setPreferences] = useState(initial);
  const { setColorScheme } = useMantineColorScheme();
  const set = useCallback(
    (change: Partial<Preferences>) => {
      setPreferences((current) => ({ ...current, ...change }));
      if (change.theme !== undefined) setColorScheme(change.theme === 'system' ? 'auto' : change.theme);
      if (change.lang !== undefined) void changeLanguage(change.lang);
      call('shell.setPreferences', { set: change }).catch(showError);
    },
    [setColorScheme],
  );
  const value = useMemo(() => ({ preferences, set }), [preferences, set]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export function usePreferences(): PreferencesState {
  const state = use(PreferencesContext);
  if (state === null) throw new Error('Preferences are used outside their provider.');
  return state;
}
