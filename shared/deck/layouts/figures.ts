/** The slides of what was done: the year's figures large, one of them as a chart. */
import { fold } from '../../base/fold.ts';
import { line, provenanceBar, type Box, type LaidSlide, type Place } from '../boxes.ts';
import type { Chart, Figure, Slide } from '../slides.ts';
import { textWidth } from '../measure.ts';
import { typeset } from '../typography.ts';
import { numberText } from '../../base/locale.ts';
import { columns, grid, heightOf, leastSize, present, text, type LayoutContext } from './parts.ts';
import { heading } from './titles.ts';

const words = {
  fr: { measured: 'mesuré', declared: 'déclaré', estimated: 'estimé', missing: 'pas encore de valeur' },
  en: { measured: 'measured', declared: 'declared', estimated: 'estimated', missing: 'no value yet' },
} as const;

/** The unit, unless the label already says it: "630 personnes, personnes aidées" says it twice. */
export function unitBeside(figure: Figure): string {
  const said = new Set(fold(figure.label).split(/[^\p{L}\p{N}]+/u));
  return fold(figure.unit)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => said.has(word))
    ? ''
    : figure.unit;
}

/** One figure from the top of its place: the number with its unit small, what it counts, how it was obtained. */
function bigFigure(context: LayoutContext, place: Place, figure: Figure, size: number): Box[] {
  const { page, primaryInk, display } = context.theme;
  const value = numberText(figure.value, figure.decimals, context.lang);
  const bold = display === 'text';
  const number = text(context, { ...place, h: (size * 1.12) / 72 }, value, {
    size,
    floor: 28,
    font: display,
    bold,
    colour: primaryInk,
    maxLines: 1,
    lineHeight: 1.1,
  });
  const boxes: Box[] = [];
  const unit = typeset(unitBeside(figure), context.lang);
  let beside = false;
  if (number !== null) {
    const tailSize = Math.max(leastSize, Math.round(number.size * 0.38));
    const room =
      place.w - textWidth(value, display, number.size, bold) - textWidth(`\u00A0${unit}`, display, tailSize, bold);
    beside = unit !== '' && figure.value !== null && room > 0;
    boxes.push({ ...number, tail: beside ? { text: `\u00A0${unit}`, size: tailSize, colour: page.muted } : null });
  }
  const y = place.y + (size * 1.12) / 72 + 0.04;
  const state = figure.value === null ? words[context.lang].missing : words[context.lang][figure.provenance];
  const label = text(
    context,
    { x: place.x, y, w: place.w, h: place.y + place.h - y - 0.5 },
    beside || unit === '' || figure.value === null ? figure.label : `${figure.label} (${unit})`,
    { size: 20, colour: page.ink, maxLines: 3, lineHeight: 1.2 },
  );
  const foot = y + heightOf(label) + 0.12;
  boxes.push(...present([label === null ? null : { ...label, h: heightOf(label) }]));
  const mark = figure.value === null ? 0 : 0.78;
  if (mark > 0)
    boxes.push(provenanceBar({ x: place.x, y: foot + 0.1, w: 0.62, h: 0.14 }, figure.provenance, primaryInk));
  boxes.push(
    ...present([
      text(context, { x: place.x + mark, y: foot, w: place.w - mark, h: 0.34 }, state, {
        size: leastSize,
        colour: page.muted,
        maxLines: 1,
        anchor: 'middle',
      }),
    ]),
  );
  return boxes;
}

/** What the chart says, for those who do not see it. */
export function chartAlt(chart: Chart, lang: 'fr' | 'en'): string {
  const parts = chart.labels.map(
    (label, at) =>
      `${label} ${chart.values[at] === null || chart.values[at] === undefined ? '–' : numberText(chart.values[at] ?? null, chart.decimals, lang)}`,
  );
  return typeset(`${chart.title}${chart.unit === '' ? '' : ` (${chart.unit})`} : ${parts.join(', ')}`, lang);
}

/** One fills the page, two and three stand side by side, four on two rows. */
function figurePlaces(count: number): { place: Place; size: number }[] {
  const size = count === 1 ? 120 : count === 2 ? 88 : count === 3 ? 66 : 60;
  const [across, span] = count <= 3 ? [Math.max(1, count), 12 / Math.max(1, count)] : [2, 6];
  return Array.from({ length: count }, (_, index) => {
    const { x, w } = columns((index % across) * span, span);
    const y = count <= 3 ? 2.85 : 2.3 + Math.floor(index / across) * 2.12;
    return { place: { x, y, w: w - 0.1, h: count <= 3 ? 3.5 : 2.1 }, size };
  });
}

export function layFigures(slide: Slide, context: LayoutContext): LaidSlide {
  const { page, primaryInk, display } = context.theme;
  const { texts, chart } = slide;
  const figures = slide.figures.slice(0, 4);
  const boxes: Box[] = heading(context, texts.eyebrow, texts.title);
  if (chart !== null) {
    const left = columns(0, 4);
    const [hero, second] = figures;
    if (hero !== undefined)
      boxes.push(
        ...bigFigure(
          context,
          { x: left.x, y: 2.5, w: left.w, h: second === undefined ? 3.6 : 2.15 },
          hero,
          second === undefined ? 66 : 48,
        ),
      );
    if (second !== undefined) boxes.push(...bigFigure(context, { x: left.x, y: 4.7, w: left.w, h: 1.85 }, second, 48));
    const right = hero === undefined ? columns(0, 12) : columns(5, 7);
    boxes.push({
      kind: 'chart',
      x: right.x,
      y: 2.45,
      w: right.w,
      h: 4.0,
      chart,
      alt: chartAlt(chart, context.lang),
      colour: primaryInk,
      ink: page.muted,
      line: page.line,
      size: leastSize,
    });
  } else {
    figurePlaces(figures.length).forEach(({ place, size }, index) => {
      const figure = figures[index];
      if (figure === undefined) return;
      if (display === 'title')
        boxes.push(line(place.x, place.y - 0.04, place.x + place.w, place.y - 0.04, page.ink, 1));
      boxes.push(...bigFigure(context, place, figure, size));
    });
  }
  boxes.push(
    ...present([
      text(context, { x: grid.margin, y: 6.52, w: grid.width, h: 0.36 }, texts.caption, {
        size: leastSize,
        colour: page.muted,
        maxLines: 1,
        anchor: 'bottom',
      }),
    ]),
  );
  return { background: page.fill, boxes, title: texts.title ?? '' };
}
