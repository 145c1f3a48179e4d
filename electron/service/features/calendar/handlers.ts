/** The calendar's procedures: what falls when, and what the workspace adds to or changes in the bundled dates. */
import { isDeepStrictEqual } from 'node:util';
import type { AwarenessDay, calendarContract } from '#shared/calendar/contract.ts';
import { dayRuleSchema } from '#shared/calendar/rules.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf } from '../../context.ts';
import { bundledCalendar } from '../../domain/calendar/bundled.ts';
import { awarenessDays, daysBetweenDates, holidaysBetween } from '../../domain/calendar/days.ts';
import { found, newRecord, withoutStored } from '../../records/records.ts';
import { refusedField } from '../../records/refusals.ts';
import { isOneOf } from '../../records/scope.ts';
import { exportHandlers } from './export.ts';

type Content = Pick<AwarenessDay, 'name' | 'nameEn' | 'rule' | 'source'>;

function isSame(a: Content, b: Content): boolean {
  return a.name === b.name && a.nameEn === b.nameEn && a.source === b.source && isDeepStrictEqual(a.rule, b.rule);
}

export const calendarHandlers: HandlersOf<typeof calendarContract> = {
  ...exportHandlers,

  'calendar.days': async ({ db, host }, { from, to }) => ({
    rows: await daysBetweenDates(db, host.resources, from, to),
  }),
  'calendar.holidays': async ({ db, host }, { from, to, zones }) => ({
    rows: await holidaysBetween(db, host.resources, from, to, zones),
    schoolKnownUntil: bundledCalendar(host.resources).school.knownUntil,
  }),
  'calendar.awareness': async ({ db, host }) => ({ rows: await awarenessDays(db, host.resources) }),

  'calendar.saveDay': async ({ db, now, note, host }, { id, key, rule, hidden, ...words }) => {
    const values = { ...words, rule: JSON.stringify(dayRuleSchema.parse(rule)), hidden: hidden ? 1 : 0 };
    const bundled = bundledCalendar(host.resources).awareness.days.find((day) => day.key === key);
    if (key !== undefined && bundled === undefined) throw new AppError('unknown_reference', { field: 'key', id: key });
    const before =
      id !== undefined
        ? found(
            await db.selectFrom('awarenessDays').selectAll().where('id', '=', id).executeTakeFirst(),
            'awarenessDays',
            id,
          )
        : key !== undefined
          ? await db.selectFrom('awarenessDays').selectAll().where('key', '=', key).executeTakeFirst()
          : undefined;
    // Shown again just as it came, it is no change of ours: it will follow the catalogue again.
    if (bundled !== undefined && !hidden && isSame(bundled, { ...words, rule })) {
      if (before !== undefined) await db.deleteFrom('awarenessDays').where('id', '=', before.id).execute();
      note({ name: bundled.name });
      return { id: null, ...bundled, hidden: false, changed: false };
    }
    const row =
      before === undefined
        ? await db
            .insertInto('awarenessDays')
            .values({ ...newRecord(now), key: key ?? null, ...values })
            .returningAll()
            .executeTakeFirstOrThrow()
        : await db
            .updateTable('awarenessDays')
            .set({ ...values, updatedAt: now })
            .where('id', '=', before.id)
            .returningAll()
            .executeTakeFirstOrThrow();
    note({ name: row.name });
    return {
      id: row.id,
      key: row.key,
      name: row.name,
      nameEn: row.nameEn,
      rule: dayRuleSchema.parse(JSON.parse(row.rule)),
      source: row.source,
      hidden,
      changed: row.key !== null,
    };
  },

  'calendar.resetDays': async ({ db, note }, { ids }) => {
    const rows = await db.selectFrom('awarenessDays').select('name').where(isOneOf('id', ids)).execute();
    await db.deleteFrom('awarenessDays').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.name ?? '' });
    return { count: rows.length };
  },

  'calendar.periods': async ({ db }) => ({
    rows: (await db.selectFrom('calendarPeriods').selectAll().orderBy('startDate').orderBy('seq').execute()).map(
      withoutStored,
    ),
  }),

  'calendar.savePeriod': async ({ db, now, note }, { id, ...values }) => {
    if (values.endDate < values.startDate) throw refusedField('endDate', 'before_start');
    const row =
      id === undefined
        ? await db
            .insertInto('calendarPeriods')
            .values({ ...newRecord(now), ...values })
            .returningAll()
            .executeTakeFirstOrThrow()
        : found(
            await db
              .updateTable('calendarPeriods')
              .set({ ...values, updatedAt: now })
              .where('id', '=', id)
              .returningAll()
              .executeTakeFirst(),
            'calendarPeriods',
            id,
          );
    note({ name: row.name });
    return withoutStored(row);
  },

  'calendar.deletePeriods': async ({ db, note }, { ids }) => {
    const rows = await db.selectFrom('calendarPeriods').select('name').where(isOneOf('id', ids)).execute();
    await db.deleteFrom('calendarPeriods').where(isOneOf('id', ids)).execute();
    note({ count: rows.length, name: rows[0]?.name ?? '' });
    return { count: rows.length };
  },

  'calendar.sources': ({ host }) => {
    const { awareness, publicHolidays, school } = bundledCalendar(host.resources);
    const starts = school.periods.map((period) => period.startDate).sort();
    return {
      rows: [
        {
          layer: 'awareness' as const,
          source: awareness.source,
          version: awareness.version,
          from: null,
          to: null,
          note: awareness.note,
        },
        {
          layer: 'public' as const,
          source: publicHolidays.source,
          version: publicHolidays.version,
          from: null,
          to: null,
          note: publicHolidays.note,
        },
        {
          layer: 'school' as const,
          source: school.source,
          version: school.version,
          from: starts[0] ?? null,
          to: school.knownUntil,
          note: school.note,
        },
      ],
    };
  },
};
