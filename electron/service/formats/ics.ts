/** Writes calendar files (RFC 5545): whole days only, which no time zone can move. */
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '#shared/base/days.ts';
import { oneLine, severalLines } from '#shared/base/texts.ts';

export interface IcsEvent {
  /** Stays the same from one export to the next, so that a calendar replaces the event instead of doubling it. */
  uid: string;
  title: string;
  startDate: string;
  /** The last day, counted. */
  endDate: string;
  description: string | null;
  categories: string[];
  /** When the record was last changed, ISO 8601 in UTC. */
  changedAt: string;
  /** Not decided yet. */
  tentative: boolean;
}

/** Midnight UTC of a date: the generator writes a whole day by its UTC date when it is given no time zone. */
const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** The format has no way to write a control character, and a file that holds one is refused whole. */
const words = (text: string): string => oneLine(text).toWellFormed();

/** The whole file, lines folded and ended as the format asks. `now` is the moment of writing. */
export function icsText(name: string, events: IcsEvent[], now: string): string {
  const calendar = ical({ name: words(name), prodId: { company: 'Maillage', product: 'Maillage' } });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      summary: words(event.title),
      start: midnight(event.startDate),
      // The end of a whole-day event is the day after its last.
      end: midnight(addDays(event.endDate, 1)),
      allDay: true,
      stamp: new Date(now),
      lastModified: new Date(event.changedAt),
      description: event.description === null ? null : severalLines(event.description).toWellFormed(),
      categories: event.categories.flatMap((category) => (words(category) === '' ? [] : [{ name: words(category) }])),
      status: event.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
