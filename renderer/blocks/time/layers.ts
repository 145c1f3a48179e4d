/** What lies behind the plan: days of awareness, holidays, own periods. One choice of what is shown, remembered, for every view. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract.ts';
import { daysBetween } from '#shared/base/days.ts';
import { schoolZones } from '#shared/calendar/zones.ts';
import { useRead } from '../../lib/api.ts';
import { usePreferences } from '../../lib/preferences.tsx';

/** `public` is kept in the whole country, `local` in some places only; `schoolOther` are zones that were entered by hand (Corsica, overseas). */
export const layerIds = ['days', 'public', 'local', 'schoolA', 'schoolB', 'schoolC', 'schoolOther', 'company'] as const;
export type LayerId = (typeof layerIds)[number];

/** One stretch of days of a layer, in the language of the page. */
export interface LayerMark {
  key: string;
  layer: LayerId;
  name: string;
  /** School zone or places where it is kept; null where it holds everywhere. */
  place: string | null;
  startDate: string;
  endDate: string;
}

export interface CalendarLayers {
  /** What is shown between the two days, by date. */
  marks: LayerMark[];
  /** The last day up to which school holidays are known; null while it is read. */
  schoolKnownUntil: string | null;
  /** The same, when school holidays are shown and the time looked at goes beyond; else null. */
  unknownAfter: string | null;
}

type Holiday = OutputOf<'calendar.holidays'>['rows'][number];

/** Hidden until someone asks: most teams have no site there, and each bank holiday of one place would look like one of all. */
const hiddenAtFirst: LayerId[] = ['local'];
const setting = 'calendarLayersHidden';

/** Which layers are shown, for the menu and for the drawing; kept with the window's other habits. */
export function useLayerChoice(): { shown: ReadonlySet<LayerId>; toggle: (layer: LayerId) => void } {
  const { preferences, set } = usePreferences();
  const kept = preferences.tables[setting];
  const hidden = useMemo(
    () => (Array.isArray(kept) ? layerIds.filter((layer) => kept.includes(layer)) : hiddenAtFirst),
    [kept],
  );
  const shown = useMemo(() => new Set(layerIds.filter((layer) => !hidden.includes(layer))), [hidden]);
  const toggle = useCallback(
    (layer: LayerId) =>
      set({
        tables: {
          ...preferences.tables,
          [setting]: hidden.includes(layer) ? hidden.filter((one) => one !== layer) : [...hidden, layer],
        },
      }),
    [hidden, preferences.tables, set],
  );
  return { shown, toggle };
}

/** Weeks on end: said once for a month, rather than drawn through each of its weeks. */
export function isLong(mark: LayerMark): boolean {
  return daysBetween(mark.startDate, mark.endDate) >= 14;
}

/** A holiday of several zones is one mark in each, so that each can be shown alone. */
function layersOf({ layer, zones }: Holiday): { layer: LayerId; place: string | null }[] {
  if (layer === 'company') return [{ layer, place: zones[0] ?? null }];
  if (layer === 'public')
    return [{ layer: zones.length === 0 ? 'public' : 'local', place: zones.length === 0 ? null : zones.join(', ') }];
  if (zones.length === 0) return [{ layer: 'schoolOther', place: null }];
  return zones.map((zone) => ({
    layer: (schoolZones as readonly string[]).includes(zone) ? (`school${zone}` as LayerId) : 'schoolOther',
    place: zone,
  }));
}

/** What the shown layers hold between two days, both counted. The last answer stays in sight while another period is read. */
export function useCalendarLayers(from: string, to: string): CalendarLayers {
  const { i18n } = useTranslation();
  const { shown } = useLayerChoice();
  const days = useRead('calendar.days', { from, to }, { keep: true }).data;
  const holidays = useRead('calendar.holidays', { from, to }, { keep: true }).data;
  const english = i18n.language === 'en';
  const marks = useMemo(() => {
    const word = (row: { name: string; nameEn: string | null }): string =>
      english ? (row.nameEn ?? row.name) : row.name;
    const all: LayerMark[] = (days?.rows ?? []).map((row) => ({
      key: `${row.key ?? row.id ?? ''}-${row.startDate}`,
      layer: 'days',
      name: word(row),
      place: null,
      startDate: row.startDate,
      endDate: row.endDate,
    }));
    for (const row of holidays?.rows ?? []) {
      for (const { layer, place } of layersOf(row))
        all.push({
          key: `${row.id ?? row.name}-${layer}-${place ?? ''}-${row.startDate}`,
          layer,
          name: word(row),
          place,
          startDate: row.startDate,
          endDate: row.endDate,
        });
    }
    return all
      .filter((mark) => shown.has(mark.layer))
      .sort((a, b) =>
        a.startDate < b.startDate
          ? -1
          : a.startDate > b.startDate
            ? 1
            : layerIds.indexOf(a.layer) - layerIds.indexOf(b.layer),
      );
  }, [days, holidays, english, shown]);
  const until = holidays?.schoolKnownUntil ?? null;
  const beyond = until !== null && to > until && schoolZones.some((zone) => shown.has(`school${zone}`));
  return { marks, schoolKnownUntil: until, unknownAfter: beyond ? until : null };
}
