/** The figures measured on the initiatives: growing with the network, better proven each season, sometimes missing. */
import { addDays, daysBetween } from '#shared/base/days.ts';
import type { DemoIndicator } from './indicators.ts';
import type { DemoInitiative } from './initiatives.ts';
import { inserter, type DemoContext } from './insert.ts';
import { randomOf, type Random } from './random.ts';

/** Large networks are made to this number exactly, so that measures of speed compare from one version to the next. */
export const largeMeasurements = 1_000_000;

interface Point {
  indicator: DemoIndicator;
  date: string;
  value: number;
}

/** A day's action is counted that day; a long one every month; on demand further readings follow, a few days apart. */
function datesOf(initiative: DemoInitiative, today: string, wanted: number): string[] {
  const { startDate, endDate } = initiative;
  if (startDate === null || startDate > today) return [];
  const last = endDate === null || endDate > today ? today : endDate;
  const months = Math.max(1, Math.min(6, Math.round(daysBetween(startDate, last) / 31)));
  const dates = Array.from({ length: months }, (_, index) => addDays(last, -31 * (months - 1 - index))).filter(
    (date) => date >= startDate,
  );
  for (let day = startDate; dates.length < wanted && day <= today; day = addDays(day, 4)) {
    if (!dates.includes(day)) dates.push(day);
  }
  return dates;
}

function pointsOf(
  random: Random,
  initiative: DemoInitiative,
  indicators: Map<string, DemoIndicator>,
  today: string,
  wanted: number | null,
): Point[] {
  const { template } = initiative;
  const amounts: [string, number][] = [
    ['HEURES', template.participants * 2.6],
    ['PARTICIPANTS', template.participants],
    ...template.amounts,
  ];
  const growth = 1 + 0.35 * (1 + daysBetween(today, initiative.startDate ?? today) / 730);
  const scale = growth * random.logNormal(0.85, 0.45) * Math.min(1.6, ((initiative.site.headcount ?? 40) / 60) ** 0.3);
  const dates = datesOf(initiative, today, wanted === null ? 1 : Math.ceil(wanted / amounts.length));
  const points: Point[] = [];
  for (const date of dates) {
    for (const [code, amount] of amounts) {
      const indicator = indicators.get(code);
      // Colleagues are counted once an initiative, not once a month; a natural network also forgets some figures.
      if (
        indicator === undefined ||
        (wanted === null && ((code === 'PARTICIPANTS' && date !== dates[0]) || random.chance(0.06)))
      )
        continue;
      const raw = ((amount * scale) / dates.length) * random.logNormal(1, 0.18);
      const rounded = Math.round(raw * 10 ** indicator.decimals) / 10 ** indicator.decimals;
      points.push({
        indicator,
        date,
        value: Math.max(indicator.decimals === 0 ? 1 : 10 ** -indicator.decimals, rounded),
      });
    }
  }
  return wanted === null ? points : points.slice(0, wanted);
}

function provenanceOf(random: Random, point: Point, today: string): 'measured' | 'estimated' | 'declared' {
  if (point.indicator.factor !== null) return random.chance(0.85) ? 'estimated' : 'measured';
  const isRecent = daysBetween(point.date, today) < 365;
  return random.weighted([
    ['measured', isRecent ? 52 : 30],
    ['declared', isRecent ? 36 : 52],
    ['estimated', isRecent ? 12 : 18],
  ] as const);
}

const sources = {
  fr: {
    measured: ['Pesée sur place', 'Feuille d’émargement', 'Relevé de compteur', 'Bordereau de remise'],
    estimated: ['Calcul du siège'],
    declared: ['Déclaration de l’ambassadeur', 'Questionnaire de fin d’action'],
  },
  en: {
    measured: ['Weighed on site', 'Attendance sheet', 'Meter reading', 'Delivery note'],
    estimated: ['Head office estimate'],
    declared: ['Declared by the ambassador', 'Closing questionnaire'],
  },
};

export async function writeMeasurements(
  context: DemoContext,
  initiatives: DemoInitiative[],
  indicators: Map<string, DemoIndicator>,
): Promise<number> {
  const random = randomOf(context.seed, 'measurements');
  const insert = inserter(context, 'measurements', [
    'id',
    'initiativeId',
    'indicatorId',
    'date',
    'value',
    'provenance',
    'source',
    'factor',
    'factorVersion',
  ]);
  const measurable = initiatives.filter(
    (one) =>
      one.startDate !== null &&
      one.startDate <= context.today &&
      one.status !== 'abandoned' &&
      one.status !== 'idea' &&
      !random.chance(0.05),
  );
  let left = largeMeasurements;
  let written = 0;
  // The latest first: what those that have just begun cannot hold falls to the earlier ones.
  for (const [index, initiative] of measurable.toReversed().entries()) {
    const wanted = context.size === 'large' ? Math.ceil(left / (measurable.length - index)) : null;
    const points = pointsOf(random, initiative, indicators, context.today, wanted);
    for (const point of points) {
      const provenance = provenanceOf(random, point, context.today);
      const factor = provenance === 'estimated' ? point.indicator.factor : null;
      insert([
        context.newId(),
        initiative.id,
        point.indicator.id,
        point.date,
        point.value,
        provenance,
        random.pick(sources[context.lang][provenance]),
        factor,
        factor === null ? null : '2025',
      ]);
      written += 1;
    }
    left -= points.length;
    if (index % 1000 === 999) await context.step(5000);
  }
  return written;
}
