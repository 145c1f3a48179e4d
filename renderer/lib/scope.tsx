/** The scope: which part of the network and which period every screen speaks of. Kept for each workspace, so that it is found again. */
import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import type { Scope } from '#shared/base/common.ts';
import { everything, isNarrowed, scopeChoice, scopeOf, withoutLost, type ScopeChoice } from '#shared/base/scope.ts';
import { useRead } from './api.ts';
import { usePreferences } from './preferences.tsx';
import { today } from './today.ts';

export interface ScopeState {
  /** What reads take as `scope`. */
  scope: Scope;
  choice: ScopeChoice;
  /** Whether anything is narrowed at all. */
  active: boolean;
  set: (next: Partial<ScopeChoice>) => void;
  clear: () => void;
}

/** Workspaces whose scope is remembered; the oldest is forgotten first. */
const maximumKept = 20;

const ScopeContext = createContext<ScopeState | null>(null);

export function ScopeProvider({ path, children }: { path: string; children: ReactNode }): ReactNode {
  const { preferences, set: setPreferences } = usePreferences();
  const organisation = useRead('organisation.get', {});
  const territories = useRead('territories.list', {});
  const { scopes } = preferences;

  const choice = useMemo(() => {
    const kept = scopeChoice(scopes[path]);
    const known = territories.data?.rows;
    return known === undefined ? kept : withoutLost(kept, known);
  }, [scopes, path, territories.data]);

  const set = useCallback(
    (next: Partial<ScopeChoice>) => {
      const { [path]: _replaced, ...others } = scopes;
      const recent = Object.fromEntries(Object.entries(others).slice(1 - maximumKept));
      setPreferences({ scopes: { ...recent, [path]: { ...choice, ...next } } });
    },
    [setPreferences, scopes, path, choice],
  );
  const clear = useCallback(() => set(everything), [set]);

  const startMonth = organisation.data?.fiscalYearStartMonth ?? 1;
  const day = today();
  const value = useMemo((): ScopeState => {
    const scope = scopeOf(choice, day, startMonth);
    return { scope, choice, active: isNarrowed(scope), set, clear };
  }, [choice, day, startMonth, set, clear]);
  return <ScopeContext value={value}>{children}</ScopeContext>;
}

export function useScope(): ScopeState {
  const state = use(ScopeContext);
  if (state === null) throw new Error('The scope is used outside its provider.');
  return state;
}
