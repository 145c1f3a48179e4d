/** The load as the view shows it: sites and ambassadors page by page as they are scrolled to, territories all at once. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { LoadPerson, LoadRow, LoadTerritory } from '#shared/load/contract.ts';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import type { AppError } from '#shared/base/result.ts';
import { keyOf } from '../../../lib/api.ts';
import { useScope } from '../../../lib/scope.tsx';
import type { LoadChoice } from './use-choice.ts';

const pageSize = 200;
type Name = 'load.sites' | 'load.people';
type Page<N extends Name, R> = OutputOf<N> & { rows: R[] };

/** The first page: what stands around the rows needs no other. */
export interface LoadHead<N extends Name, R> {
  head: Page<N, R> | undefined;
  error: AppError | null;
  retry: () => void;
}

/** The rows, read as they come in sight. */
export interface LoadPages<R> {
  rowAt: (index: number) => R | undefined;
  see: (first: number, last: number) => void;
}

/** Rows come as text, which is cheaper to hand over than objects and to compare: the same text is not read again. */
const withRows = <A extends { json: string }>(answer: A): A & { rows: never[] } => ({
  ...answer,
  rows: JSON.parse(answer.json) as never[],
});

function pageQuery<N extends Name>(name: N, input: InputOf<N>, page: number) {
  return {
    queryKey: keyOf(name, { ...input, offset: page * pageSize, limit: pageSize } as InputOf<N>),
    select: withRows<OutputOf<N>>,
  };
}

function useFirstPage<N extends Name, R>(name: N, input: InputOf<N>): LoadHead<N, R> {
  const { data, error, refetch } = useQuery<OutputOf<N>, AppError, Page<N, R>>({
    ...pageQuery<N>(name, input, 0),
    placeholderData: keepPreviousData,
  });
  return { head: data, error, retry: () => void refetch() };
}

/** `head` is the first page of the same input. */
function usePages<N extends Name, R>(name: N, input: InputOf<N>, head: Page<N, R>): LoadPages<R> {
  const [seen, setSeen] = useState({ from: 0, to: 0 });
  const last = Math.max(0, Math.ceil(head.total / pageSize) - 1);
  const wanted: number[] = [];
  for (let page = Math.max(1, seen.from); page <= Math.min(seen.to, last); page += 1) wanted.push(page);
  const others = useQueries({ queries: wanted.map((page) => pageQuery<N>(name, input, page)) });
  const pages = new Map<number, R[]>([[0, head.rows]]);
  for (const [index, page] of wanted.entries()) {
    const rows = (others[index]?.data as Page<N, R> | undefined)?.rows;
    if (rows !== undefined) pages.set(page, rows);
  }
  const see = useCallback((firstRow: number, lastRow: number) => {
    // Half a page beyond what is in sight is read ahead.
    const [from, to] = [
      Math.floor(Math.max(0, firstRow - pageSize / 2) / pageSize),
      Math.floor((lastRow + pageSize / 2) / pageSize),
    ];
    setSeen((known) => (known.from === from && known.to === to ? known : { from, to }));
  }, []);
  return { rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize], see };
}

function useInputs({ from, weeks, drafts, search, order, keep, territoryIds, kinds }: LoadChoice) {
  const { scope, active } = useScope();
  const window = { from, weeks, drafts };
  const scoped = active ? { scope } : {};
  return {
    window,
    scoped,
    sites: {
      ...window,
      search,
      sort: order,
      descending: order !== 'name',
      filter: { ...scoped, territoryIds, kinds, onlyOver: keep === 'over', onlyAsked: keep === 'asked' },
    },
    people: { ...window, search, filter: scoped },
  };
}

export type SiteHead = Page<'load.sites', LoadRow>;
export type PeopleHead = Page<'load.people', LoadPerson>;

export function useSiteHead(choice: LoadChoice): LoadHead<'load.sites', LoadRow> {
  return useFirstPage('load.sites', useInputs(choice).sites);
}

export function useSitePages(choice: LoadChoice, head: SiteHead): LoadPages<LoadRow> {
  return usePages('load.sites', useInputs(choice).sites, head);
}

export function usePeopleHead(choice: LoadChoice): LoadHead<'load.people', LoadPerson> {
  return useFirstPage('load.people', useInputs(choice).people);
}

export function usePeoplePages(choice: LoadChoice, head: PeopleHead): LoadPages<LoadPerson> {
  return usePages('load.people', useInputs(choice).people, head);
}

type Territories = OutputOf<'load.territories'>;

export function useTerritoryLoad(choice: LoadChoice): {
  data: (Territories & { rows: LoadTerritory[] }) | undefined;
  error: AppError | null;
  retry: () => void;
} {
  const { window, scoped } = useInputs(choice);
  const { data, error, refetch } = useQuery<Territories, AppError, Territories & { rows: LoadTerritory[] }>({
    queryKey: keyOf('load.territories', { ...window, filter: { ...scoped, kinds: choice.kinds } }),
    select: withRows<Territories>,
    placeholderData: keepPreviousData,
  });
  return { data, error, retry: () => void refetch() };
}
