/** What the demonstration's sites answer, and how its campaigns are called from one year to the next. */
import type { ThemeKey } from './templates.ts';

type Two = { fr: string; en: string };
const two = (fr: string, en: string): Two => ({ fr, en });

/** What a site changed, and why. */
export const adaptations: [what: Two, why: Two][] = [
  [
    two('Sur deux jours au lieu d’une semaine', 'Over two days instead of a week'),
    two('Équipes postées', 'Shift teams'),
  ],
  [
    two('Avec l’association de la commune', 'With the town’s own charity'),
    two('Nous travaillons déjà ensemble', 'We already work together'),
  ],
  [two('Décalée d’une semaine', 'A week later'), two('Inventaire', 'Stock-taking')],
  [
    two('Un stand à la pause plutôt qu’une conférence', 'A stand at break time rather than a talk'),
    two('Pas de salle assez grande', 'No room large enough'),
  ],
  [
    two('Avec les magasins voisins', 'With the shops next door'),
    two('Trop peu nombreux pour le faire seuls', 'Too few to do it alone'),
  ],
  [
    two('Sans affichage, par le manager', 'Without posters, by the manager'),
    two('Les murs sont réservés à la sécurité', 'The walls are kept for safety'),
  ],
];

export const refusals: Two[] = [
  two('Travaux sur le site', 'Building work on site'),
  two('Déjà trois actions ce mois-ci', 'Three actions this month already'),
  two('Pas d’ambassadeur en ce moment', 'No ambassador at the moment'),
  two('Pic d’activité', 'Peak of activity'),
  two('Une action proche a eu lieu au printemps', 'Something close took place in spring'),
];

/** The year's campaigns by template, in weeks from the day the story ends; those furthest apart are kept when fewer are wanted. */
export const calendar: [template: string, week: number, reach: 'network' | 'direction' | 'kind' | 'large'][] = [
  ['mobility', -10, 'network'],
  ['digital-cleanup', -30, 'network'],
  ['biodiversity', -26, 'direction'],
  ['waste', -1, 'network'],
  ['disability-week', -2, 'network'],
  ['food-drive', 1, 'kind'],
  ['skills-sponsorship', 6, 'large'],
  ['energy-saving', 14, 'network'],
  ['pink-october', -7, 'network'],
  ['blood-donation', -22, 'direction'],
  ['responsible-purchasing', 20, 'kind'],
  ['mentoring', 9, 'direction'],
  ['energy-saving', -38, 'kind'],
  ['digital-cleanup', 16, 'network'],
  ['biodiversity', 24, 'direction'],
  ['food-drive', -48, 'large'],
  ['mobility', 42, 'network'],
  ['blood-donation', 28, 'direction'],
  ['skills-sponsorship', -44, 'direction'],
  ['waste', 50, 'network'],
];

/** The theme of the initiatives by which sites take a campaign up, by its template. */
export const taken: Record<string, ThemeKey> = {
  mobility: 'mobility',
  biodiversity: 'nature',
  waste: 'circular',
  'disability-week': 'inclusion',
  'energy-saving': 'climate',
  'food-drive': 'solidarity',
  'pink-october': 'health',
  'blood-donation': 'health',
  mentoring: 'education',
  'skills-sponsorship': 'education',
  'responsible-purchasing': 'circular',
  'digital-cleanup': 'climate',
};
