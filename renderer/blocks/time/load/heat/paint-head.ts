/** Paints the head of the heat map: months, weeks, and how many are over. */
import { monthsHeight, namePadding, sumsHeight, weeksHeight } from './layout.ts';
import type { Scene } from './scene.ts';
import { fitted } from './text.ts';

/** Over everything else, for weeks of which the first and last in sight are given. */
export function paintHead(pen: CanvasRenderingContext2D, scene: Scene, firstWeek: number, lastWeek: number): void {
  const { layout, head, colours, left } = scene;
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, scene.width, layout.head);
  const xOf = (week: number): number => layout.names + week * layout.cell - left;
  const middle = monthsHeight + weeksHeight / 2;
  pen.save();
  pen.beginPath();
  pen.rect(layout.names, 0, scene.width - layout.names, layout.head);
  pen.clip();
  pen.textAlign = 'left';
  pen.font = `600 12px ${colours.font}`;
  for (const [index, month] of head.months.entries()) {
    const [x, end] = [xOf(month.week), xOf(head.months[index + 1]?.week ?? layout.weeks)];
    if (end < layout.names || x > scene.width) continue;
    pen.fillStyle = colours.line;
    pen.fillRect(x - 1, 0, 1, monthsHeight + weeksHeight);
    pen.fillStyle = colours.ink;
    // A month whose beginning is scrolled away keeps its name in sight.
    const from = Math.max(x, layout.names) + 4;
    const spare = Math.max(0, end - from - 2);
    pen.fillText(
      fitted(pen, month.name, Infinity).width <= spare ? month.name : fitted(pen, month.short, spare).text,
      from,
      monthsHeight / 2 + 1,
    );
  }
  pen.textAlign = 'center';
  for (let week = firstWeek; week <= lastWeek; week += 1) {
    const isToday = week === head.today;
    pen.font = `${isToday ? 700 : 400} ${layout.cell < 17 ? 10 : 11}px ${colours.font}`;
    pen.fillStyle = isToday ? colours.accent : colours.muted;
    pen.fillText(head.weeks[week] ?? '', xOf(week) + layout.cell / 2, middle);
  }
  if (head.sums !== null) paintSums(pen, scene, head.sums, firstWeek, lastWeek, xOf);
  pen.restore();
  pen.textAlign = 'left';
  pen.font = `400 12px ${colours.font}`;
  pen.fillStyle = colours.muted;
  pen.fillText(head.corner.weeks, namePadding, middle);
  if (head.sums !== null)
    pen.fillText(
      fitted(pen, head.corner.sums, layout.names - namePadding - 8).text,
      namePadding,
      monthsHeight + weeksHeight + sumsHeight / 2,
    );
  pen.fillStyle = colours.line;
  pen.fillRect(0, layout.head - 1, scene.width, 1);
  pen.fillRect(layout.names - 1, 0, 1, layout.head);
}

/** How many are over, by week: a bar against the worst week, with its number where there is room. */
function paintSums(
  pen: CanvasRenderingContext2D,
  { layout, colours }: Scene,
  sums: readonly number[],
  firstWeek: number,
  lastWeek: number,
  xOf: (week: number) => number,
): void {
  const most = Math.max(1, ...sums);
  const base = layout.head - 3;
  pen.textAlign = 'center';
  pen.font = `600 10px ${colours.font}`;
  for (let week = firstWeek; week <= lastWeek; week += 1) {
    const count = sums[week] ?? 0;
    if (count === 0) continue;
    const high = Math.max(2, (count / most) * (sumsHeight - 16));
    pen.fillStyle = colours.danger;
    pen.fillRect(xOf(week) + 1, base - high, layout.cell - 3, high);
    pen.fillStyle = colours.ink;
    const text = count < 1000 ? String(count) : `${Math.round(count / 1000)}k`;
    const isAlone = (sums[week - 1] ?? 0) === 0 && (sums[week + 1] ?? 0) === 0;
    if (isAlone || fitted(pen, text, Infinity).width <= layout.cell + 1)
      pen.fillText(text, xOf(week) + layout.cell / 2, base - high - 6);
  }
}
