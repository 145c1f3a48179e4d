/** What the calendar shows between two days: the bundled dates with what the workspace changed and added. */
import type { z } from 'zod';
import type { AwarenessDay, dayOccurrenceSchema, holidaySchema } from '#shared/calendar/contract.ts';
import { overlaps } from '#shared/base/days.ts';
import { dayRuleSchema, occurrences } from '#shared/calendar/rules.ts';
import { schoolZones, type SchoolZone } from '#shared/calendar/zones.ts';
import type { AnyDb, ReadDb, Row } from '../../database/tables.ts';
import { bundledCalendar } from './bundled.ts';

export type DayOccurrence = z.output<typeof dayOccurrenceSchema>;
export type Holiday = z.output<typeof holidaySchema>;

/** Made once: making one for each comparison is what takes the time. */
const byName = new Intl.Collator('fr');

function ownDay(row: Row<'awarenessDays'>, changed: boolean): AwarenessDay {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    nameEn: row.nameEn,
    rule: dayRuleSchema.parse(JSON.parse(row.rule)),
    source: row.source,
    hidden: row.hidden === 1,
    changed,
  };
}

/** The catalogue of days: bundled ones, as changed here where they were, then those added here. */
export async function awarenessDays(db: AnyDb, resources: string): Promise<AwarenessDay[]> {
  const rows = await (db as ReadDb).selectFrom('awarenessDays').selectAll().orderBy('seq').execute();
  const changed = new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, row] as const])));
  const bundled = bundledCalendar(resources).awareness.days.map((day): AwarenessDay => {
    const own = changed.get(day.key);
    return own === undefined ? { id: null, ...day, hidden: false, changed: false } : ownDay(own, true);
  });
  return [...bundled, ...rows.filter((row) => row.key === null).map((row) => ownDay(row, false))];
}

/** Days of awareness that fall between two days, even in part, by date then name; hidden ones left out. */
export async function daysBetweenDates(
  db: AnyDb,
  resources: string,
  from: string,
  to: string,
): Promise<DayOccurrence[]> {
  const days = (await awarenessDays(db, resources)).filter((day) => !day.hidden);
  return days
    .flatMap((day) =>
      occurrences(day.rule, from, to).map((span) => ({
        key: day.key,
        id: day.id,
        name: day.name,
        nameEn: day.nameEn,
        ...span,
      })),
    )
    .sort((a, b) =>
      a.startDate === b.startDate ? byName.compare(a.name, b.name) : a.startDate < b.startDate ? -1 : 1,
    );
}

/** Public holidays, school holidays of the wanted zones and own periods that touch the time between two days, by date. */
export async function holidaysBetween(
  db: AnyDb,
  resources: string,
  from: string,
  to: string,
  zones: readonly SchoolZone[] = schoolZones,
): Promise<Holiday[]> {
  const { publicHolidays, school } = bundledCalendar(resources);
  const span = { startDate: from, endDate: to };
  const found: Holiday[] = publicHolidays.days.flatMap((day) =>
    occurrences(day.rule, from, to).map((at) => ({
      layer: 'public' as const,
      key: day.key,
      name: day.name,
      nameEn: day.nameEn,
      ...at,
      zones: day.zones,
      id: null,
    })),
  );
  for (const period of school.periods) {
    if (!overlaps(period, span)) continue;
    const wanted = period.zones.filter((zone) => zones.includes(zone));
    if (wanted.length > 0)
      found.push({
        layer: 'school',
        key: null,
        name: period.name,
        nameEn: period.nameEn,
        startDate: period.startDate,
        endDate: period.endDate,
        zones: wanted,
        id: null,
      });
  }
  const own = await (db as ReadDb)
    .selectFrom('calendarPeriods')
    .selectAll()
    .where('startDate', '<=', to)
    .where('endDate', '>=', from)
    .execute();
  for (const row of own)
    found.push({
      layer: row.layer,
      key: null,
      name: row.name,
      nameEn: null,
      startDate: row.startDate,
      endDate: row.endDate,
      zones: row.zone === null ? [] : [row.zone],
      id: row.id,
    });
  return found.sort((a, b) =>
    a.startDate < b.startDate ? -1 : a.startDate > b.startDate ? 1 : byName.compare(a.name, b.name),
  );
}
