/** The sites of a map as dots and, where they crowd, as circles that hold a number. */
import type { Language } from '#shared/base/common.ts';
import { numberText } from '#shared/base/locale.ts';
import { coverageShare, sumFigures, type Figures } from '#shared/network/coverage.ts';
import { classOf, sumValue, type Scale } from '#shared/network/scales.ts';
import { two } from '../../../geo/map-land.ts';
import type { Typesetter } from '../../../geo/outlined-text.ts';
import type { NetworkSite } from '../../../domain/network/sites.ts';

export interface PointedSite {
  site: NetworkSite;
  x: number;
  y: number;
}

export interface Cluster {
  x: number;
  y: number;
  sites: NetworkSite[];
  figures: Figures;
}

/**
 * Sites that lie within `reach` pixels of a larger one are shown with it, in its place. The largest are taken first, so that
 * a map's centres are its large sites and lie at least `reach` apart; sites of the same size keep their order, so the same
 * input gives the same.
 */
export function clusterSites(points: readonly PointedSite[], reach: number): Cluster[] {
  const order = points
    .map((_, at) => at)
    .sort((a, b) => (points[b]?.site.headcount ?? -1) - (points[a]?.site.headcount ?? -1) || a - b);
  const cells = new Map<string, number[]>();
  const cellOf = (value: number): number => Math.floor(value / Math.max(0.001, reach));
  points.forEach(({ x, y }, at) => {
    const key = `${cellOf(x)} ${cellOf(y)}`;
    const list = cells.get(key);
    if (list === undefined) cells.set(key, [at]);
    else list.push(at);
  });
  const taken = new Uint8Array(points.length);
  const clusters: Cluster[] = [];
  for (const at of order) {
    const centre = points[at];
    if (centre === undefined || taken[at] === 1) continue;
    const members: PointedSite[] = [];
    for (let i = -1; i <= 1; i += 1)
      for (let j = -1; j <= 1; j += 1)
        for (const other of cells.get(`${cellOf(centre.x) + i} ${cellOf(centre.y) + j}`) ?? []) {
          const point = points[other];
          if (point === undefined || taken[other] === 1 || Math.hypot(point.x - centre.x, point.y - centre.y) > reach)
            continue;
          taken[other] = 1;
          members.push(point);
        }
    const sites = members.map((point) => point.site);
    clusters.push({ x: centre.x, y: centre.y, sites, figures: sumFigures(sites) });
  }
  return clusters;
}

/** White or ink, whichever reads better on a colour (`#RRGGBB`). */
export function inkOn(colour: string, ink: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.3 ? ink : '#FFFFFF';
}

/** The arc of a share, clockwise from the top; a whole circle from 1 on. */
function arc(x: number, y: number, radius: number, share: number): string {
  if (share >= 1) return `<circle cx="${two(x)}" cy="${two(y)}" r="${two(radius)}" fill="none"/>`;
  const angle = 2 * Math.PI * share;
  return `<path d="M${two(x)} ${two(y - radius)}A${two(radius)} ${two(radius)} 0 ${share > 0.5 ? 1 : 0} 1 ${two(x + radius * Math.sin(angle))} ${two(y - radius * Math.cos(angle))}" fill="none"/>`;
}

export interface DotStyle {
  scale: Scale;
  /** Fill of a hollow class, and the line around every dot. */
  paper: string;
  ink: string;
  today: string;
  lang: Language;
  type: Typesetter;
  /** Radius in pixels of the smallest dot. */
  unit: number;
  /** That at which clusters were made: their circles do not overlap. */
  reach: number;
}

/** Fill of a value on a scale; a missing one refers to the picture's hatching. */
export function fillOf(value: number | null, scale: Scale, paper: string): string {
  const found = classOf(value, scale.breaks);
  if (found === -1) return 'url(#missing)';
  return found === 0 && scale.hollow ? paper : (scale.colours[found] ?? scale.missing);
}

function shortCount(count: number, lang: Language): string {
  return count < 10_000 ? numberText(count, 0, lang) : `${numberText(count / 1000, 0, lang)}\u202fk`;
}

/** The clusters as SVG, the large ones below. */
export function dotsSvg(clusters: readonly Cluster[], style: DotStyle): string {
  const { scale, paper, ink, today, lang, type, unit, reach } = style;
  const largest = Math.max(
    1,
    ...clusters.map((cluster) => (cluster.sites.length === 1 ? cluster.figures.headcount : 0)),
  );
  const most = Math.max(2, ...clusters.map((cluster) => cluster.sites.length));
  const radiusOf = ({ sites, figures }: Cluster): number =>
    sites.length === 1
      ? unit + (reach * 0.4 - unit) * Math.sqrt(figures.headcount / largest)
      : unit * 1.5 + (reach * 0.49 - unit * 1.5) * (Math.log(sites.length) / Math.log(most));
  const strong = scale.colours[scale.colours.length - 1] ?? ink;
  return clusters
    .map((cluster) => ({ cluster, radius: radiusOf(cluster) }))
    .sort((a, b) => b.radius - a.radius || a.cluster.x - b.cluster.x || a.cluster.y - b.cluster.y)
    .map(({ cluster, radius }) => {
      const { x, y, sites, figures } = cluster;
      const value = sumValue(scale.layer, figures, today);
      const fill = fillOf(value, scale, paper);
      const isHollow = fill === paper;
      const circle = `<circle cx="${two(x)}" cy="${two(y)}" r="${two(radius)}" fill="${fill}" stroke="${isHollow ? strong : fill.startsWith('#') ? paper : scale.missing}" stroke-width="${two(unit * (isHollow ? 0.35 : 0.22))}"/>`;
      if (sites.length === 1) return circle;
      const share = coverageShare(figures) ?? 0;
      const ring =
        scale.layer === 'coverage' && share > 0
          ? `<g stroke="${ink}" stroke-width="${two(unit * 0.3)}">${arc(x, y, radius, share)}</g>`
          : '';
      const text = shortCount(sites.length, lang);
      const size = Math.min(unit * 1.9, (radius * 1.6) / Math.max(1, type.width(text, 1, 'bold')));
      const colour = fill.startsWith('#') ? inkOn(fill, ink) : ink;
      return `${circle}${ring}${type.draw(text, x, y + size * 0.36, { size, weight: 'bold', fill: colour, anchor: 'middle' })}`;
    })
    .join('');
}
