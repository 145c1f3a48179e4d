/** A chart as rectangles, lines and words, for the preview and the PDF; the PPTX has a native one of the same data and colours. */
import type { Language } from '../base/common.ts';
import { dot, line, provenanceBar, type Box, type ChartBox, type TextBox } from './boxes.ts';
import { textWidth } from './measure.ts';
import { numberText } from '../base/locale.ts';

/** Round steps for an axis from 0 (or below) to the highest value; about `count` of them. */
export function ticksOf(lowest: number, highest: number, count = 4): number[] {
  const [from, to] = [Math.min(0, lowest), Math.max(0, highest)];
  // Below this no power of ten is left to count in: nothing to tell apart.
  const span = to - from > 1e-300 ? to - from : 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  // Below the smallest power of ten there is no step that would lead anywhere.
  if (power === 0) return [0, 1];
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let at = Math.floor(from / step + 1e-9); at <= Math.ceil(to / step - 1e-9); at += 1)
    ticks.push(Number((at * step).toPrecision(12)));
  return ticks.length < 2 ? [0, 1] : ticks;
}

function label(x: number, y: number, w: number, value: string, box: ChartBox, align: TextBox['align']): TextBox {
  return {
    kind: 'text',
    role: 'text',
    x,
    y,
    w,
    h: 0.32,
    text: value,
    lines: [value],
    truncated: false,
    font: 'text',
    size: box.size,
    bold: false,
    italic: false,
    colour: box.ink,
    align,
    anchor: 'middle',
    lineHeight: 1.15,
    rtl: false,
    decorative: true,
    tail: null,
  };
}

/** Number of decimals that tells the ticks apart. */
export function tickDecimals(ticks: number[]): number {
  return ticks.every(Number.isInteger) ? 0 : ticks.every((tick) => Number.isInteger(tick * 10)) ? 1 : 2;
}

export function drawChart(box: ChartBox, lang: Language): Box[] {
  const { chart } = box;
  const known = chart.values.filter((value): value is number => value !== null);
  const ticks = ticksOf(Math.min(0, ...known), Math.max(0, ...known));
  const [lowest, highest] = [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1];
  const names = ticks.map((tick) => numberText(tick, tickDecimals(ticks), lang));
  const axis = Math.max(...names.map((name) => textWidth(name, 'text', box.size))) + 0.2;
  const plot = { x: box.x + axis, y: box.y + 0.16, w: box.w - axis, h: box.h - 0.6 };
  const yOf = (value: number): number => plot.y + plot.h * (1 - (value - lowest) / (highest - lowest));
  const boxes: Box[] = [];
  ticks.forEach((tick, index) => {
    boxes.push(line(plot.x, yOf(tick), plot.x + plot.w, yOf(tick), box.line, tick === 0 ? 1.5 : 0.75));
    boxes.push(label(box.x, yOf(tick) - 0.16, axis - 0.14, names[index] ?? '', box, 'right'));
  });
  const slot = plot.w / Math.max(1, chart.labels.length);
  const widest = Math.max(0.01, ...chart.labels.map((name) => textWidth(name, 'text', box.size)));
  const every = Math.max(1, Math.ceil((widest + 0.08) / slot));
  let previous: [number, number] | null = null;
  chart.labels.forEach((name, index) => {
    const centre = plot.x + slot * (index + 0.5);
    const value = chart.values[index] ?? null;
    if (value !== null) {
      const y = yOf(value);
      if (chart.type === 'bar')
        boxes.push(
          provenanceBar(
            { x: centre - slot * 0.33, y: Math.min(y, yOf(0)), w: slot * 0.66, h: Math.abs(yOf(0) - y) },
            chart.provenances?.[index] ?? 'measured',
            box.colour,
            0.1,
          ),
        );
      else {
        if (previous !== null) boxes.push(line(previous[0], previous[1], centre, y, box.colour, 3));
        boxes.push(dot(centre, y, 0.07, box.colour));
      }
      previous = [centre, y];
    } else previous = null;
    if (index % every === 0)
      boxes.push(label(centre - (slot * every) / 2, box.y + box.h - 0.36, slot * every, name, box, 'center'));
  });
  return boxes;
}
