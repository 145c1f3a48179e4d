/** The network as a small map for a slide, drawn as an SVG of its own: France with insets of its overseas departments, or Europe. */
import { groundFor, pointIn } from './map-frame.ts';
import { insetsSvg, landSvg, two, type LandColours } from './map-land.ts';
import { mergeDots, type Dot, type MapSite, type PlacedSite } from './map-places.ts';

export interface MapColours extends LandColours {
  /** Sites whose target is not met. */
  dot: string;
  /** Sites whose target is met. */
  covered: string;
  /** Fills the background; without it the background is clear. */
  sea?: string;
}

/** Colours that the page's theme fills in, for maps shown in the window. */
export const pageColours: MapColours = {
  land: 'var(--map-land)',
  border: 'var(--map-border)',
  dot: 'var(--map-dot)',
  covered: 'var(--map-covered)',
};

export interface MapRequest {
  sites: MapSite[];
  /** Pixels. */
  width: number;
  height: number;
  colours: MapColours;
  /** Folder of the bundled resources. */
  resources: string;
}

export interface NetworkMap {
  svg: string;
  /** Sites that have a dot. */
  drawn: number;
  /** Sites without a place, or off the map. */
  missing: number;
}

/** Dots by headcount: their area, not their radius, grows with it; the whole of them never hides the land. */
function dotsSvg(dots: Dot[], largest: number, scale: number, colours: MapColours): string {
  const radius = (dot: Dot): number => scale * (0.006 + 0.016 * Math.sqrt(Math.min(1, dot.weight / largest)));
  return dots
    .map(
      (dot) =>
        `<circle cx="${two(dot.x)}" cy="${two(dot.y)}" r="${two(radius(dot))}" fill="${dot.covered ? colours.covered : colours.dot}"/>`,
    )
    .join('');
}

/**
 * Draws the sites. The map shows metropolitan France when every European site lies in it, else as much of Europe as holds
 * them; overseas departments with sites are shown beside it. Coverage is colour, headcount is area. The same sites in the
 * same order give the same text; nothing outside the SVG is referred to.
 */
export function networkMapSvg(request: MapRequest): NetworkMap {
  const { sites, width, height, colours, resources } = request;
  const placed = sites.filter((site): site is PlacedSite => site.lat !== null && site.lon !== null);
  const ground = groundFor(placed, request);
  const hairline = Math.max(0.5, Math.min(width, height) / 900);
  const scale = Math.min(width, height);
  const dots = [ground.main, ...ground.insets.map((inset) => inset.frame)].map((frame, index) =>
    placed.flatMap((site, at) => {
      const point = ground.frameOf[at] === index ? pointIn(frame, site) : null;
      return point === null ? [] : [{ ...point, weight: site.weight ?? 0, covered: site.covered }];
    }),
  );
  const merged = dots.map((points) => mergeDots(points, scale * 0.008));
  const largest = Math.max(1, ...merged.flatMap((list) => list.slice(0, 1).map((dot) => dot.weight)));
  const crowding = Math.min(1, Math.max(0.5, Math.sqrt(150 / Math.max(1, merged[0]?.length ?? 1))));
  const drawn = dots.reduce((sum, points) => sum + points.length, 0);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    colours.sea === undefined ? '' : `<rect width="${width}" height="${height}" fill="${colours.sea}"/>`,
    landSvg(ground, colours, resources, hairline),
    insetsSvg(ground, colours, hairline),
    `<g fill-opacity="0.9" stroke="${colours.land}" stroke-width="${two(hairline * 0.9)}">`,
    ...merged.map((list) => dotsSvg(list, largest, scale * crowding, colours)),
    '</g></svg>',
  ];
  return { svg: parts.join(''), drawn, missing: sites.length - drawn };
}
