/** Placing a site by hand: which one waits for its place, and the write that gives it one, which can be undone. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import type { Placing } from './map/map-stage.tsx';

export interface PlacingState {
  placing: Placing | null;
  busy: boolean;
  begin: (site: Placing) => void;
  place: (lat: number, lon: number) => Promise<void>;
  end: () => void;
}

/** About a tenth of a metre. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

export function usePlacing(): PlacingState {
  const { t } = useTranslation('network');
  const [placing, setPlacing] = useState<Placing | null>(null);
  const [busy, setBusy] = useState(false);
  const place = async (lat: number, lon: number): Promise<void> => {
    if (placing === null || busy) return;
    setBusy(true);
    try {
      // The map repeats the world: the same place is there at 362° as well.
      await call('sites.update', { id: placing.id, set: { lat: round(lat), lon: round(((lon + 540) % 360) - 180) } });
      setPlacing(null);
      await offerUndo(t('placing.done', { name: placing.name }));
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { placing, busy, begin: setPlacing, place, end: () => setPlacing(null) };
}
