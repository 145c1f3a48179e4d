/** The territories of an exported map: their fills, and words that stay inside their outlines. */
import { geoContains, geoPath } from 'd3-geo';
import type { Language } from '#shared/base/common.ts';
import { numberText } from '#shared/base/locale.ts';
import { sumValue, type Scale } from '#shared/network/scales.ts';
import type { Frame, Ground } from '../../../geo/map-frame.ts';
import { drawShape, two } from '../../../geo/map-land.ts';
import type { Typesetter } from '../../../geo/outlined-text.ts';
import { fillOf, inkOn } from './map-dots.ts';
import type { TerritoryShapes } from '../../../domain/network/territory-shapes.ts';
import type { Layout, PictureRequest } from './types.ts';

/** Filled by the class of their figure, with their name and share where there is room for them. */
export function territoriesSvg(
  request: PictureRequest,
  ground: Ground,
  scale: Scale,
  layout: Layout,
  type: Typesetter,
): string {
  const { territories, today, lang } = request;
  const { colours } = layout;
  if (territories === null) return '';
  const frames: Frame[] = [ground.main, ...ground.insets.map((inset) => inset.frame)];
  const strong = scale.colours[scale.colours.length - 1] ?? colours.ink;
  const fills: string[] = [];
  const hollow: string[] = [];
  const labels: string[] = [];
  for (const feature of territories.shapes.collection.features) {
    const figures = territories.figures.get(feature.properties.territoryId);
    const value = figures === undefined ? null : sumValue(scale.layer, figures, today);
    const fill = fillOf(value, scale, colours.page);
    for (const [at, frame] of frames.entries()) {
      const path = drawShape(frame.projection, feature);
      if (path === '') continue;
      // Hollow like a dot of the same class, and above its neighbours' borders.
      const isHollow = fill === colours.page;
      (isHollow ? hollow : fills).push(
        `<path d="${path}" fill="${fill}" stroke="${isHollow ? strong : colours.border}" stroke-width="${two(layout.unit * (isHollow ? 0.3 : 0.16))}" stroke-linejoin="round"/>`,
      );
      if (at > 0) continue;
      const largest = largestPart(feature.geometry.coordinates, frame);
      if (largest === null) continue;
      const size = request.slide === null ? layout.unit * 2 : layout.unit * 1.6;
      const ink = fill.startsWith('#') ? inkOn(fill, colours.ink) : colours.ink;
      const lines = [
        feature.properties.name,
        ...(value === null || scale.layer !== 'coverage' ? [] : [percent(value, lang)]),
      ];
      const room = {
        width: Math.max(...lines.map((line, n) => type.width(line, size, n === 0 ? 'regular' : 'bold'))),
        height: lines.length * size * 1.2,
      };
      const middle = roomInside(feature, largest, room, frame);
      if (middle === null) continue;
      lines.forEach((line, n) =>
        labels.push(
          type.draw(line, middle.x, middle.y + size * (0.36 + n * 1.2 - (lines.length - 1) * 0.6), {
            size,
            weight: n === 0 ? 'regular' : 'bold',
            fill: ink,
            anchor: 'middle',
          }),
        ),
      );
    }
  }
  return [...fills, ...hollow, ...labels].join('');
}

const percent = (share: number, lang: Language): string =>
  `${numberText(Math.floor(100 * share + 1e-9), 0, lang)}${lang === 'fr' ? '\u202f%' : '%'}`;

/** The largest part of an outline on the picture: where its name may stand. */
function largestPart(
  polygons: GeoJSON.Position[][][],
  frame: Frame,
): { x: number; y: number; width: number; height: number } | null {
  const path = geoPath(frame.projection);
  let best: { x: number; y: number; width: number; height: number; area: number } | null = null;
  for (const coordinates of polygons) {
    const shape = { type: 'Polygon' as const, coordinates };
    const area = path.area(shape);
    if (!Number.isFinite(area) || area <= (best?.area ?? 0)) continue;
    const [[x0, y0], [x1, y1]] = path.bounds(shape);
    const [x, y] = path.centroid(shape);
    best = {
      x,
      y,
      width: Math.min(x1, frame.width) - Math.max(x0, 0),
      height: Math.min(y1, frame.height) - Math.max(y0, 0),
      area,
    };
  }
  return best;
}

const shifts = [0, -0.08, 0.08, -0.16, 0.16, -0.24, 0.24];
const around = shifts
  .flatMap((dx) => shifts.map((dy) => ({ dx, dy })))
  .sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));

/** The edge of a box from -1 to 1, close enough that no border slips in between. */
const rim = [-1, -0.5, 0, 0.5, 1].flatMap((at): [number, number][] => [
  [at, -1],
  [at, 1],
  [-1, at],
  [1, at],
]);

/** Where words of this size stand wholly inside an outline, as near its middle as can be; null where they cannot. */
function roomInside(
  feature: TerritoryShapes['collection']['features'][number],
  part: { x: number; y: number; width: number; height: number },
  room: { width: number; height: number },
  frame: Frame,
): { x: number; y: number } | null {
  const { invert } = frame.projection;
  if (invert === undefined || room.width > part.width || room.height > part.height) return null;
  const isInside = (x: number, y: number): boolean => {
    const place = invert([x, y]);
    return place !== null && geoContains(feature, place);
  };
  for (const { dx, dy } of around) {
    const [x, y] = [part.x + dx * part.width, part.y + dy * part.height];
    const [w, h] = [room.width / 2, room.height / 2];
    if (rim.every(([across, down]) => isInside(x + across * w, y + down * h))) return { x, y };
  }
  return null;
}
