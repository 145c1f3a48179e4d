/** The circles of action of the ambassadors: whether they are shown, how wide, and whom they reach. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureCollection } from 'geojson';
import type { MapColumns } from '#shared/network/columns.ts';
import { useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useCircles } from './use-map-content.ts';
import type { NetworkFilterInput } from './use-network.ts';

export interface Reach {
  shown: boolean;
  kilometres: number;
  circles: FeatureCollection;
  /** Whom they reach today; null of a past month, and while it is counted. */
  words: string | null;
  set: (change: { shown: boolean; kilometres: number }) => void;
}

export function useReach(filter: NetworkFilterInput, columns: MapColumns, past: boolean): Reach {
  const { t } = useTranslation('network');
  const format = useFormat();
  const [{ shown, kilometres }, set] = useState({ shown: false, kilometres: 30 });
  const circles = useCircles(columns, shown, kilometres);
  const within = useRead(
    'network.reach',
    { filter, radiusKm: kilometres },
    { enabled: shown && !past, keep: true },
  ).data;
  const words =
    !shown || past || within === undefined || within.employees === 0
      ? null
      : t('reach.words', {
          share: format.percent(within.reached / within.employees),
          radius: format.number(kilometres),
          reached: format.number(within.reached),
          employees: format.number(within.employees),
        });
  return { shown, kilometres, circles, words, set };
}
