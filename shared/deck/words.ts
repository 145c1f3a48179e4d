/** What a deck says when nobody has rewritten it: titles on the slides, and notes that tell the speaker what to say. */
import type { Language } from '../base/common.ts';

export interface DeckWords {
  titleSubtitle: string;
  agenda: string;
  agendaNext: string;
  yearIn: (year: string) => string;
  figuresTitle: string;
  figuresCaption: (from: string, to: string) => string;
  chartTitle: (name: string) => string;
  network: string;
  mapTitle: string;
  mapBody: (facts: { sites: number; territories: number; people: number }, number: (value: number) => string) => string;
  mapAlt: (sites: string) => string;
  category: (at: number, count: number) => string;
  nominees: (count: number) => string;
  winnerOf: (category: string) => string;
  winners: string;
  thanks: string;
  thanksBody: string;
  ambassador: string;
  pictureOf: (name: string) => string;
  logoOf: (name: string) => string;
  notes: {
    title: (edition: string, organisation: string) => string;
    agenda: (categories: number) => string;
    figures: (lines: string[]) => string;
    chart: (name: string) => string;
    map: string;
    opener: (name: string, nominees: number) => string;
    nominees: (names: string[]) => string;
    winner: (facts: {
      category: string;
      name: string;
      site: string | null;
      story: string | null;
      citation: string | null;
    }) => string;
    winners: string;
    thanks: string;
    own: string;
  };
}

const lines = (parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join('\n');

const fr: DeckWords = {
  titleSubtitle: 'Celles et ceux qui font vivre le réseau',
  agenda: 'Au programme',
  agendaNext: 'Au programme (suite)',
  yearIn: (year) => `L’année ${year}`,
  figuresTitle: 'Ce que le réseau a accompli',
  figuresCaption: (from, to) => `Mesures des sites, du ${from} au ${to}`,
  chartTitle: (name) => `${name}, mois par mois`,
  network: 'Le réseau',
  mapTitle: 'Partout où nous sommes',
  mapBody: ({ sites, territories, people }, number) =>
    `${number(sites)} ${sites > 1 ? 'sites' : 'site'}${territories > 1 ? ` dans ${number(territories)} territoires` : ''}.\n${number(people)} ${people > 1 ? 'ambassadrices et ambassadeurs actifs' : 'ambassadeur actif'}.`,
  mapAlt: (sites) => `Carte des ${sites} sites du réseau`,
  category: (at, count) => `Catégorie ${at} sur ${count}`,
  nominees: (count) => (count > 1 ? 'Les nommés' : 'Le dossier nommé'),
  winnerOf: (category) => `Le prix ${category} revient à`,
  winners: 'Tous les lauréats',
  thanks: 'Merci',
  thanksBody: 'À celles et ceux qui ont proposé, porté, noté et accueilli ces actions sur leur site.',
  ambassador: 'Une personne du réseau',
  pictureOf: (name) => `Photo\u00a0: ${name}`,
  logoOf: (name) => `Logo de ${name}`,
  notes: {
    title: (edition, organisation) =>
      lines([
        `Bonjour à toutes et à tous, et bienvenue à «\u00a0${edition}\u00a0».`,
        `Remercier les personnes venues des sites et la direction de ${organisation}.`,
        'Dire en une phrase pourquoi nous sommes là\u00a0: mettre en lumière ce qui se fait sur les sites.',
      ]),
    agenda: (categories) =>
      lines([
        `Annoncer le déroulé\u00a0: l’année en chiffres, puis ${categories > 1 ? `${categories} catégories` : 'une catégorie'}, et le palmarès complet.`,
        'Dire la durée prévue.',
      ]),
    figures: (list) =>
      lines([
        'Lire un chiffre à la fois, et laisser une respiration après chacun\u00a0:',
        ...list,
        'Dire ce qui est mesuré, déclaré ou estimé\u00a0: c’est ce qui rend les chiffres crédibles.',
      ]),
    chart: (name) =>
      lines([
        `Raconter la courbe\u00a0: ${name}, quand cela a monté, et ce qui s’est passé ces mois-là.`,
        'Un mois sans barre est un mois sans mesure, pas un zéro.',
      ]),
    map: 'Saluer les territoires présents dans la salle. Montrer un site lointain et dire ce qui s’y fait.',
    opener: (name, nominees) =>
      lines([
        `Annoncer la catégorie «\u00a0${name}\u00a0».`,
        nominees > 1 ? `${nominees} dossiers sont nommés.` : null,
        'Appeler la personne qui remet le prix.',
      ]),
    nominees: (names) => lines(['Lire les noms dans l’ordre de l’écran\u00a0:', ...names]),
    winner: ({ category, name, site, story, citation }) =>
      lines([
        `Le prix ${category} revient à… ${name}${site === null ? '' : `, ${site}`}.`,
        'Laisser applaudir. Inviter à monter sur scène.',
        story === null ? null : `Ce qui a été fait\u00a0: ${story}`,
        citation === null ? null : `Les mots du jury\u00a0: ${citation}`,
        'Remettre le prix, prendre la photo, donner la parole une minute.',
      ]),
    winners: 'Faire revenir tous les lauréats sur scène pour la photo de groupe.',
    thanks:
      'Remercier le jury, les sites, les équipes techniques. Inviter au moment convivial et dire où se retrouver.',
    own: 'Dire ici ce que montre cette diapositive.',
  },
};

const en: DeckWords = {
  titleSubtitle: 'The people who keep the network alive',
  agenda: 'Programme',
  agendaNext: 'Programme (continued)',
  yearIn: (year) => `The year ${year}`,
  figuresTitle: 'What the network achieved',
  figuresCaption: (from, to) => `Measurements from the sites, ${from} to ${to}`,
  chartTitle: (name) => `${name}, month by month`,
  network: 'The network',
  mapTitle: 'Everywhere we are',
  mapBody: ({ sites, territories, people }, number) =>
    `${number(sites)} ${sites === 1 ? 'site' : 'sites'}${territories > 1 ? ` in ${number(territories)} territories` : ''}.\n${number(people)} active ${people === 1 ? 'ambassador' : 'ambassadors'}.`,
  mapAlt: (sites) => `Map of the network’s ${sites} sites`,
  category: (at, count) => `Category ${at} of ${count}`,
  nominees: (count) => (count === 1 ? 'The nominee' : 'The nominees'),
  winnerOf: (category) => `The ${category} award goes to`,
  winners: 'All the winners',
  thanks: 'Thank you',
  thanksBody: 'To everyone who proposed, led, judged and welcomed these actions on their site.',
  ambassador: 'A member of the network',
  pictureOf: (name) => `Photo: ${name}`,
  logoOf: (name) => `${name} logo`,
  notes: {
    title: (edition, organisation) =>
      lines([
        `Good evening everyone, and welcome to “${edition}”.`,
        `Thank the people who came from the sites, and the management of ${organisation}.`,
        'Say in one sentence why we are here: to show what is being done on the sites.',
      ]),
    agenda: (categories) =>
      lines([
        `Announce the running order: the year in figures, then ${categories === 1 ? 'one category' : `${categories} categories`}, and all the winners.`,
        'Say how long it will take.',
      ]),
    figures: (list) =>
      lines([
        'Read one figure at a time, and pause after each:',
        ...list,
        'Say which are measured, declared or estimated: that is what makes figures credible.',
      ]),
    chart: (name) =>
      lines([
        `Tell the story of the chart: ${name}, when it rose, and what happened in those months.`,
        'A month without a bar is a month without a measurement, not a zero.',
      ]),
    map: 'Greet the territories that are in the room. Point at a distant site and say what is done there.',
    opener: (name, nominees) =>
      lines([
        `Announce the category “${name}”.`,
        nominees > 1 ? `${nominees} entries are nominated.` : null,
        'Call the person who presents the award.',
      ]),
    nominees: (names) => lines(['Read the names in the order of the screen:', ...names]),
    winner: ({ category, name, site, story, citation }) =>
      lines([
        `The ${category} award goes to… ${name}${site === null ? '' : `, ${site}`}.`,
        'Let the room applaud. Invite them on stage.',
        story === null ? null : `What was done: ${story}`,
        citation === null ? null : `The jury’s words: ${citation}`,
        'Hand over the award, take the picture, give them a minute to speak.',
      ]),
    winners: 'Call all the winners back on stage for the group picture.',
    thanks: 'Thank the jury, the sites, the technical team. Invite everyone to the reception and say where.',
    own: 'Say here what this slide shows.',
  },
};

export const deckWords: Record<Language, DeckWords> = { fr, en };
