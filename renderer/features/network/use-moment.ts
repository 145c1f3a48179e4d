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

/** `wanted` once today's map stands: the past can wait for it. */
export function useMoment(network: Network, filter: NetworkFilterInput, wanted: boolean): Moment {
  const [chosen, setChosen] = useState<number | null>(null);
  const read = useRead('network.timeline', { filter }, { enabled: wanted, keep: true });
  const timeline = useMemo(() => (read.data === undefined ? null : parseTimeline(read.data.timeline)), [read.data]);
  const last = timeline === null ? 0 : timeline.months.length - 1;
  const shown = useMemo(() => {
    if (timeline === null || chosen === null) return network;
    const then = networkAt(timeline, chosen);
    return { columns: columnsAt(timeline, then, network.columns), rows: rowsAtMonth(timeline, then, network.rows) };
  }, [timeline, chosen, network]);
  return {
    months: timeline?.months ?? [],
    month: chosen ?? last,
    past: chosen !== null,
    undated: timeline?.undated ?? 0,
    columns: shown.columns,
    rows: shown.rows,
    setMonth: useCallback((next: number) => setChosen(next >= last ? null : next), [last]),
    toToday: useCallback(() => setChosen(null), []),
  };
}
