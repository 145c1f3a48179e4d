/** The scope: which part of the network and which period every screen speaks of. Kept for each workspace, so that it is found again. */
import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import { z } from 'zod';
import { scopeSchema, type Scope } from '#shared/base/common.ts';
import { periodOf, periodPresets } from '#shared/base/periods.ts';
import { useRead } from './api.ts';
import { usePreferences } from './preferences.tsx';
import { today } from './today.ts';

/** What a person chose; "this year" stays this year when the next one begins. */
const choiceSchema = scopeSchema.extend({ preset: z.enum(periodPresets).default('all') });
export type ScopeChoice = z.output<typeof choiceSchema>;

export interface ScopeState {
  /** What reads take as `scope`. */
  scope: Scope;
  choice: ScopeChoice;
  /** Whether anything is narrowed at all. */
  active: boolean;
  set: (next: Partial<ScopeChoice>) => void;
  clear: () => void;
}

const everything: ScopeChoice = choiceSchema.parse({});
/** Workspaces whose scope is remembered; the oldest is forgotten first. */
const maximumKept = 20;

const ScopeContext = createContext<ScopeState | null>(null);

export function ScopeProvider({ path, children }: { path: string; children: ReactNode }): ReactNode {
  const { preferences, set: setPreferences } = usePreferences();
  const organisation = useRead('organisation.get', {});
  const territories = useRead('territories.list', {});
  const { scopes } = preferences;

  const choice = useMemo(() => {
    const kept = choiceSchema.safeParse(scopes[path] ?? {});
    if (!kept.success) return everything;
    // A territory deleted since would empty every list, and could not be seen in the choice.
    const known = territories.data?.rows;
    return known === undefined
      ? kept.data
      : { ...kept.data, territoryIds: kept.data.territoryIds.filter((id) => known.some((row) => row.id === id)) };
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
    const { preset, ...rest } = choice;
    const scope: Scope = preset === 'custom' ? rest : { ...rest, ...periodOf(preset, day, startMonth) };
    const active = scope.territoryIds.length + scope.siteKinds.length > 0 || scope.from !== null || scope.to !== null;
    return { scope, choice, active, set, clear };
  }, [choice, day, startMonth, set, clear]);
  return <ScopeContext value={value}>{children}</ScopeContext>;
}

export function useScope(): ScopeState {
  const state = use(ScopeContext);
  if (state === null) throw new Error('The scope is used outside its provider.');
  return state;
}
