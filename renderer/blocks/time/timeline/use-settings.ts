/** How the timeline was last looked at, kept among the preferences: lanes and zoom. */
import { useCallback, useState } from 'react';
import { z } from 'zod';
import { usePreferences } from '../../../lib/preferences.tsx';
import { laneKinds } from '../../../lib/time-source.ts';
import { zoomWidths } from './scale.ts';

const settingsSchema = z.object({
  lanes: z.enum(laneKinds).catch('territory'),
  week: z.number().int().min(14).max(364).catch(zoomWidths.quarter),
});
export type TimelineSettings = z.output<typeof settingsSchema>;

const name = 'campaigns:timeline';

export function useTimelineSettings(): {
  settings: TimelineSettings;
  set: (change: Partial<TimelineSettings>) => void;
} {
  const { preferences, set: setPreferences } = usePreferences();
  const [settings, setSettings] = useState(() => settingsSchema.parse(preferences.tables[name] ?? {}));
  const { tables } = preferences;
  const set = useCallback(
    (change: Partial<TimelineSettings>) => {
      const next = { ...settings, ...change };
      setSettings(next);
      setPreferences({ tables: { ...tables, [name]: next } });
    },
    [settings, setPreferences, tables],
  );
  return { settings, set };
}
