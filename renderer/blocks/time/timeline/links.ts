/** The line from a task to one that waits for it, with right angles and soft corners. */

interface Point {
  x: number;
  y: number;
}

const out = 7;
const corner = 4;

/**
 * The corners of the way from the end of a bar to the start of the next one: down right after the bar, so as not to strike
 * out the name that follows it; without room for that, round between the rows. `gap` is half a row.
 */
export function linkPoints(from: Point, to: Point, gap: number): Point[] {
  if (to.x - from.x >= 2 * out) return [from, { x: from.x + out, y: from.y }, { x: from.x + out, y: to.y }, to];
  const between = from.y + (to.y >= from.y ? gap : -gap);
  return [
    from,
    { x: from.x + out, y: from.y },
    { x: from.x + out, y: between },
    { x: to.x - out, y: between },
    { x: to.x - out, y: to.y },
    to,
  ];
}

/** The path through some points, its corners rounded. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = [`M${first.x} ${first.y}`];
  let before = first;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) parts.push(`L${point.x} ${point.y}`);
    else {
      const reach = Math.min(corner, length(before, point) / 2, length(point, next) / 2);
      const [a, b] = [towards(point, before, reach), towards(point, next, reach)];
      parts.push(`L${a.x} ${a.y}Q${point.x} ${point.y} ${b.x} ${b.y}`);
    }
    before = point;
  });
  return parts.join('');
}

const length = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, reach: number): Point {
  const whole = length(from, to);
  return whole === 0
    ? from
    : { x: from.x + ((to.x - from.x) * reach) / whole, y: from.y + ((to.y - from.y) * reach) / whole };
}
