/** What the map says in five seconds: how strong the network is, where most and least, what sleeps, where the next ambassadors count. */
import type { CoverageRow } from '#shared/network/contract.ts';
import type { MapColumns } from '#shared/network/columns.ts';
import { coverageShare, type Figures } from '#shared/network/coverage.ts';
import { daysSince, fadingDays } from '#shared/network/scales.ts';

export interface NamedShare {
  id: string;
  name: string;
  share: number;
  /** Ambassadors that are missing to the targets of its sites, summed. */
  missing: number;
}

export interface Headline {
  share: number | null;
  strongest: NamedShare | null;
  thinnest: NamedShare | null;
  /** The territory that misses most ambassadors; null when none misses any. */
  next: NamedShare | null;
  /** Whether there are territories, and each has as many active ambassadors as its sites should: small ones too. */
  complete: boolean;
  /** Sites without an active ambassador, those without a place among them. */
  alone: number;
  /** Places in the columns of the sites that have someone, but no initiative for half a year. */
  fading: number[];
}

/** A territory too small beside the network says nothing about it: at least so many expected ambassadors, and this share of all. */
const leastTarget = 3;
const leastPart = 0.01;

function compared(rows: readonly CoverageRow[], total: Figures): NamedShare[] {
  const parents = new Set(rows.map((row) => row.parentId));
  return rows.flatMap((row) => {
    const { figures, id, name } = row;
    const share = coverageShare(figures);
    return id === null ||
      name === null ||
      parents.has(id) ||
      share === null ||
      figures.target < Math.max(leastTarget, total.target * leastPart)
      ? []
      : [{ id, name, share, missing: figures.target - figures.active }];
  });
}

/** Said of territories only, and only where something is expected of them. */
function isComplete(rows: readonly CoverageRow[]): boolean {
  const territories = rows.filter((row) => row.id !== null && row.figures.target > 0);
  return territories.length > 0 && territories.every(({ figures }) => figures.active >= figures.target);
}

/** Whether a site with someone active has done nothing for half a year. */
export function isFading(active: number, lastActivity: string | null, today: string): boolean {
  return active > 0 && (lastActivity === null || daysSince(lastActivity, today) > fadingDays);
}

export function headlineOf(rows: readonly CoverageRow[], total: Figures, columns: MapColumns, today: string): Headline {
  const all = compared(rows, total);
  const best = (better: (a: NamedShare, b: NamedShare) => number): NamedShare | null => all.toSorted(better)[0] ?? null;
  const strongest = all.length < 2 ? null : best((a, b) => b.share - a.share);
  const thinnest = all.length < 2 ? null : best((a, b) => a.share - b.share);
  const next = best((a, b) => b.missing - a.missing);
  const fading: number[] = [];
  for (let at = 0; at < columns.id.length; at += 1)
    if (isFading(columns.active[at] ?? 0, columns.lastActivity[at] ?? null, today)) fading.push(at);
  return {
    share: coverageShare(total),
    strongest,
    thinnest: thinnest?.id === strongest?.id ? null : thinnest,
    next: next === null || next.missing <= 0 ? null : next,
    complete: isComplete(rows),
    alone: total.sites - total.sitesCovered,
    fading,
  };
}
