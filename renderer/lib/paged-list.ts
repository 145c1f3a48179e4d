/** A long list read page by page as it is scrolled: the page's rows by their place, and how many there are in all. */
import { keepPreviousData, useQueries, useQuery, type Query } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { InputOf, OutputOf, ReadName } from '#shared/contract.ts';
import type { AppError } from '#shared/base/result.ts';
import { keyOf } from './api.ts';

const pageSize = 100;

/** The reads that answer pages. */
export type ListName = {
  [N in ReadName]: OutputOf<N> extends { rows: unknown[]; total: number } ? N : never;
}[ReadName];
export type RowOf<N extends ListName> = OutputOf<N>['rows'][number];

export interface PagedList<R> {
  total: number;
  /** Undefined while its page is on the way. */
  rowAt: (index: number) => R | undefined;
  /** Tells which rows are in sight, so that their pages are fetched. */
  see: (first: number, last: number) => void;
  loading: boolean;
  error: AppError | null;
  retry: () => void;
}

/** Reads the pages in sight. `input` without offset and limit; a new input begins again at the first page. */
export function usePagedList<N extends ListName>(name: N, input: InputOf<N>): PagedList<RowOf<N>> {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const pageInput = (page: number): InputOf<N> => ({ ...input, offset: page * pageSize, limit: pageSize });
  const head = useQuery<OutputOf<N>, AppError>({
    queryKey: keyOf(name, pageInput(0)),
    placeholderData: keepPreviousData,
  });
  const total = head.data?.total ?? 0;
  const lastPage = Math.max(0, Math.ceil(total / pageSize) - 1);
  const from = Math.min(Math.floor(seen.first / pageSize), lastPage);
  const to = Math.min(Math.floor(seen.last / pageSize), lastPage);
  const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((page) => page > 0);
  const others = useQueries({
    queries: wanted.map((page) => ({
      queryKey: keyOf(name, pageInput(page)),
      placeholderData: (former: OutputOf<N> | undefined, query?: Query) =>
        // Under another order or filter the same page stands in for a moment; another page's rows never do.
        (query?.queryKey[1] as { offset?: number } | undefined)?.offset === page * pageSize ? former : undefined,
    })),
  });
  const pages = new Map<number, OutputOf<N>['rows']>([[0, head.data?.rows ?? []]]);
  wanted.forEach((page, index) => {
    const rows = (others[index]?.data as OutputOf<N> | undefined)?.rows;
    if (rows !== undefined) pages.set(page, rows);
  });
  const see = useMemo(
    () => (first: number, last: number) =>
      setSeen((current) => (current.first === first && current.last === last ? current : { first, last })),
    [],
  );
  return {
    total,
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    see,
    loading: head.isPending,
    error: head.error,
    retry: () => void head.refetch(),
  };
}
