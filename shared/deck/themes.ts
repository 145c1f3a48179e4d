/** What a deck wears: colours made from the organisation's two, fonts, and one temperament for all slides. */
import { z } from 'zod';
import { colourSchema } from '../base/common.ts';
import { contrast, inkOn, luminance, mix, readable } from './colours.ts';

/** How a deck carries itself; each has the whole set of slides, and editorial and photo compose theirs differently. */
export const temperaments = ['sober', 'editorial', 'bright', 'stage', 'photo'] as const;
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
  /** In which names and figures are set. */
  display: FontName;
}

/**
 * Georgia and Arial come with Windows, macOS and Office, so a deck opened on another machine keeps its lines; Arial has a
 * twin of the same widths (Liberation Sans) on Linux. Nothing has to be embedded, which PowerPoint for Mac would ignore.
 */
export const fonts = {
  title: {
    face: 'Georgia',
    stack: "Georgia, Gelasio, 'Source Serif 4 Variable', 'Source Serif 4', 'Liberation Serif', serif",
  },
  text: { face: 'Arial', stack: "Arial, 'Liberation Sans', Helvetica, sans-serif" },
} as const;
export type FontName = keyof typeof fonts;

/** A ground of any colour with inks that reach AA on it. */
export function groundOf(fill: string, wished = inkOn(fill, '#FFFDF8', '#12211E')): Ground {
  const ink = readable(wished, fill);
  return { fill, ink, muted: readable(mix(ink, fill, 0.28), fill), line: mix(ink, fill, 0.8) };
}

/** Where slides are written and where covers are, in each temperament. */
function groundsOf({ temperament, primary }: ThemeChoice): { page: Ground; cover: Ground } {
  switch (temperament) {
    case 'sober':
      return { page: groundOf('#FBF8F1', '#14211E'), cover: groundOf(mix(primary, '#0B1A17', 0.25)) };
    case 'bright':
      return { page: groundOf('#FFFFFF', '#14211E'), cover: groundOf(primary) };
    case 'editorial': {
      const page = groundOf('#FDFBF6', '#1A1815');
      return { page, cover: page };
    }
    case 'stage': {
      const page = groundOf(mix(mix(primary, '#000000', 0.82), '#0A1211', 0.5), '#F8F4EA');
      return { page, cover: groundOf(mix(page.fill, '#000000', 0.25), '#F8F4EA') };
    }
    case 'photo': {
      const page = groundOf(mix(primary, '#101214', 0.9), '#FBFAF7');
      return { page, cover: page };
    }
  }
}

export function themeOf(choice: ThemeChoice): Theme {
  const { temperament, primary, accent } = choice;
  const { page, cover } = groundsOf(choice);
  return {
    temperament,
    page,
    cover,
    primary,
    primaryInk: readable(primary, page.fill),
    accent,
    accentInk: readable(accent, page.fill),
    display: temperament === 'editorial' ? 'title' : 'text',
  };
}

/** Whether words are light on dark. */
export function isDark(theme: Pick<Theme, 'page'>): boolean {
  return luminance(theme.page.fill) < 0.18;
}

/** A category's ground: its colour, deepened on a dark stage so that it does not glare. */
export function categoryGround(theme: Theme, colour: string | null): Ground {
  const base = colour ?? theme.primary;
  const fill = isDark(theme) ? mix(base, '#000000', luminance(base) > 0.12 ? 0.5 : 0.35) : base;
  // Middle tones carry neither white nor black well: deepen until large white letters reach AA.
  return groundOf(contrast('#FFFDF8', fill) < 4.5 && luminance(fill) < 0.35 ? mix(fill, '#000000', 0.25) : fill);
}

/** The network's map in the deck's colours; saffron stays with the winners. */
export function mapColours(theme: Theme): { land: string; border: string; dot: string; covered: string } {
  const { page, primary, primaryInk } = theme;
  if (isDark(theme))
    return {
      land: mix(page.fill, page.ink, 0.14),
      border: mix(page.fill, page.ink, 0.32),
      dot: mix(page.fill, page.ink, 0.55),
      covered: primaryInk,
    };
  return {
    land: mix(page.fill, primary, 0.22),
    border: mix(page.fill, primary, 0.5),
    dot: mix(page.fill, page.ink, 0.45),
    covered: primaryInk,
  };
}
