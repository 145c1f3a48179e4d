/** Answers on the land, as an SVG that wears the page's colours: territories by their share of adoption, sites by their answer. */
import { adoptionStatuses, type AdoptionStatus } from '#shared/campaigns/lists.ts';
import { adoptedShare, shareClass } from '#shared/campaigns/shares.ts';
import type { AnswerCounts } from '#shared/campaigns/contract.ts';
import { pointIn, groundFor, type Frame, type Ground } from '../../geo/map-frame.ts';
import { drawShape, insetsSvg, landSvg, two } from '../../geo/map-land.ts';
import { pageColours } from '../../geo/map-svg.ts';
import type { TerritoryShapes } from '../../domain/network/territory-shapes.ts';

type Counts = Record<AdoptionStatus, number>;

export interface AnsweringSite {
  id: string;
  lat: number | null;
  lon: number | null;
  country: string;
  territoryId: string | null;
  answers: Counts;
}

interface Request {
  sites: readonly AnsweringSite[];
  shapes: TerritoryShapes;
  /** By territory, those below counted in. */
  figures: ReadonlyMap<string, AnswerCounts>;
  /** Pixels. */
  width: number;
  height: number;
  resources: string;
}

interface Dot {
  x: number;
  y: number;
  answers: Counts;
  count: number;
}

const framesOf = (ground: Ground): Frame[] => [ground.main, ...ground.insets.map((inset) => inset.frame)];
const none = (): Counts => ({ invited: 0, adopted: 0, adapted: 0, declined: 0, done: 0 });

/** Sites that fall on the same few pixels become one dot at their middle, in the order in which they came. */
function mergeSites(points: { x: number; y: number; answers: Counts }[], cell: number): Dot[] {
  const cells = new Map<string, Dot & { points: number }>();
  for (const { x, y, answers } of points) {
    const key = `${Math.round(x / cell)} ${Math.round(y / cell)}`;
    const dot = cells.get(key) ?? { x: 0, y: 0, answers: none(), count: 0, points: 0 };
    dot.x += x;
    dot.y += y;
    dot.points += 1;
    for (const status of adoptionStatuses) {
      dot.answers[status] += answers[status];
      dot.count += answers[status];
    }
    cells.set(key, dot);
  }
  return [...cells.values()]
    .map((dot) => ({ ...dot, x: dot.x / dot.points, y: dot.y / dot.points }))
    .sort((a, b) => b.count - a.count || a.x - b.x || a.y - b.y);
}

/** A dot of one answer, or a pie of several, beginning at noon with what is done. */
function dotSvg({ x, y, answers, count }: Dot, radius: number): string {
  const parts = [...adoptionStatuses].reverse().filter((status) => answers[status] > 0);
  if (parts.length === 1)
    return `<circle cx="${two(x)}" cy="${two(y)}" r="${two(radius)}" data-answer="${parts[0] ?? ''}"/>`;
  const at = (turn: number): string =>
    `${two(x + radius * Math.sin(2 * Math.PI * turn))} ${two(y - radius * Math.cos(2 * Math.PI * turn))}`;
  let from = 0;
  const wedges = parts.map((status) => {
    const to = from + answers[status] / count;
    const path = `<path d="M${two(x)} ${two(y)}L${at(from)}A${two(radius)} ${two(radius)} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}Z" data-answer="${status}"/>`;
    from = to;
    return path;
  });
  return `<g>${wedges.join('')}<circle cx="${two(x)}" cy="${two(y)}" r="${two(radius)}" data-ring=""/></g>`;
}

function territoriesSvg(
  ground: Ground,
  shapes: TerritoryShapes,
  figures: ReadonlyMap<string, AnswerCounts>,
  hairline: number,
): string {
  return shapes.collection.features
    .flatMap((feature) => {
      const { territoryId } = feature.properties;
      const count = figures.get(territoryId);
      const share = count === undefined ? null : adoptedShare(count);
      if (share === null) return [];
      return framesOf(ground).flatMap((frame) => {
        const path = drawShape(frame.projection, feature);
        return path === ''
          ? []
          : [
              `<path d="${path}" data-territory="${territoryId}" data-share="${shareClass(share)}" stroke-width="${two(hairline)}"/>`,
            ];
      });
    })
    .join('');
}

/**
 * Draws the answers. A site that answered several campaigns, or several sites in one spot, are a pie whose area grows with how
 * many answers it holds. The page styles `data-share` (0 to 4), `data-answer` and `data-ring`; `data-territory` names what was
 * clicked. `svg` is null when no site has a place and no territory an outline.
 */
export function adoptionMapSvg({ sites, shapes, figures, width, height, resources }: Request): {
  svg: string | null;
  drawn: number;
  missing: number;
} {
  const placed = sites.filter(
    (site): site is AnsweringSite & { lat: number; lon: number } => site.lat !== null && site.lon !== null,
  );
  const ground = groundFor(placed, { width, height, resources });
  const scale = Math.min(width, height);
  const hairline = Math.max(0.5, scale / 900);
  const points = framesOf(ground).map((frame, index) =>
    placed.flatMap((site, at) => {
      const point = ground.frameOf[at] === index ? pointIn(frame, site) : null;
      return point === null ? [] : [{ ...point, answers: site.answers }];
    }),
  );
  const drawn = points.reduce((sum, list) => sum + list.length, 0);
  const dots = points.flatMap((list) => mergeSites(list, scale * 0.03));
  const largest = Math.max(1, dots[0]?.count ?? 1, ...dots.map((dot) => dot.count));
  const radiusOf = (dot: Dot): number => scale * (0.008 + 0.013 * Math.sqrt(dot.count / largest));
  const land = territoriesSvg(ground, shapes, figures, hairline);
  if (drawn === 0 && land === '') return { svg: null, drawn, missing: sites.length };
  return {
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
      landSvg(ground, pageColours, resources, hairline),
      insetsSvg(ground, pageColours, hairline),
      `<g data-territories="">${land}</g><g data-dots="">`,
      ...dots.map((dot) => dotSvg(dot, radiusOf(dot))),
      '</g></svg>',
    ].join(''),
    drawn,
    missing: sites.length - drawn,
  };
}
