/** The words of the demonstration's award editions: categories, criteria, jury, citations. */
import type { ThemeKey } from './templates.ts';

type Two = { fr: string; en: string };

export interface CategoryWords {
  name: Two;
  description: Two;
  colour: string;
  subject: 'initiative' | 'person';
  /** Which initiatives may be nominated; none means any. */
  themes: ThemeKey[];
  criteria: [name: Two, weight: number][];
}

const two = (fr: string, en: string): Two => ({ fr, en });
const impact = two('Effet mesuré', 'Measured effect');
const spread = two('Facile à reprendre', 'Easy to take up');
const team = two('Équipe entraînée', 'Team carried along');
const fresh = two('Nouveauté', 'Originality');

export const categories: CategoryWords[] = [
  {
    name: two('Climat et mobilité', 'Climate and mobility'),
    description: two(
      'Les actions qui font baisser les émissions du site et de ses trajets.',
      'What lowers the emissions of a site and of its journeys.',
    ),
    colour: '#1F5C4D',
    subject: 'initiative',
    themes: ['climate', 'mobility'],
    criteria: [
      [impact, 3],
      [spread, 2],
      [team, 1],
    ],
  },
  {
    name: two('Moins jeter', 'Wasting less'),
    description: two(
      'Réparer, réemployer, donner\u00a0: la matière qui ne part plus à la benne.',
      'Mending, reusing, giving: what no longer goes in the skip.',
    ),
    colour: '#B4612A',
    subject: 'initiative',
    themes: ['circular'],
    criteria: [
      [impact, 2],
      [fresh, 1],
      [spread, 2],
    ],
  },
  {
    name: two('Vivant', 'Living things'),
    description: two(
      'Haies, berges, ruches et nuits rendues à ce qui vit autour de nous.',
      'Hedges, river banks, hives and nights given back to what lives around us.',
    ),
    colour: '#4F6B2A',
    subject: 'initiative',
    themes: ['nature'],
    criteria: [
      [impact, 2],
      [team, 2],
    ],
  },
  {
    name: two('Solidarité et inclusion', 'Solidarity and inclusion'),
    description: two(
      'Tendre la main, ouvrir la porte, et garder sa place à chacun.',
      'Reaching out, opening the door, and keeping a place for everyone.',
    ),
    colour: '#A8323E',
    subject: 'initiative',
    themes: ['solidarity', 'inclusion', 'education', 'health'],
    criteria: [
      [impact, 3],
      [team, 2],
      [spread, 1],
      [fresh, 1],
    ],
  },
  {
    name: two('Ambassadrice ou ambassadeur de l’année', 'Ambassador of the year'),
    description: two(
      'Celle ou celui qui a donné envie aux autres de s’y mettre.',
      'The person who made others want to join in.',
    ),
    colour: '#2B5C8A',
    subject: 'person',
    themes: [],
    criteria: [
      [two('Engagement', 'Commitment'), 1],
      [two('Entraînement des autres', 'Inspiring others'), 2],
      [two('Constance', 'Steadiness'), 1],
    ],
  },
];

export const jury: [name: string, role: Two][] = [
  ['Hélène Vautrin', two('Directrice générale', 'Chief executive')],
  ['Marc Delorme', two('Directeur industriel', 'Industrial director')],
  ['Aïssata Konaté', two('Responsable RSE', 'Head of CSR')],
  ['Pierre-Yves Tanguy', two('Représentant du personnel', 'Staff representative')],
  ['Ingrid Baumann', two('Présidente d’une association partenaire', 'Chair of a partner charity')],
];

export const editionWords = {
  name: two('Prix des ambassadeurs', 'Ambassador awards'),
  recusal: two('Travaille sur le même site que l’équipe nommée', 'Works on the same site as the nominated team'),
  abstention: two('N’a pas pu rencontrer la personne nommée', 'Could not meet the nominee'),
};

export const stories = {
  fr: [
    'Tout est parti d’une discussion à la pause. Trois semaines plus tard, l’équipe avait un local, un budget et vingt volontaires.',
    'Le site n’avait jamais rien fait de tel. Aujourd’hui, les autres viennent voir comment on s’y prend.',
    'Rien de spectaculaire\u00a0: de la régularité, un tableau dans le couloir, et des résultats qui montent mois après mois.',
    'Les premiers essais ont échoué. L’équipe a recommencé avec les collègues de nuit, et cela change tout.',
    'Une idée venue de l’atelier, portée par ceux qui la feront vivre.',
  ],
  en: [
    'It all began with a talk over coffee. Three weeks later the team had a room, a budget and twenty volunteers.',
    'The site had never done anything like it. Now others come to see how it is done.',
    'Nothing spectacular: steady work, a board in the corridor, and results that grow month after month.',
    'The first attempts failed. The team began again with the night shift, and that changed everything.',
    'An idea from the shop floor, carried by those who will keep it alive.',
  ],
};

export const citations = {
  fr: [
    'Une idée simple, tenue dans la durée, que dix autres sites peuvent reprendre demain.',
    'Le jury a salué la rigueur des mesures et la joie de l’équipe.',
    'Ce que l’on retient\u00a0: chacun y a trouvé sa place.',
    'Un résultat qui se voit depuis la rue, et une équipe qui en redemande.',
  ],
  en: [
    'A simple idea, kept up over time, that ten other sites could take up tomorrow.',
    'The jury praised careful measuring and a joyful team.',
    'What stays: everyone found their place in it.',
    'A result you can see from the street, and a team that asks for more.',
  ],
};
