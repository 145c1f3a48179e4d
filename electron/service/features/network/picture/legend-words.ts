/** The words of an exported map: titles of layers, names of classes, notes on what is not drawn. */
import type { Language } from '#shared/base/common.ts';
import { numberText } from '#shared/base/locale.ts';
import type { MapLayer, Scale } from '#shared/network/scales.ts';

const titles: Record<MapLayer, Record<Language, string>> = {
  coverage: { fr: 'Couverture', en: 'Coverage' },
  headcount: { fr: 'Effectif', en: 'Headcount' },
  initiatives: { fr: 'Initiatives pour 100 salariés', en: 'Initiatives per 100 employees' },
  lastActivity: { fr: 'Dernière activité', en: 'Last activity' },
};

export function layerTitle(layer: MapLayer, lang: Language): string {
  return titles[layer][lang];
}

const words = {
  fr: {
    nobody: 'personne',
    none: 'aucune',
    met: 'objectif atteint',
    under: (to: string) => `moins de ${to}`,
    between: (from: string, to: string) => `de ${from} à ${to}`,
    over: (from: string) => `${from} ou plus`,
    percent: '\u202f%',
    days: (text: string) => `${text} jours`,
    missing: {
      coverage: 'aucun site ouvert',
      headcount: 'effectif inconnu',
      initiatives: 'effectif inconnu',
      lastActivity: 'rien à ce jour',
    },
  },
  en: {
    nobody: 'nobody',
    none: 'none',
    met: 'target met',
    under: (to: string) => `under ${to}`,
    between: (from: string, to: string) => `${from} to ${to}`,
    over: (from: string) => `${from} or more`,
    percent: '%',
    days: (text: string) => `${text} days`,
    missing: {
      coverage: 'no open site',
      headcount: 'headcount unknown',
      initiatives: 'headcount unknown',
      lastActivity: 'nothing yet',
    },
  },
} as const;

/** One name a class, the first class first; the last name is that of what is missing. */
export function classNames(scale: Scale, lang: Language): { classes: string[]; missing: string } {
  const say = words[lang];
  const { layer, breaks } = scale;
  const shown = (value: number): string =>
    layer === 'coverage' ? `${numberText(100 * value, 0, lang)}${say.percent}` : numberText(value, 1, lang);
  const unit = (text: string): string => (layer === 'lastActivity' ? say.days(text) : text);
  const classes = Array.from({ length: breaks.length + 1 }, (_, at) => {
    if (at === 0 && scale.hollow) return layer === 'coverage' ? say.nobody : say.none;
    const from = at === 0 ? null : (breaks[at - 1] ?? 0);
    const to = at < breaks.length ? (breaks[at] ?? 0) : null;
    if (layer === 'coverage' && to === null) return say.met;
    if (to === null) return say.over(unit(shown(from ?? 0)));
    return unit(
      from === null || (at === 1 && scale.hollow) ? say.under(shown(to)) : say.between(shown(from), shown(to)),
    );
  });
  return { classes, missing: say.missing[layer] };
}

export interface PictureWords {
  of: (layer: string, organisation: string) => string;
  byTerritory: (text: string) => string;
  sites: string;
  territories: string;
  size: string;
  cluster: string;
  arc: string;
  unplaced: (count: number) => string;
  offMap: (count: number) => string;
  noOutline: (count: number) => string;
  circle: (km: string) => string;
  asOf: (day: string) => string;
  sources: (names: string) => string;
  alt: (title: string, drawn: number) => string;
  eyebrow: string;
  slideBody: (facts: { active: number; target: number; sites: number; covered: number }) => string;
}

export const pictureWords: Record<Language, PictureWords> = {
  fr: {
    of: (layer, organisation) => `${layer}, ${organisation}`,
    byTerritory: (text) => `${text}, par territoire`,
    sites: 'sites',
    territories: 'territoires',
    size: 'La surface suit l’effectif',
    cluster: 'Un nombre\u00a0: autant de sites ensemble',
    arc: 'L’arc\u00a0: leur part de l’objectif',
    unplaced: (count) =>
      count > 1
        ? `${numberText(count, 0, 'fr')} sites sans coordonnées ne sont pas dessinés`
        : 'Un site sans coordonnées n’est pas dessiné',
    offMap: (count) =>
      count > 1 ? `${numberText(count, 0, 'fr')} sites sont hors du cadre` : 'Un site est hors du cadre',
    noOutline: (count) =>
      count > 1 ? `${numberText(count, 0, 'fr')} territoires n’ont pas de contour` : 'Un territoire n’a pas de contour',
    circle: (km) => `Rayon d’action\u00a0: ${km}\u202fkm`,
    asOf: (day) => `au ${day}`,
    sources: (names) => `Fonds de carte\u00a0: ${names}`,
    alt: (title, drawn) => `Carte\u00a0: ${title}. ${numberText(drawn, 0, 'fr')} ${drawn > 1 ? 'sites' : 'site'}.`,
    eyebrow: 'Le réseau',
    slideBody: ({ active, target, sites, covered }) =>
      `${numberText(active, 0, 'fr')} ${active > 1 ? 'ambassadrices et ambassadeurs actifs' : 'ambassadrice ou ambassadeur actif'} pour une cible de ${numberText(target, 0, 'fr')}.\n${numberText(covered, 0, 'fr')} ${covered > 1 ? 'sites' : 'site'} sur ${numberText(sites, 0, 'fr')} ${covered > 1 ? 'ont' : 'a'} quelqu’un.`,
  },
  en: {
    of: (layer, organisation) => `${layer}, ${organisation}`,
    byTerritory: (text) => `${text}, by territory`,
    sites: 'sites',
    territories: 'territories',
    size: 'Area follows headcount',
    cluster: 'A number: so many sites together',
    arc: 'The arc: their share of the target',
    unplaced: (count) =>
      count === 1
        ? 'One site without coordinates is not drawn'
        : `${numberText(count, 0, 'en')} sites without coordinates are not drawn`,
    offMap: (count) =>
      count === 1 ? 'One site lies outside the frame' : `${numberText(count, 0, 'en')} sites lie outside the frame`,
    noOutline: (count) =>
      count === 1 ? 'One territory has no outline' : `${numberText(count, 0, 'en')} territories have no outline`,
    circle: (km) => `Radius of action: ${km} km`,
    asOf: (day) => `on ${day}`,
    sources: (names) => `Base map: ${names}`,
    alt: (title, drawn) => `Map: ${title}. ${numberText(drawn, 0, 'en')} ${drawn === 1 ? 'site' : 'sites'}.`,
    eyebrow: 'The network',
    slideBody: ({ active, target, sites, covered }) =>
      `${numberText(active, 0, 'en')} active ${active === 1 ? 'ambassador' : 'ambassadors'} for a target of ${numberText(target, 0, 'en')}.\n${numberText(covered, 0, 'en')} of ${numberText(sites, 0, 'en')} ${sites === 1 ? 'site' : 'sites'} ${covered === 1 ? 'has' : 'have'} someone.`,
  },
};
