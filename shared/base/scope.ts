/** The scope as a person chose it, kept for each workspace, and what it means on a day. Plain checks: the first screen waits for this. */
import type { Scope } from './common.ts';
import { periodOf, periodPresets, type PeriodPreset } from './periods.ts';

/** "This year" stays this year when the next one begins. */
export interface ScopeChoice extends Scope {
  preset: PeriodPreset;
}

export const everything: Readonly<ScopeChoice> = {
  territoryIds: [],
  siteKinds: [],
  from: null,
  to: null,
  preset: 'all',
};

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A kept choice; everything where it is of another shape, as after a change by hand. */
export function scopeChoice(kept: unknown): ScopeChoice {
  if (typeof kept !== 'object' || kept === null) return everything;
  const { territoryIds = [], siteKinds = [], from = null, to = null, preset = 'all' } = kept as Record<string, unknown>;
  const known = periodPresets.find((one) => one === preset);
  const isDay = (value: unknown): value is string | null => value === null || isDate(value);
  if (!isTexts(territoryIds) || !isTexts(siteKinds) || !isDay(from) || !isDay(to) || known === undefined)
    return everything;
  return { territoryIds, siteKinds, from, to, preset: known };
}

/** A territory deleted since would empty every list, and could not be seen in the choice. */
export function withoutLost(choice: ScopeChoice, territories: readonly { id: string }[]): ScopeChoice {
  const known = new Set(territories.map((row) => row.id));
  return { ...choice, territoryIds: choice.territoryIds.filter((id) => known.has(id)) };
}

/** What a choice means on the day `day`, where fiscal years begin in `startMonth`. */
export function scopeOf({ preset, ...rest }: ScopeChoice, day: string, startMonth: number): Scope {
  return preset === 'custom' ? rest : { ...rest, ...periodOf(preset, day, startMonth) };
}

/** Whether anything is narrowed at all. */
export function isNarrowed(scope: Scope): boolean {
  return scope.territoryIds.length + scope.siteKinds.length > 0 || scope.from !== null || scope.to !== null;
}
