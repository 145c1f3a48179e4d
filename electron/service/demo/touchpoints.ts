/** Contacts with the ambassadors: closer at first, rarer where a network fades, a word here and there. */
import { addDays, daysBetween } from '#shared/base/days.ts';
import { foldSearch } from '#shared/base/fold.ts';
import { inserter, type DemoContext, type Size } from './insert.ts';
import type { DemoPerson } from './people.ts';
import { randomOf } from './random.ts';

/** About how many contacts each person in the network has had. */
const each: Record<Size, number> = { small: 1.2, medium: 0.8, large: 0.5 };

const authors = ['Hélène Marchand', 'Karim Benali', 'Sophie Lemoine'];
const words = {
  fr: [
    'Prise de contact, se dit partante pour un atelier sur son site.',
    'Point sur les heures accordées : son manager donne son accord.',
    'Cherche des idées pour la semaine du développement durable.',
    'A besoin d’affiches et d’un message type pour son équipe.',
    'Propose de parrainer la personne qui arrive sur le site voisin.',
    'Peu de temps ce trimestre, à rappeler à la rentrée.',
    'Souhaite témoigner au prochain temps collectif.',
    'Demande comment mesurer les déchets évités.',
  ],
  en: [
    'First contact, ready to run a workshop on site.',
    'Went over the hours granted: the manager agrees.',
    'Looking for ideas for the sustainable development week.',
    'Needs posters and a template message for the team.',
    'Offers to mentor the newcomer on the next site.',
    'Little time this quarter, to be called again in September.',
    'Would like to speak at the next gathering.',
    'Asks how to measure the waste avoided.',
  ],
} as const;

/** Writes the contacts of everyone who was at least contacted, none before they joined nor after they left. */
export function writeTouchpoints(context: DemoContext, people: DemoPerson[]): void {
  const random = randomOf(context.seed, 'touchpoints');
  const insert = inserter(context, 'touchpoints', ['id', 'personId', 'kind', 'date', 'summary', 'author', 'searchKey']);
  for (const person of people) {
    if (person.stage === 'identified') continue;
    const from = person.joinedOn ?? addDays(context.today, -90);
    const until = person.leftOn ?? context.today;
    const span = daysBetween(from, until);
    if (span <= 0) continue;
    const count = Math.floor(each[context.size] * 2 * random.next() + 0.5);
    for (let n = 0; n < count; n += 1) {
      const date = addDays(from, Math.floor(span * random.next() ** 1.6));
      const kind = random.weighted([
        ['call', 4],
        ['mail', 4],
        ['message', 3],
        ['visit', 1],
        ['meeting', 2],
      ] as const);
      const summary = random.chance(0.6) ? random.pick([...words[context.lang]]) : null;
      const author = random.pick(authors);
      insert([context.newId(), person.id, kind, date, summary, author, foldSearch(summary, author)]);
    }
  }
}
