/** What a picture of the map is asked for, its colours and its frame. */
import type { Language } from '#shared/base/common.ts';
import type { Figures } from '#shared/network/coverage.ts';
import type { MapLayer } from '#shared/network/scales.ts';
import type { NetworkSite } from '../../../domain/network/sites.ts';
import type { TerritoryShapes } from '../../../domain/network/territory-shapes.ts';
import type { Extent } from '../../../geo/map-frame.ts';

export interface PictureRequest {
  layer: MapLayer;
  sites: readonly NetworkSite[];
  /** For a map of territories instead of sites. */
  territories: { shapes: TerritoryShapes; figures: Map<string, Figures> } | null;
  /** What the screen shows; null for all sites. */
  extent: Extent | null;
  /** A circle around every site that has someone. */
  radiusKm: number | null;
  organisation: string;
  /** Null: the layer and the organisation. */
  title: string | null;
  /** What the sites are narrowed to, in words. */
  scope: string;
  today: string;
  lang: Language;
  width: number;
  height: number;
  resources: string;
  /** For a slide, which has its own title: only the map with a large legend below, in the theme's colours. */
  slide: PictureColours | null;
}

export interface PictureColours {
  page: string;
  sea: string;
  land: string;
  border: string;
  ink: string;
  quiet: string;
  isDark: boolean;
}

export interface Picture {
  svg: string;
  title: string;
  alt: string;
  /** Sites that are drawn, alone or in a number (all those that have a place on a map of territories); and those that are not. */
  drawn: number;
  missing: number;
}

export interface Layout {
  colours: PictureColours;
  /** Type and spacing, in pixels. */
  unit: number;
  /** Radius of the smallest dot. */
  dot: number;
  margin: number;
  map: { x: number; y: number; width: number; height: number };
  legend: { x: number; y: number; width: number };
}
