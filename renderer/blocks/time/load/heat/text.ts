/** Texts of the heat map, measured and cut to their room. */

export interface Fitted {
  text: string;
  /** Pixels; of a text that cannot be made short enough, more than the room. */
  width: number;
}

/** Measuring is the dearest part of painting: what was measured is kept. */
const measured = new Map<string, Fitted>();
const mostMeasured = 20_000;

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(pen: CanvasRenderingContext2D, text: string, room: number): Fitted {
  const key = `${pen.font}|${room}|${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  const whole = pen.measureText(text).width;
  let found: Fitted = { text, width: whole };
  // From the length that letters of middling width would give, to the longest that fits.
  let length = Math.min(text.length - 1, Math.floor((text.length * room) / whole));
  const cut = (): Fitted => {
    const short = `${text.slice(0, length).trimEnd()}…`;
    return { text: short, width: pen.measureText(short).width };
  };
  if (whole > room && text.length > 2) {
    found = cut();
    while (found.width > room && length > 1) {
      length -= 1;
      found = cut();
    }
  }
  if (measured.size > mostMeasured) measured.clear();
  measured.set(key, found);
  return found;
}

/** What was measured with another font than the one that has come is measured again. */
export function forgetWidths(): void {
  measured.clear();
}
