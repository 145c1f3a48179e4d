/** What the deck screen shows, kept in the address: the edition, the language, the slide, the open tab. */
import { useMemo } from 'react';
import { languages, type Language } from '#shared/base/common.ts';
import { useAddressState } from '../../lib/address-state.ts';

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
  const [params, set] = useAddressState<'edition' | 'lang' | 'slide' | 'panel'>();
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
