/** What a deck wears: colours made from the organisation's two, fonts, and one temperament for all slides. */
import { z } from 'zod';
import { colourSchema } from '../contract/common.ts';
import { contrast, inkOn, luminance, mix, readable } from './colours.ts';

export const temperaments = ['sober', 'bright', 'stage'] as const;
export type Temperament = (typeof temperaments)[number];

export const themeChoiceSchema = z.object({
  temperament: z.enum(temperaments),
  primary: colourSchema,
  accent: colourSchema,
});
export type ThemeChoice = z.infer<typeof themeChoiceSchema>;

/** One ground with the inks that are readable on it. */
export interface Ground {
  fill: string;
  ink: string;
  muted: string;
  /** Lines and quiet shapes; no text is written in it. */
  line: string;
}

export interface Theme {
  temperament: Temperament;
  /** Where most slides are written. */
  page: Ground;
  /** Title, openers and thanks. */
  cover: Ground;
  primary: string;
  /** `primary` as a colour for words on the page. */
  primaryInk: string;
  /** The colour of recognition: winners only. */
  accent: string;
  accentInk: string;
}

/**
 * Georgia and Arial come with Windows, macOS and Office, so a deck opened on another machine keeps its lines; Arial has a
 * twin of the same widths (Liberation Sans) on Linux. Nothing has to be embedded, which PowerPoint for Mac would ignore.
 */
export const fonts = {
  title: { face: 'Georgia', stack: "Georgia, Gelasio, 'Source Serif 4 Variable', 'Source Serif 4', 'Liberation Serif', serif" },
  text: { face: 'Arial', stack: "Arial, 'Liberation Sans', Helvetica, sans-serif" },
} as const;
export type FontName = keyof typeof fonts;

/** A ground of any colour with inks that reach AA on it. */
export function groundOf(fill: string, wished = inkOn(fill, '#FFFDF8', '#12211E')): Ground {
  const ink = readable(wished, fill);
  return { fill, ink, muted: readable(mix(ink, fill, 0.28), fill), line: mix(ink, fill, 0.8) };
}

export function themeOf(choice: ThemeChoice): Theme {
  const { temperament, primary, accent } = choice;
  // A white or pastel primary would leave the covers pale under pale letters: words on it decide how dark it must be.
  const page = temperament === 'stage' ? groundOf(mix(mix(primary, '#000000', 0.82), '#0A1211', 0.5), '#F8F4EA') : groundOf(temperament === 'bright' ? '#FFFFFF' : '#FBF8F1', '#14211E');
  const cover = temperament === 'stage' ? groundOf(mix(page.fill, '#000000', 0.25), '#F8F4EA') : groundOf(temperament === 'bright' ? primary : mix(primary, '#0B1A17', 0.25));
  return { temperament, page, cover, primary, primaryInk: readable(primary, page.fill), accent, accentInk: readable(accent, page.fill) };
}

/** A category's ground: its colour, deepened on a dark stage so that it does not glare. */
export function categoryGround(theme: Theme, colour: string | null): Ground {
  const base = colour ?? theme.primary;
  const fill = theme.temperament === 'stage' ? mix(base, '#000000', luminance(base) > 0.12 ? 0.5 : 0.35) : base;
  // Middle tones carry neither white nor black well: deepen until large white letters reach AA.
  return groundOf(contrast('#FFFDF8', fill) < 4.5 && luminance(fill) < 0.35 ? mix(fill, '#000000', 0.25) : fill);
}
