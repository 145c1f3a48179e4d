/** A network drawn from a fixed seed: sites as dots, ties as threads, a few of them in saffron. Decoration only. */
import type { ReactNode } from 'react';
import { useMemo } from 'react';

interface Dot {
  x: number;
  y: number;
  r: number;
  bright: boolean;
}

/** Mulberry32: small, even enough for a picture, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Points kept apart from each other, so that the mesh breathes. */
function scatter(random: () => number): Dot[] {
  const dots: Dot[] = [];
  for (let attempt = 0; attempt < 4000 && dots.length < 74; attempt += 1) {
    const dot = { x: 20 + random() * 560, y: 20 + random() * 860, r: 2.5 + random() ** 3 * 11, bright: random() < 0.1 };
    if (dots.every((other) => Math.hypot(other.x - dot.x, other.y - dot.y) > 46 + other.r + dot.r)) dots.push(dot);
  }
  return dots;
}

function threads(dots: Dot[]): [Dot, Dot][] {
  const pairs: [Dot, Dot][] = [];
  for (const [index, dot] of dots.entries()) {
    const near = dots
      .map((other, at) => ({ other, at, away: Math.hypot(other.x - dot.x, other.y - dot.y) }))
      .filter(({ at }) => at > index)
      .sort((a, b) => a.away - b.away);
    for (const { other, away } of near.slice(0, 3)) if (away < 150) pairs.push([dot, other]);
  }
  return pairs;
}

export function MeshPicture(): ReactNode {
  const { dots, pairs } = useMemo(() => {
    const all = scatter(randomFrom(20261));
    return { dots: all, pairs: threads(all) };
  }, []);
  return (
    <svg viewBox="0 0 600 900" preserveAspectRatio="xMidYMid slice" width="100%" height="100%">
      <defs>
        <linearGradient id="dusk" x1="0" y1="0" x2="0.6" y2="1">
          <stop offset="0" stopColor="#0E3B30" />
          <stop offset="0.6" stopColor="#145843" />
          <stop offset="1" stopColor="#1E7258" />
        </linearGradient>
      </defs>
      <rect width="600" height="900" fill="url(#dusk)" />
      {pairs.map(([from, to], index) => {
        const warm = from.bright || to.bright;
        const bend = 10 * ((index % 5) - 2);
        return (
          <path
            key={index}
            d={`M${from.x} ${from.y} Q${(from.x + to.x) / 2 + bend} ${(from.y + to.y) / 2 - bend} ${to.x} ${to.y}`}
            fill="none"
            stroke={warm ? '#F4C054' : '#BFE3D3'}
            strokeOpacity={warm ? 0.55 : 0.26}
            strokeWidth={warm ? 1.6 : 1.2}
          />
        );
      })}
      {dots.map((dot, index) => (
        <g key={index}>
          {dot.bright && <circle cx={dot.x} cy={dot.y} r={dot.r + 9} fill="#F4C054" opacity="0.18" />}
          <circle
            cx={dot.x}
            cy={dot.y}
            r={dot.r}
            fill={dot.bright ? '#F4C054' : '#E9F5EF'}
            opacity={dot.bright ? 1 : 0.86}
          />
        </g>
      ))}
    </svg>
  );
}
