/** What the map can show, in how many classes and in which colours: the same on screen, in a table's swatch and in an exported picture. */
import { daysBetween } from '../base/days.ts';
import { coverageShare, per100Employees, type Figures, type SiteFigures } from './coverage.ts';

export const mapLayers = ['coverage', 'headcount', 'initiatives', 'lastActivity'] as const;
export type MapLayer = (typeof mapLayers)[number];
export type ScaleTheme = 'light' | 'dark';

/** A sequential scale. Value v is of the class whose number is that of the breaks that are <= v; there is one colour more than breaks. */
export interface Scale {
  layer: MapLayer;
  /** Strictly rising. For `lastActivity` in days, so the first class is the best; for the others it is the least. */
  breaks: number[];
  colours: string[];
  /** For a value that is missing: shown as a hatched grey and said, never as zero. */
  missing: string;
  /** The first class is "nothing at all", drawn hollow. */
  hollow: boolean;
}

// Single-hue ramps of even steps of lightness (OKLCH), so that they read without colour; pale is little on paper, deep is little on the dark theme.
const ramps: Record<ScaleTheme, Record<MapLayer, string[]>> = {
  light: {
    coverage: ['#D9EEE4', '#A3D4BE', '#67B896', '#349470', '#126E50', '#014933'],
    headcount: ['#DDE9F9', '#AECAEE', '#7CA7DF', '#5382BE', '#365F92', '#203E64'],
    initiatives: ['#F2E2F0', '#DEBADA', '#C78FC1', '#A3689E', '#7B4977', '#532D50'],
    lastActivity: ['#D6EDF2', '#9BD2E0', '#54B4CA', '#068FA7', '#006A7F', '#004655'],
  },
  dark: {
    coverage: ['#24342D', '#2F5344', '#35775D', '#42A07C', '#6AC6A0', '#A5E9CA'],
    headcount: ['#28313D', '#384C65', '#496B96', '#5F8ECB', '#83B4F3', '#B4DBFF'],
    initiatives: ['#382C36', '#5A4057', '#83587F', '#B074AA', '#D799D1', '#F6C5F1'],
    lastActivity: ['#213438', '#27515B', '#237486', '#249CB4', '#54C2DB', '#99E6F9'],
  },
};
const missingColour: Record<ScaleTheme, string> = { light: '#B7B6AC', dark: '#5A6763' };

/** The least that is more than nothing. */
const something = 1e-9;
export const coverageBreaks = [something, 0.25, 0.5, 0.75, 1];
export const activityBreaks = [30, 90, 180, 365];
/** Past this many days without an initiative a site counts as fading. */
export const fadingDays = 180;

const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The round number nearest to a positive one by ratio: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten. */
export function roundNumber(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  let best = steps[0] ?? 1;
  for (const step of steps)
    if (Math.abs(Math.log(value / power / step)) < Math.abs(Math.log(value / power / best))) best = step;
  return Number((best * power).toPrecision(12));
}

/** A value that is to be shown, and how much it counts when classes are cut. */
export interface Weighted {
  value: number;
  weight: number;
}

/** At most `count - 1` round breaks that part the weight of the positive values into about `count` equal shares; fewer when they are few or alike. */
export function roundBreaks(values: readonly Weighted[], count: number): number[] {
  const sorted = values
    .filter(({ value, weight }) => value > 0 && weight > 0 && Number.isFinite(value))
    .sort((a, b) => a.value - b.value);
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const [least, most] = [sorted[0]?.value ?? 0, sorted[sorted.length - 1]?.value ?? 0];
  const breaks: number[] = [];
  let [part, passed] = [1, 0];
  for (const { value, weight } of sorted) {
    passed += weight;
    for (; part < count && passed > (part * whole) / count; part += 1) {
      const at = roundNumber(value);
      if (at > least && at <= most && at > (breaks[breaks.length - 1] ?? 0)) breaks.push(at);
    }
  }
  return breaks;
}

/** So many colours of a ramp, its two ends among them. */
function spread(ramp: readonly string[], count: number): string[] {
  if (count <= 1) return [ramp[3] ?? '#888888'];
  return Array.from(
    { length: count },
    (_, at) => ramp[Math.round((at * (ramp.length - 1)) / (count - 1))] ?? '#888888',
  );
}

/** The scale of a layer. `values` are those of `siteWeights` or `sumWeights`; only headcount and initiatives are cut by them. */
export function scaleOf(layer: MapLayer, theme: ScaleTheme, values: readonly Weighted[] = []): Scale {
  const ramp = ramps[theme][layer];
  const base = { layer, missing: missingColour[theme] };
  if (layer === 'coverage') return { ...base, breaks: coverageBreaks, colours: ramp, hollow: true };
  if (layer === 'lastActivity')
    return {
      ...base,
      breaks: activityBreaks,
      colours: spread(ramp, activityBreaks.length + 1).reverse(),
      hollow: false,
    };
  if (layer === 'headcount') {
    const breaks = roundBreaks(values, 5);
    return { ...base, breaks, colours: spread(ramp.slice(1), breaks.length + 1), hollow: false };
  }
  const breaks = [
    something,
    ...roundBreaks(
      values.filter(({ value }) => value > something),
      5,
    ),
  ];
  return { ...base, breaks, colours: spread(ramp, breaks.length + 1), hollow: true };
}

/** The class of a value, 0 the first; -1 when it is missing. */
export function classOf(value: number | null, breaks: readonly number[]): number {
  if (value === null || Number.isNaN(value)) return -1;
  let found = 0;
  while (found < breaks.length && value >= (breaks[found] ?? Infinity)) found += 1;
  return found;
}

export function colourOf(value: number | null, scale: Scale): string {
  const found = classOf(value, scale.breaks);
  return found === -1 ? scale.missing : (scale.colours[found] ?? scale.missing);
}

/** Whole days since a calendar date; never less than 0. */
export function daysSince(date: string, today: string): number {
  return Math.max(0, daysBetween(date, today));
}

/** What a layer shows of one site; null when it is missing. `today` is the calendar date from which days are counted. */
export function siteValue(layer: MapLayer, site: SiteFigures, today: string): number | null {
  if (layer === 'coverage') return site.active / site.target;
  if (layer === 'headcount') return site.headcount;
  if (layer === 'initiatives') return per100Employees(site.initiatives, site.headcount);
  return site.lastActivity === null ? null : daysSince(site.lastActivity, today);
}

/** What a layer shows of a sum of sites, as of one site. */
export function sumValue(layer: MapLayer, sum: Figures, today: string): number | null {
  if (layer === 'coverage') return coverageShare(sum);
  if (layer === 'headcount') return sum.sitesWithoutHeadcount === sum.sites ? null : sum.headcount;
  if (layer === 'initiatives') return per100Employees(sum.initiativesOfCounted, sum.headcount);
  return sum.lastActivity === null ? null : daysSince(sum.lastActivity, today);
}

/**
 * What the classes of a layer are cut by. Initiatives for 100 employees weigh as much as the employees they are set against: a site of
 * ten with one initiative is at 10, many such would draw the classes up, and every gathered mark and territory would fall into the same.
 */
const weighted = (layer: MapLayer, value: number | null, employees: number | null): Weighted[] =>
  value === null ? [] : [{ value, weight: layer === 'initiatives' ? (employees ?? 0) : 1 }];

/** Of the sites, what `scaleOf` cuts classes by; empty for the layers whose classes are fixed. */
export function siteWeights(layer: MapLayer, sites: Iterable<SiteFigures>): Weighted[] {
  return layer === 'coverage' || layer === 'lastActivity'
    ? []
    : [...sites].flatMap((site) => weighted(layer, siteValue(layer, site, ''), site.headcount));
}

/** Of sums of sites (territories), what `scaleOf` cuts classes by. */
export function sumWeights(layer: MapLayer, sums: readonly Figures[]): Weighted[] {
  return layer === 'coverage' || layer === 'lastActivity'
    ? []
    : sums.flatMap((sum) => weighted(layer, sumValue(layer, sum, ''), sum.headcount));
}
