/** Which points lie inside a shape drawn by hand. */

export interface Point {
  x: number;
  y: number;
}

/**
 * Whether a point lies inside a closed outline, by the even-odd rule: an outline that crosses itself leaves out what it
 * encircles twice. Fewer than three corners enclose nothing.
 */
export function isInside(point: Point, outline: readonly Point[]): boolean {
  if (outline.length < 3) return false;
  let inside = false;
  let before = outline[outline.length - 1] as Point;
  for (const corner of outline) {
    if (
      corner.y > point.y !== before.y > point.y &&
      point.x < ((before.x - corner.x) * (point.y - corner.y)) / (before.y - corner.y) + corner.x
    )
      inside = !inside;
    before = corner;
  }
  return inside;
}

/** The places in `points` of those inside; a box around the outline spares most of the work. */
export function insideOutline(points: readonly Point[], outline: readonly Point[]): number[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of outline) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  const found: number[] = [];
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at] as Point;
    if (point.x >= left && point.x <= right && point.y >= top && point.y <= bottom && isInside(point, outline))
      found.push(at);
  }
  return found;
}
