/** The colours of the load: one hue, the more the stronger; what is over the threshold is also framed and numbered. */

export interface LoadScale {
  /** Nothing is asked. */
  none: string;
  /** The colour of a load; 0 and less is `none`. */
  of: (load: number) => string;
  /** The frame of what is over. */
  frame: string;
  /** Numbers on what is over. */
  ink: string;
}

type Rgb = readonly [number, number, number];

// The app's evergreen from pale to deep on paper, from deep to pale at night: lightness alone tells them apart.
const ramps: Record<
  'light' | 'dark',
  { none: string; stops: readonly Rgb[]; over: readonly Rgb[]; frame: string; ink: string }
> = {
  light: {
    none: '#F1EEE6',
    stops: [
      [206, 230, 218],
      [126, 187, 161],
      [47, 132, 100],
    ],
    over: [
      [15, 78, 57],
      [6, 46, 33],
    ],
    frame: '#A3261F',
    ink: '#FFFFFF',
  },
  dark: {
    none: '#1A2E2A',
    stops: [
      [36, 74, 62],
      [52, 116, 92],
      [84, 163, 131],
    ],
    over: [
      [150, 219, 188],
      [206, 244, 226],
    ],
    frame: '#FF9A92',
    ink: '#0B1816',
  },
};

function between(stops: readonly Rgb[], share: number): string {
  const at = Math.max(0, Math.min(1, share)) * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(at));
  const [from, to] = [stops[low] ?? [0, 0, 0], stops[low + 1] ?? stops[low] ?? [0, 0, 0]];
  return `rgb(${from.map((part, index) => Math.round(part + ((to[index] ?? part) - part) * (at - low))).join(', ')})`;
}

/** Up to the threshold one stretch of the ramp, above it another that is darker (paler at night) from its first step, up to the greatest load there is. */
export function loadScale(theme: 'light' | 'dark', threshold: number, most = 0): LoadScale {
  const { none, stops, over, frame, ink } = ramps[theme];
  const span = Math.max(threshold, most - threshold);
  const known = new Map<number, string>();
  const of = (load: number): string => {
    if (load <= 0) return none;
    const colour =
      known.get(load) ??
      (load > threshold
        ? between(over, (load - threshold) / span)
        : between(stops, threshold <= 1 ? 1 : (load - 1) / (threshold - 1)));
    known.set(load, colour);
    return colour;
  };
  return { none, of, frame, ink };
}
