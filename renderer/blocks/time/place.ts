/** Which year or month the calendar views show: a day in the address, so that going from one view to another stays at the same time. */
import { useCallback, useMemo } from 'react';
import { dateOf } from '#shared/base/days.ts';
import { periodOf } from '#shared/base/periods.ts';
import { useRead } from '../../lib/api.ts';
import type { ListState } from '../../lib/list-state.ts';
import { today } from '../../lib/today.ts';

export interface Place {
  /** The day looked at. */
  day: string;
  go: (day: string) => void;
}

export function usePlace(state: ListState): Place {
  const asked = state.filter('on')[0] ?? '';
  const { set } = state;
  const go = useCallback((day: string) => set({ on: day === today() ? null : day }), [set]);
  return { day: /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today(), go };
}

export interface Month {
  /** `2026-11`. */
  key: string;
  from: string;
  to: string;
}

/** The month that lies `steps` after the one that holds a day. */
export function monthOf(day: string, steps = 0): Month {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) + steps];
  const from = dateOf(year, month, 1);
  return { key: from.slice(0, 7), from, to: dateOf(year, month + 1, 0) };
}

/** The twelve months of the year that holds a day; the fiscal year's, where it does not begin in January. */
export function useYear(day: string): { from: string; to: string; months: Month[]; fiscal: boolean } {
  const startMonth = useRead('organisation.get', {}).data?.fiscalYearStartMonth ?? 1;
  const from = periodOf('fiscalYear', day, startMonth).from ?? day;
  const months = useMemo(() => Array.from({ length: 12 }, (_, index) => monthOf(from, index)), [from]);
  return { from, to: months[11]?.to ?? day, months, fiscal: startMonth !== 1 };
}
