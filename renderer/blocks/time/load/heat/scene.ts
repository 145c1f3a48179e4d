/** What is painted of the heat map: rows, head, colours, and which part of them is in sight. */
import type { Layout, Place } from './layout.ts';
import type { LoadScale } from './scale.ts';

export interface HeatRow {
  id: string;
  name: string;
  /** After the name, paler. */
  detail: string | null;
  /** How deep in a tree. */
  depth: number;
  values: readonly number[];
  /** By week, what is written on the cell because it is over; null where it is not. */
  marks: readonly (string | null)[];
}

export interface HeatHead {
  /** By week: its ISO number, and where a month begins its name. */
  weeks: readonly string[];
  months: readonly { week: number; name: string; short: string }[];
  /** The week of today, or -1. */
  today: number;
  /** Over the column of names. */
  corner: { weeks: string; sums: string };
  /** By week how many are over; null leaves the line out. */
  sums: readonly number[] | null;
}

export interface HeatColours {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  danger: string;
  font: string;
}

export interface Scene {
  layout: Layout;
  head: HeatHead;
  rowAt: (index: number) => HeatRow | undefined;
  scale: LoadScale;
  colours: HeatColours;
  threshold: number;
  /** The greatest load there is. */
  most: number;
  /** Bars instead of filled cells. */
  bars: boolean;
  left: number;
  top: number;
  width: number;
  height: number;
  hover: Place | null;
  active: Place | null;
}
