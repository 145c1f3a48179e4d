/** The slides of what was done: the year's figures large, one of them as a chart, a map or a picture with a few words. */
import { page as sheet, line, pictureIn, rect, type Box, type LaidSlide, type MeshBox, type Place } from '../boxes.ts';
import type { Chart, Figure, Slide } from '../slides.ts';
import { textWidth } from '../measure.ts';
import { numberText, typeset } from '../typography.ts';
import { columns, grid, heading, leastSize, present, quietGround, text, type LayoutContext } from './parts.ts';

const words = {
  fr: { measured: 'mesuré', declared: 'déclaré', estimated: 'estimé', missing: 'pas encore de valeur' },
  en: { measured: 'measured', declared: 'declared', estimated: 'estimated', missing: 'no value yet' },
} as const;

/** The bar under a figure: solid when measured, outlined when declared, hatched when estimated. */
function provenanceMark(place: Place, provenance: Figure['provenance'], colour: string): Box[] {
  const { x, y, w, h } = place;
  if (provenance === 'measured') return [rect(place, colour)];
  const frame: MeshBox['threads'] = [[x, y, x + w, y], [x + w, y, x + w, y + h], [x + w, y + h, x, y + h], [x, y + h, x, y]];
  const hatches: MeshBox['threads'] = [];
  if (provenance === 'estimated') for (let at = x; at < x + w - h + 0.001; at += 0.09) hatches.push([at, y + h, at + h, y]);
  return [{ kind: 'mesh', ...place, threads: [...frame, ...hatches], knots: [], colour, width: 1.25, opacity: 1 }];
}

function bigFigure(context: LayoutContext, place: Place, figure: Figure, size: number): Box[] {
  const { page, primaryInk } = context.theme;
  const value = numberText(figure.value, figure.decimals, context.lang);
  const number = text(context, { x: place.x, y: place.y, w: place.w, h: (size * 1.12) / 72 }, value, { size, floor: 28, bold: true, colour: primaryInk, maxLines: 1, lineHeight: 1.1 });
  const boxes: Box[] = [];
  if (number !== null) {
    const unit = typeset(figure.unit, context.lang);
    const tailSize = Math.max(leastSize, Math.round(number.size * 0.38));
    const room = place.w - textWidth(value, 'text', number.size, true) - textWidth(`\u00A0${unit}`, 'text', tailSize, true);
    boxes.push({ ...number, tail: unit !== '' && figure.value !== null && room > 0 ? { text: `\u00A0${unit}`, size: tailSize, colour: page.muted } : null });
  }
  const y = place.y + (size * 1.12) / 72 + 0.12;
  boxes.push(...provenanceMark({ x: place.x, y, w: 0.9, h: 0.11 }, figure.provenance, primaryInk));
  const unitShown = boxes[0]?.kind === 'text' && boxes[0].tail !== null;
  const label = unitShown || figure.unit === '' || figure.value === null ? figure.label : `${figure.label} (${figure.unit})`;
  const state = figure.value === null ? words[context.lang].missing : words[context.lang][figure.provenance];
  boxes.push(
    ...present([
      text(context, { x: place.x, y: y + 0.3, w: place.w, h: 1.0 }, label, { size: 20, colour: page.ink, maxLines: 3, lineHeight: 1.2 }),
    ]),
  );
  const labelBox = boxes[boxes.length - 1];
  const labelEnd = labelBox?.kind === 'text' ? y + 0.3 + (labelBox.lines.length * labelBox.size * labelBox.lineHeight) / 72 : y + 0.3;
  boxes.push(...present([text(context, { x: place.x, y: labelEnd + 0.06, w: place.w, h: 0.34 }, state, { size: leastSize, colour: page.muted, maxLines: 1 })]));
  return boxes;
}

/** What the chart says, for those who do not see it. */
export function chartAlt(chart: Chart, lang: 'fr' | 'en'): string {
  const parts = chart.labels.map((label, at) => `${label} ${chart.values[at] === null || chart.values[at] === undefined ? '–' : numberText(chart.values[at] ?? null, chart.decimals, lang)}`);
  return typeset(`${chart.title}${chart.unit === '' ? '' : ` (${chart.unit})`} : ${parts.join(', ')}`, lang);
}

export function layFigures(slide: Slide, context: LayoutContext): LaidSlide {
  const { page, primary, primaryInk } = context.theme;
  const { texts, figures, chart } = slide;
  const boxes: Box[] = heading(context, texts.eyebrow, texts.title);
  if (chart !== null) {
    const left = columns(0, 4);
    const [hero, second] = figures;
    if (hero !== undefined) boxes.push(...bigFigure(context, { x: left.x, y: 2.5, w: left.w, h: 2.2 }, hero, second === undefined ? 66 : 48));
    if (second !== undefined) boxes.push(...bigFigure(context, { x: left.x, y: 4.75, w: left.w, h: 2.1 }, second, 48));
    const right = hero === undefined ? columns(0, 12) : columns(5, 7);
    boxes.push({ kind: 'chart', x: right.x, y: 2.45, w: right.w, h: 4.0, chart, alt: chartAlt(chart, context.lang), colour: primaryInk === primary ? primary : primaryInk, ink: page.muted, line: page.line, size: leastSize });
  } else {
    const span = figures.length <= 1 ? 12 : Math.floor(12 / figures.length);
    figures.forEach((figure, index) => {
      const { x, w } = columns(index * span, span);
      const size = figures.length === 1 ? 120 : figures.length === 2 ? 88 : figures.length === 3 ? 68 : 50;
      boxes.push(...bigFigure(context, { x, y: figures.length <= 2 ? 2.75 : 3.0, w: w - 0.1, h: 3 }, figure, size));
    });
  }
  boxes.push(...present([text(context, { x: grid.margin, y: 6.52, w: chart === null ? grid.width : columns(0, 12).w, h: 0.36 }, texts.caption, { size: leastSize, colour: page.muted, maxLines: 1, anchor: 'bottom' })]));
  return { background: page.fill, boxes, title: texts.title ?? '' };
}

export function layPicture(slide: Slide, context: LayoutContext): LaidSlide {
  const { page } = context.theme;
  const { texts, picture } = slide;
  const left = columns(0, picture === null ? 10 : 4);
  const boxes: Box[] = [];
  if (picture !== null) {
    const x = columns(5, 7).x - 0.25;
    const place = { x, y: 0, w: sheet.width - x, h: sheet.height };
    if (picture.source === 'map') boxes.push(rect(place, quietGround(context.theme).fill), pictureIn({ x: place.x + 0.35, y: 0.35, w: place.w - 0.7, h: place.h - 0.7 }, picture));
    else {
      const box = pictureIn(place, picture);
      if (box.w < place.w - 0.01 || box.h < place.h - 0.01) boxes.push(rect(place, quietGround(context.theme).fill));
      boxes.push(box);
    }
  }
  boxes.push(...present([
    text(context, { x: left.x, y: grid.top, w: left.w, h: 0.34 }, texts.eyebrow, { size: leastSize, bold: true, colour: context.theme.primaryInk, maxLines: 1 }),
    text(context, { x: left.x, y: 1.02, w: left.w, h: 1.9 }, texts.title, { role: 'title', font: 'title', size: 40, floor: 26, colour: page.ink, maxLines: 3 }),
  ]));
  boxes.push(line(left.x, 3.2, left.x + 0.9, 3.2, context.theme.primaryInk, 3));
  boxes.push(...present([
    text(context, { x: left.x, y: 3.45, w: left.w, h: 2.75 }, texts.body, { size: 22, colour: page.ink, maxLines: 7 }),
    text(context, { x: left.x, y: 6.5, w: left.w, h: 0.4 }, texts.caption, { size: leastSize, colour: page.muted, maxLines: 1, anchor: 'bottom' }),
  ]));
  return { background: page.fill, boxes, title: texts.title ?? '' };
}
