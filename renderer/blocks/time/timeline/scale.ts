/** Days as pixels and back, zooms, and the months, weeks and days of the head. A day is its number since 1970, so that no clock change can move it. */
import { dateOfDay } from '#shared/base/days.ts';
import { isoWeekOf } from '#shared/base/weeks.ts';

/** `from` is a Monday and stands at 0; `to` is the last day drawn. A week has whole pixels, so that its lines stay sharp. */
export interface Scale {
  from: number;
  to: number;
  /** Pixels of a week. */
  week: number;
}

export const zooms = ['week', 'month', 'quarter', 'year'] as const;
export type Zoom = (typeof zooms)[number];
export const zoomWidths: Record<Zoom, number> = { week: 280, month: 98, quarter: 42, year: 18 };
const narrowest = 14;
const widest = 364;

/** Pixels from the left edge to the beginning of a day. */
export function xOf(scale: Scale, day: number): number {
  return ((day - scale.from) * scale.week) / 7;
}

/** The day at so many pixels from the left edge. */
export function dayAt(scale: Scale, x: number): number {
  // A pixel computed from a day may lie a hair before it.
  return scale.from + Math.floor((x * 7) / scale.week + 1e-6);
}

/** Pixels of so many days. */
export function widthOf(scale: Scale, days: number): number {
  return (days * scale.week) / 7;
}

/** A way of the pointer as whole days, to the nearest. */
export function wholeDays(scale: Scale, pixels: number): number {
  return Math.round((pixels * 7) / scale.week) + 0;
}

/** The width of a week after zooming by a factor, within bounds, in whole pixels. */
export function zoomedBy(week: number, factor: number): number {
  const wanted = Math.max(narrowest, Math.min(widest, Math.round(week * factor)));
  // A small turn of the wheel would otherwise be rounded away where weeks are narrow.
  return wanted === week && factor !== 1 ? Math.max(narrowest, Math.min(widest, week + Math.sign(factor - 1))) : wanted;
}

/** The named zoom that is nearest to a width. */
export function zoomOf(week: number): Zoom {
  return zooms.reduce(
    (best, zoom) =>
      Math.abs(Math.log(zoomWidths[zoom] / week)) < Math.abs(Math.log(zoomWidths[best] / week)) ? zoom : best,
    'week',
  );
}

/** The Monday on or before a day. */
export function mondayBefore(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The scale widened by whole weeks on either side. */
export function widened(scale: Scale, before: number, after: number): Scale {
  return { ...scale, from: scale.from - before * 7, to: scale.to + after * 7 };
}

export interface Tick {
  day: number;
  /** How many days it lasts. */
  days: number;
}

export interface MonthTick extends Tick {
  year: number;
  /** 1 to 12. */
  month: number;
}

/** The months that touch the days between `from` and `to`, whole. */
export function monthsBetween(from: number, to: number): MonthTick[] {
  const ticks: MonthTick[] = [];
  let [year, month] = [Number(dateOfDay(from).slice(0, 4)), Number(dateOfDay(from).slice(5, 7))];
  for (;;) {
    const day = Date.UTC(year, month - 1, 1) / 86_400_000;
    if (day > to) return ticks;
    ticks.push({ day, days: Date.UTC(year, month, 1) / 86_400_000 - day, year, month });
    if (month === 12) [year, month] = [year + 1, 1];
    else month += 1;
  }
}

/** The weeks that touch the days between `from` and `to`, whole, with their ISO number. */
export function weeksBetween(from: number, to: number): (Tick & { week: number })[] {
  const ticks: (Tick & { week: number })[] = [];
  for (let day = mondayBefore(from); day <= to; day += 7)
    ticks.push({ day, days: 7, week: isoWeekOf(dateOfDay(day)).week });
  return ticks;
}

/** Two years around a day, from a Monday to a Sunday: what is read and drawn until one scrolls further. */
export function scaleAround(day: number, week: number): Scale {
  const monday = mondayBefore(day);
  return { from: monday - 40 * 7, to: monday + 66 * 7 - 1, week };
}

/** The scale that shows a span within so many pixels, with room to scroll on either side. */
export function fitted({ start, end }: { start: number; end: number }, width: number): Scale {
  const week = Math.max(narrowest, Math.min(zoomWidths.month, Math.floor((width * 7) / (end - start + 1))));
  const around = Math.ceil(2000 / week);
  return widened({ from: mondayBefore(start), to: mondayBefore(end) + 6, week }, around, around);
}
