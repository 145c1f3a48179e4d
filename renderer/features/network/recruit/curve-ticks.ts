/** The steps of the gain curve's axis. */

/** From a round share under the first point to one over the last, in a few even steps: the axis need not start at nothing, so the curve is a line, not an area. */
export function curveTicks(first: number, last: number): number[] {
  // In hundredths, which add up exactly.
  const low = Math.max(0, Math.floor(first * 10 - 0.5) * 10);
  const high = Math.min(100, Math.max(low + 10, Math.ceil(last * 10) * 10));
  const step = [5, 10, 20, 25].find((one) => (high - low) % one === 0 && (high - low) / one <= 5) ?? high - low;
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => (low + at * step) / 100);
}
