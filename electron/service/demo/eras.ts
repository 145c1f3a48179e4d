/** How the network spread: where it began, where it took hold, where it stalled, where it has only just begun. */
import { addDays, daysBetween } from '#shared/base/days.ts';
import { type Random } from './random.ts';

export interface Era {
  /** Months since the first ambassadors of the place. */
  months: number;
  /** Ambassadors against the rest of the network for sites alike. */
  density: number;
  /** Many have left or paused: the network withers there for want of animation. */
  isFading?: true;
}

/** By region of France and by country: the West was first, the South-East is fading, the East and most of Europe begin. */
const eras: Record<string, Era> = {
  53: { months: 36, density: 1.4 },
  52: { months: 34, density: 1.3 },
  28: { months: 27, density: 1.2 },
  24: { months: 15, density: 0.55 },
  32: { months: 19, density: 1.4 },
  11: { months: 29, density: 0.85 },
  84: { months: 30, density: 1.15 },
  76: { months: 14, density: 0.9 },
  75: { months: 18, density: 1 },
  93: { months: 33, density: 1.15, isFading: true },
  94: { months: 8, density: 0.5 },
  44: { months: 9, density: 0.34 },
  27: { months: 8, density: 0.3 },
  '01': { months: 7, density: 0.3 },
  '02': { months: 7, density: 0.3 },
  '03': { months: 6, density: 0.25 },
  '04': { months: 17, density: 1.3 },
  '06': { months: 5, density: 0.25 },
  BE: { months: 16, density: 1.1 },
  NL: { months: 12, density: 1.2 },
  DE: { months: 11, density: 0.5 },
  ES: { months: 8, density: 0.45 },
  IT: { months: 6, density: 0.3 },
  PL: { months: 5, density: 0.25 },
  PT: { months: 7, density: 0.6 },
};

export function eraOf(region: string): Era {
  return eras[region] ?? { months: 12, density: 0.6 };
}

/** Two recruitment drives a year, in spring and in autumn; nobody joins in August. */
const byMonth = [0.55, 0.6, 1, 0.95, 0.6, 0.45, 0.3, 0.1, 1, 1, 0.7, 0.25];

/** The day someone joined: few in a place's first months, then more at each drive; a fading place recruits no longer. */
export function joiningDay(random: Random, era: Era, today: string): string {
  const span = Math.round(era.months * 30.44);
  for (;;) {
    const share = era.isFading === true ? 0.7 * random.next() : random.next() ** 0.75;
    const date = addDays(today, Math.round(share * (span - 4)) - span);
    if (random.chance(byMonth[Number(date.slice(5, 7)) - 1] ?? 0.5)) return date;
  }
}

export type JoinedStage = 'agreed' | 'trained' | 'active' | 'paused' | 'alumni';

/** How far someone is after so many days: trained within months, then active; some pause, some leave. */
export function stageAfter(random: Random, days: number, era: Era): JoinedStage {
  if (days < 40)
    return random.weighted([
      ['agreed', 70],
      ['trained', 25],
      ['active', 5],
    ] as const);
  if (days < 130)
    return random.weighted([
      ['agreed', 16],
      ['trained', 34],
      ['active', 50],
    ] as const);
  if (era.isFading === true)
    return random.weighted([
      ['active', 42],
      ['paused', 20],
      ['alumni', 36],
      ['trained', 2],
    ] as const);
  return random.weighted([
    ['active', 81],
    ['paused', 6],
    ['alumni', days > 240 ? 10 : 3],
    ['trained', 3],
  ] as const);
}

/** When that stage began: never before joining, never after today. */
export function stageDay(random: Random, stage: JoinedStage, joinedOn: string, today: string, era: Era): string {
  const days = daysBetween(joinedOn, today);
  const after =
    stage === 'agreed'
      ? random.int(0, 6)
      : stage === 'trained'
        ? random.int(14, 75)
        : stage === 'active'
          ? random.int(20, 120)
          : 0;
  if (after > 0 || stage === 'agreed') return addDays(joinedOn, Math.min(after, Math.max(0, days - 1)));
  // Those who stop do so after some months; where the network fades, most in the last year.
  const floor = Math.min(days - 2, 100);
  const share = era.isFading === true ? random.next() ** 0.6 : random.next();
  return addDays(joinedOn, Math.max(1, Math.round(floor + share * (days - 2 - floor))));
}
