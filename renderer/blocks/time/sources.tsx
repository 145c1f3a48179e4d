/** The sources of the views of time, and their edits: given once around a view, used wherever something of them is drawn. */
import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import { useCatalogue, type Catalogue } from '../../lib/features.ts';
import { useFormat } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';
import type { TimeAnswer, TimeEdits, TimeItem, TimeSource } from '../../lib/time-source.ts';
import { useWord } from '../../lib/use-word.ts';
import { faultOf, wholePlan, type WholePlan } from './plan.ts';

interface Given {
  sources: readonly TimeSource[];
  edits: ReadonlyMap<string, TimeEdits>;
}

const GivenContext = createContext<Given>({ sources: [], edits: new Map() });

const loaded = new WeakMap<Catalogue, Promise<readonly TimeSource[]>>();

function sourcesOf(catalogue: Catalogue): Promise<readonly TimeSource[]> {
  const known = loaded.get(catalogue);
  if (known !== undefined) return known;
  const loading = Promise.all(catalogue.features.flatMap(({ timeSource }) => timeSource?.() ?? []));
  loaded.set(catalogue, loading);
  return loading;
}

/** Those that the features give, loaded when a view first asks for them. Suspends. */
export function useTimeSources(): readonly TimeSource[] {
  return use(sourcesOf(useCatalogue()));
}

/** `sources` are the same, in the same order, while it stands: so are the hooks. */
export function TimeSources({ sources, children }: { sources: readonly TimeSource[]; children: ReactNode }): ReactNode {
  const all: TimeEdits[] = [];
  // oxlint-disable-next-line react-hooks/rules-of-hooks
  for (const { useEdits } of sources) all.push(useEdits());
  const given = useMemo(
    () => ({ sources, edits: new Map(sources.map(({ id }, at) => [id, all[at] as TimeEdits])) }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [sources, ...all],
  );
  return <GivenContext value={given}>{children}</GivenContext>;
}

export function useSources(): readonly TimeSource[] {
  return use(GivenContext).sources;
}

/** What can be done with what comes from a source. */
export function useEditsOf(): (source: string) => TimeEdits {
  const { edits } = use(GivenContext);
  return useMemo(
    () => (source) => {
      const own = edits.get(source);
      if (own === undefined) throw new Error(`No source ${source} is given to the views of time.`);
      return own;
    },
    [edits],
  );
}

/** What all sources have between two days. */
export function usePlan(
  state: ListState,
  from: string,
  to: string,
): { data: WholePlan | undefined; error: Error | null; retry: () => void } {
  const sources = useSources();
  const answers: TimeAnswer[] = [];
  // oxlint-disable-next-line react-hooks/rules-of-hooks
  for (const { useItems } of sources) answers.push(useItems({ state, from, to }));
  const plans = answers.map(({ plan }) => plan);
  const data = useMemo(
    () =>
      wholePlan(
        sources.map(({ id }) => id),
        plans,
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [sources, ...plans],
  );
  return { data, ...faultOf(answers) };
}

/** "6 campagnes", "6 campagnes · 2 rencontres": of each source that has some, or of the first when none has. */
export function useCounted(): (countOf: (source: string) => number) => string {
  const sources = useSources();
  const word = useWord();
  const format = useFormat();
  return (countOf) => {
    const some = sources.filter(({ id }) => countOf(id) > 0);
    return (some.length === 0 ? sources.slice(0, 1) : some)
      .map(({ id, words }) => word(words.count, { count: countOf(id), number: format.number(countOf(id)) }))
      .join(' · ');
  };
}

export const ofSource = (items: readonly TimeItem[]) => (source: string) =>
  items.filter((item) => item.source === source).length;

/** What an item is, in words. */
export function useKindOf(): (item: TimeItem) => string {
  const sources = useSources();
  const word = useWord();
  return useCallback(
    ({ source }) => {
      const own = sources.find(({ id }) => id === source);
      return own === undefined ? '' : word(own.words.kind);
    },
    [sources, word],
  );
}
