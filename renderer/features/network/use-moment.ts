/** The network at the month of the time slider: as it is today, or its sites and territories as they were. */
import { useCallback, useMemo, useState } from 'react';
import { networkAt, parseTimeline } from '#shared/network/timeline.ts';
import { useRead } from '../../lib/api.ts';
import { columnsAt, rowsAtMonth } from './map/features.ts';
import type { Network, NetworkFilterInput } from './use-network.ts';

export interface Moment {
  /** Names of the months, the last one today's; empty until they are read. */
  months: string[];
  /** Place in `months`. */
  month: number;
  past: boolean;
  /** Active people whose beginning is unknown. */
  undated: number;
  columns: Network['columns'];
  rows: Network['rows'];
  setMonth: (month: number) => void;
  toToday: () => void;
}

/** The place of a month by its name, which stays the same when a filter makes the past longer or shorter; null for today. */
export function placeOfMonth(months: readonly string[], name: string | null): number | null {
  const at = name === null ? -1 : months.findIndex((month) => month >= name);
  return at === -1 || at === months.length - 1 ? null : at;
}

const none: string[] = [];

/** `wanted` once today's map stands: the past can wait for it. */
export function useMoment(network: Network, filter: NetworkFilterInput, wanted: boolean): Moment {
  const [chosen, setChosen] = useState<string | null>(null);
  const read = useRead('network.timeline', { filter }, { enabled: wanted, keep: true });
  const timeline = useMemo(() => (read.data === undefined ? null : parseTimeline(read.data.timeline)), [read.data]);
  const months = timeline?.months ?? none;
  const at = placeOfMonth(months, chosen);
  const shown = useMemo(() => {
    if (timeline === null || at === null) return network;
    const then = networkAt(timeline, at);
    return { columns: columnsAt(timeline, then, network.columns), rows: rowsAtMonth(timeline, then, network.rows) };
  }, [timeline, at, network]);
  return {
    months,
    month: at ?? Math.max(0, months.length - 1),
    past: at !== null,
    undated: timeline?.undated ?? 0,
    columns: shown.columns,
    rows: shown.rows,
    setMonth: useCallback((next: number) => setChosen(months[next] ?? null), [months]),
    toToday: useCallback(() => setChosen(null), []),
  };
}
