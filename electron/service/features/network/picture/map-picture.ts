/**
 * The network's map as a picture that stands alone: title, legend, scale, sources, and a word on what is not drawn. Words are
 * outlines, nothing is fetched, and the same network gives the same text on every machine.
 */
import { dayText } from '#shared/base/locale.ts';
import { geoCircle, geoPath } from 'd3-geo';
import type { Language } from '#shared/base/common.ts';
import { numberText } from '#shared/base/locale.ts';
import { sumFigures, type Figures } from '#shared/network/coverage.ts';
import { scaleOf, classOf, siteValue, siteWeights, sumValue, sumWeights, type Scale } from '#shared/network/scales.ts';
import { groundFor, groundOfExtent, pointIn, type Frame, type Ground } from '../../../geo/map-frame.ts';
import { insetsSvg, landSvg, two } from '../../../geo/map-land.ts';
import { escapeXml, typesetter, type Typesetter } from '../../../geo/outlined-text.ts';
import { classNames, layerTitle, pictureWords } from './legend-words.ts';
import { territoriesSvg } from './map-territories.ts';
import { clusterSites, dotsSvg, fillOf, type PointedSite } from './map-dots.ts';
import { distanceKm } from '../../../geo/sphere-grid.ts';
import { attribution } from '../../../geo/shapes.ts';
import type { NetworkSite } from '../../../domain/network/sites.ts';
import type { Layout, Picture, PictureColours, PictureRequest } from './types.ts';

const paper: PictureColours = {
  page: '#FBFAF6',
  sea: '#DFE8E8',
  land: '#F6F3EA',
  border: '#BDB6A4',
  ink: '#14231F',
  quiet: '#56635F',
  isDark: false,
};
/** Sites nearer than this many units (radius of the smallest dot) share a circle. Few sites keep their own dot. */
const nearby = { few: 3.6, many: 6, crowd: 120 };

function layoutOf({ width, height, slide }: PictureRequest): Layout {
  if (slide !== null) {
    const unit = height / 66;
    const legend = unit * 17.5;
    return {
      colours: slide,
      unit,
      dot: height / 140,
      margin: 0,
      map: { x: 0, y: 0, width, height: height - legend },
      legend: { x: unit * 2, y: height - legend + unit * 1.2, width: width - unit * 4 },
    };
  }
  const unit = Math.min(width / 1920, height / 1080) * 6.5;
  const margin = unit * 7;
  const legendWidth = unit * 44;
  const top = margin + unit * 12.5;
  return {
    colours: paper,
    unit,
    dot: unit,
    margin,
    map: {
      x: margin,
      y: top,
      width: width - 2 * margin - legendWidth - unit * 5,
      height: height - top - margin - unit * 3.5,
    },
    legend: { x: width - margin - legendWidth, y: top, width: legendWidth },
  };
}

function circlesSvg(points: readonly PointedSite[], frame: Frame, radiusKm: number, ink: string): string {
  const centres = new Map(
    points.filter(({ site }) => site.active > 0).map(({ site }) => [`${site.lat} ${site.lon}`, site]),
  );
  const path = geoPath(frame.projection).digits(1);
  const outlines = [...centres.values()].map(
    ({ lat, lon }) =>
      path(
        geoCircle()
          .center([lon ?? 0, lat ?? 0])
          .radius(radiusKm / 111.195)
          .precision(9)(),
      ) ?? '',
  );
  return outlines.length === 0
    ? ''
    : `<path d="${outlines.join('')}" fill="${ink}" fill-opacity="0.08" fill-rule="nonzero"/>`;
}

/** A round length at the middle of the map, ending at `right` on the line `y`, beside the map so that it hides no site; nothing where the projection has no one scale. */
function scaleBar(ground: Ground, layout: Layout, right: number, y: number, lang: Language, type: Typesetter): string {
  const { width, height } = layout.map;
  const { colours, unit } = layout;
  const invert = ground.main.projection.invert;
  if (invert === undefined || (ground.kind === 'world' && !ground.isNear)) return '';
  const [from, to] = [invert([width / 2 - 50, height / 2]), invert([width / 2 + 50, height / 2])];
  if (from === null || to === null) return '';
  const kmPerPixel = distanceKm({ lon: from[0], lat: from[1] }, { lon: to[0], lat: to[1] }) / 100;
  const most = kmPerPixel * unit * 18;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power;
  const length = km / kmPerPixel;
  const x = right - length;
  return `<g><path d="M${two(x)} ${two(y - unit)}v${two(unit)}h${two(length)}v${two(-unit)}" fill="none" stroke="${colours.ink}" stroke-width="${two(unit * 0.22)}"/>${type.draw(`${numberText(km, 2, lang)}\u202fkm`, x - unit, y, { size: unit * 2, fill: colours.ink, anchor: 'end' })}</g>`;
}

function legendSvg(
  request: PictureRequest,
  scale: Scale,
  values: (number | null)[],
  summary: string[],
  notes: string[],
  layout: Layout,
  type: Typesetter,
): string {
  const { lang, layer, territories } = request;
  const { x, width } = layout.legend;
  const { unit, colours } = layout;
  const say = pictureWords[lang];
  const { classes, missing } = classNames(scale, lang);
  const counts = new Map<number, number>();
  for (const value of values)
    counts.set(classOf(value, scale.breaks), (counts.get(classOf(value, scale.breaks)) ?? 0) + 1);
  const parts: string[] = [];
  let y = layout.legend.y + unit * 2.4;
  for (const line of wrapped(layerTitle(layer, lang), width, unit * 2.7, 'bold', type)) {
    parts.push(type.draw(line, x, y, { size: unit * 2.7, weight: 'bold', fill: colours.ink }));
    y += unit * 3.4;
  }
  parts.push(
    type.draw(territories === null ? say.sites : say.territories, x + width, y - unit * 0.4, {
      size: unit * 1.9,
      fill: colours.quiet,
      anchor: 'end',
    }),
  );
  y += unit * 2.6;
  const row = (fill: string, label: string, count: number): void => {
    const isHollow = fill === colours.page;
    const strong = scale.colours[scale.colours.length - 1] ?? colours.ink;
    parts.push(
      `<circle cx="${two(x + unit * 1.5)}" cy="${two(y - unit * 0.8)}" r="${two(unit * 1.35)}" fill="${fill}" stroke="${isHollow ? strong : colours.border}" stroke-width="${two(unit * (isHollow ? 0.35 : 0.15))}"/>`,
    );
    parts.push(
      type.draw(type.cut(label, width - unit * 12, unit * 2.3), x + unit * 4.4, y, {
        size: unit * 2.3,
        fill: colours.ink,
      }),
    );
    parts.push(
      type.draw(numberText(count, 0, lang), x + width, y, { size: unit * 2.3, fill: colours.quiet, anchor: 'end' }),
    );
    y += unit * 4;
  };
  classes.forEach((label, at) =>
    row(
      fillOf(at === 0 ? Number.NEGATIVE_INFINITY : (scale.breaks[at - 1] ?? 0), scale, colours.page),
      label,
      counts.get(at) ?? 0,
    ),
  );
  if ((counts.get(-1) ?? 0) > 0) row('url(#missing)', missing, counts.get(-1) ?? 0);
  y += unit * 1.6;
  for (const line of summary.flatMap((sentence) => wrapped(sentence, width, unit * 2.3, 'regular', type))) {
    parts.push(type.draw(line, x, y, { size: unit * 2.3, fill: colours.ink }));
    y += unit * 3.1;
  }
  y += unit * 1.6;
  const hints = [
    ...(territories === null ? [say.size, say.cluster, ...(layer === 'coverage' ? [say.arc] : [])] : []),
    ...(request.radiusKm === null ? [] : [say.circle(numberText(request.radiusKm, 0, lang))]),
    ...notes,
  ];
  for (const hint of hints) {
    for (const line of wrapped(hint, width, unit * 2, 'regular', type)) {
      parts.push(type.draw(line, x, y, { size: unit * 2, fill: colours.quiet }));
      y += unit * 2.7;
    }
    y += unit * 0.7;
  }
  return parts.join('');
}

/** The classes in two columns, large enough to be read from the back of a room. */
function slideLegendSvg(
  { lang, layer }: PictureRequest,
  scale: Scale,
  values: (number | null)[],
  layout: Layout,
  type: Typesetter,
): string {
  const { unit, colours, legend } = layout;
  const { classes, missing } = classNames(scale, lang);
  const rows = classes.map((label, at) => ({
    label,
    fill: fillOf(at === 0 ? Number.NEGATIVE_INFINITY : (scale.breaks[at - 1] ?? 0), scale, colours.page),
  }));
  if (values.some((value) => classOf(value, scale.breaks) === -1)) rows.push({ label: missing, fill: 'url(#missing)' });
  const strong = scale.colours[scale.colours.length - 1] ?? colours.ink;
  const parts = [
    type.draw(layerTitle(layer, lang), legend.x, legend.y + unit * 2.2, {
      size: unit * 2.2,
      weight: 'bold',
      fill: colours.ink,
    }),
  ];
  const columns = 3;
  const perColumn = Math.ceil(rows.length / columns);
  rows.forEach(({ label, fill }, at) => {
    const x = legend.x + Math.floor(at / perColumn) * (legend.width / columns);
    const y = legend.y + unit * (6.2 + 3.6 * (at % perColumn));
    parts.push(
      `<circle cx="${two(x + unit)}" cy="${two(y - unit * 0.75)}" r="${two(unit)}" fill="${fill}" stroke="${fill === colours.page ? strong : colours.border}" stroke-width="${two(unit * (fill === colours.page ? 0.3 : 0.12))}"/>`,
    );
    parts.push(
      type.draw(type.cut(label, legend.width / columns - unit * 3.6, unit * 2.1), x + unit * 3, y, {
        size: unit * 2.1,
        fill: colours.ink,
      }),
    );
  });
  return parts.join('');
}

function wrapped(text: string, width: number, size: number, weight: 'regular' | 'bold', type: Typesetter): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && type.width(`${last} ${word}`, size, weight) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** What a map is of, and of which day: "Tout l’espace de travail, au 24 novembre 2026". */
export function scopeAndDay(scope: string, today: string, lang: Language): string {
  return `${scope}, ${pictureWords[lang].asOf(dayText(today, lang))}`;
}

/** Draws the map. `width` and `height` in pixels of an SVG; a PNG is made from it at any size. */
export function mapPicture(request: PictureRequest): Picture {
  const { layer, sites, territories, extent, radiusKm, lang, today, width, height, resources } = request;
  const say = pictureWords[lang];
  const type = typesetter(resources);
  const layout = layoutOf(request);
  const { colours } = layout;
  const placed = sites.filter(
    (site): site is NetworkSite & { lat: number; lon: number } => site.lat !== null && site.lon !== null,
  );
  const canvas = { width: layout.map.width, height: layout.map.height, resources };
  const ground = extent === null ? groundFor(placed, canvas, true) : groundOfExtent(extent, placed, canvas);
  const pointed = [ground.main, ...ground.insets.map((inset) => inset.frame)].map((frame, index) =>
    placed.flatMap((site, at): PointedSite[] => {
      const point = ground.frameOf[at] === index ? pointIn(frame, site) : null;
      return point === null ? [] : [{ site, ...point }];
    }),
  );
  const shown = pointed.flatMap((list) => list.map((point) => point.site));
  const valueOf = (figures: Figures | undefined): number | null =>
    figures === undefined ? null : sumValue(layer, figures, today);
  const values =
    territories === null
      ? shown.map((site) => siteValue(layer, site, today))
      : territories.shapes.collection.features.map((feature) =>
          valueOf(territories.figures.get(feature.properties.territoryId)),
        );
  // The classes are those of the screen: cut by all that the filter holds, not by what the window happens to show.
  const weights =
    territories === null
      ? siteWeights(layer, placed)
      : sumWeights(
          layer,
          territories.shapes.collection.features.flatMap(
            (feature) => territories.figures.get(feature.properties.territoryId) ?? [],
          ),
        );
  const scale = scaleOf(layer, colours.isDark ? 'dark' : 'light', weights);
  const isCrowded = shown.length > nearby.crowd;
  const dot = layout.dot * (isCrowded ? 1 : 1.4);
  const reach = dot * (isCrowded ? nearby.many : nearby.few);
  const style = { scale, paper: colours.page, ink: colours.ink, today, lang, type, unit: dot, reach };
  const inner = [
    `<rect width="${two(canvas.width)}" height="${two(canvas.height)}" fill="${colours.sea}"/>`,
    landSvg(ground, colours, resources, layout.dot * 0.17),
    insetsSvg(ground, colours, layout.dot * 0.17),
    ...ground.insets.map(({ frame, shape }) =>
      type.draw(
        type.cut(shape?.properties.name ?? '', frame.width * 0.9, frame.width * 0.1),
        frame.x + frame.width / 2,
        frame.y + frame.height * 0.96,
        { size: frame.width * 0.1, fill: colours.quiet, anchor: 'middle' },
      ),
    ),
    territoriesSvg(request, ground, scale, layout, type),
    ...(radiusKm === null
      ? []
      : [ground.main, ...ground.insets.map((inset) => inset.frame)].map((frame, at) =>
          circlesSvg(pointed[at] ?? [], frame, radiusKm, colours.ink),
        )),
    ...(territories === null ? pointed.map((list) => dotsSvg(clusterSites(list, reach), style)) : []),
  ];
  const unplaced = sites.length - placed.length;
  const offMap = placed.length - shown.length;
  const noOutline = territories?.shapes.without.length ?? 0;
  const notes = [
    ...(unplaced > 0 ? [say.unplaced(unplaced)] : []),
    ...(offMap > 0 && territories === null ? [say.offMap(offMap)] : []),
    ...(noOutline > 0 ? [say.noOutline(noOutline)] : []),
  ];
  const named = layerTitle(layer, lang);
  const title = request.title ?? say.of(territories === null ? named : say.byTerritory(named), request.organisation);
  const alt = say.alt(title, shown.length);
  const { active, target, sitesCovered } = sumFigures(sites);
  const summary = say.slideBody({ active, target, sites: sites.length, covered: sitesCovered }).split('\n');
  const { margin, unit, map } = layout;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(alt)}"><title>${escapeXml(title)}</title><desc>${escapeXml(summary.join(' '))}</desc>`,
    `<defs><pattern id="missing" width="${two(unit)}" height="${two(unit)}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${two(unit)}" height="${two(unit)}" fill="${colours.page}"/><rect width="${two(unit * 0.45)}" height="${two(unit)}" fill="${scale.missing}"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="${colours.page}"/>`,
    ...(request.slide !== null
      ? []
      : [
          type.draw(type.cut(title, width - 2 * margin, unit * 5, 'bold'), margin, margin + unit * 3.6, {
            size: unit * 5,
            weight: 'bold',
            fill: colours.ink,
          }),
          type.draw(
            type.cut(scopeAndDay(request.scope, today, lang), width - 2 * margin, unit * 2.7),
            margin,
            margin + unit * 8.6,
            { size: unit * 2.7, fill: colours.quiet },
          ),
          type.draw(say.sources(attribution), margin, height - margin + unit * 1.2, {
            size: unit * 1.8,
            fill: colours.quiet,
          }),
        ]),
    `<svg x="${two(map.x)}" y="${two(map.y)}" width="${two(map.width)}" height="${two(map.height)}" viewBox="0 0 ${two(map.width)} ${two(map.height)}" overflow="hidden">${inner.join('')}</svg>`,
    request.slide === null
      ? scaleBar(ground, layout, map.x + map.width, height - margin + unit * 1.2, lang, type)
      : scaleBar(ground, layout, layout.legend.x + layout.legend.width, layout.legend.y + unit * 2.2, lang, type),
    request.slide === null
      ? legendSvg(request, scale, values, summary, notes, layout, type)
      : slideLegendSvg(request, scale, values, layout, type),
    '</svg>',
  ].join('');
  return { svg, title, alt, drawn: shown.length, missing: sites.length - shown.length };
}
