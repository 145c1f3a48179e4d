/** What the deck screen shows, kept in the address: the edition, the language, the slide, the open tab. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { languages, type Language } from '#shared/contract/common.ts';

export const panels = ['slide', 'look', 'checks'] as const;
export type PanelName = (typeof panels)[number];

export interface DeckState {
  edition: string | null;
  lang: Language | null;
  slide: string | null;
  panel: PanelName;
  set: (change: Partial<Record<'edition' | 'lang' | 'slide' | 'panel', string | null>>) => void;
}

export function useDeckState(): DeckState {
  const [params, setParams] = useSearchParams();
  const set = useCallback<DeckState['set']>(
    (change) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(change)) {
            if (value === null || value === undefined) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return useMemo(
    () => ({
      edition: params.get('edition'),
      lang: languages.find((one) => one === params.get('lang')) ?? null,
      slide: params.get('slide'),
      panel: panels.find((one) => one === params.get('panel')) ?? 'slide',
      set,
    }),
    [params, set],
  );
}
