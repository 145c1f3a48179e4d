/** Which columns a table shows and how wide, kept for each table among the preferences. */
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import type { Column } from '../../components/data-table/types.ts';
import { usePreferences } from '../../lib/preferences.tsx';

const keptSchema = z.object({
  shown: z.array(z.string()).nullable().default(null),
  widths: z.record(z.string(), z.number().min(40).max(1200)).default({}),
});

export interface TableSettings<R> {
  /** The columns shown, at the widths chosen. */
  columns: Column<R>[];
  shown: string[];
  setShown: (shown: string[]) => void;
  /** Null goes back to the column's own width. */
  setWidth: (id: string, width: number | null) => void;
}

export function useTableSettings<R>(name: string, columns: Column<R>[]): TableSettings<R> {
  const { preferences, set } = usePreferences();
  const { tables } = preferences;
  const kept = useMemo(() => {
    const stored = tables[name];
    // Earlier versions kept the list of columns alone.
    return (
      keptSchema.safeParse(Array.isArray(stored) ? { shown: stored } : (stored ?? {})).data ?? {
        shown: null,
        widths: {},
      }
    );
  }, [tables, name]);
  const shown = useMemo(
    () => kept.shown ?? columns.filter((column) => column.optional !== true).map((column) => column.id),
    [kept.shown, columns],
  );
  const visible = useMemo(
    () =>
      columns
        .filter((column, index) => index === 0 || shown.includes(column.id))
        .map((column) => ({ ...column, width: kept.widths[column.id] ?? column.width })),
    [columns, shown, kept.widths],
  );
  const keep = useCallback(
    (change: Partial<typeof kept>) => set({ tables: { ...tables, [name]: { ...kept, ...change } } }),
    [set, tables, name, kept],
  );
  return {
    columns: visible,
    shown,
    setShown: (next) => keep({ shown: next }),
    setWidth: (id, width) => {
      const { [id]: _former, ...others } = kept.widths;
      keep({ widths: width === null ? others : { ...others, [id]: Math.round(width) } });
    },
  };
}
