/** Days and periods of the calendar, as kinds of record. */
import type { RecordKind } from '../kind.ts';

export const calendarKinds = [
  { table: 'awarenessDays' },
  { table: 'calendarPeriods' },
] as const satisfies readonly RecordKind[];
