/** Two award editions: last year's, closed with its results, and this year's, whose jury has nearly finished. */
import { addDays, daysBetween } from '#shared/base/days.ts';
import { kyselyOver } from '../database/connect.ts';
import { editionResults } from '../domain/awards/results.ts';
import { categories, citations, editionWords, jury, stories, type CategoryWords } from './award-words.ts';
import type { DemoInitiative } from './initiatives.ts';
import { inserter, type DemoContext } from './insert.ts';
import type { DemoPerson } from './people.ts';
import { randomOf, type Random } from './random.ts';

/** What the pictures must show first. */
export interface Nominated {
  initiatives: DemoInitiative[];
  people: DemoPerson[];
}

interface Edition {
  year: number;
  isClosed: boolean;
  /** Nominated initiatives began between these dates. */
  from: string;
  to: string;
}

interface Seat {
  nomineeId: string;
  /** What most jurors would give, 0 to 10. */
  worth: number;
}

function inserters(context: DemoContext) {
  return {
    edition: inserter(context, 'awardEditions', [
      'id',
      'year',
      'name',
      'status',
      'heldOn',
      'place',
      'method',
      'quorum',
      'closedAt',
    ]),
    category: inserter(context, 'awardCategories', [
      'id',
      'editionId',
      'name',
      'description',
      'subject',
      'colour',
      'scaleMin',
      'scaleMax',
      'winnersCount',
      'position',
    ]),
    criterion: inserter(context, 'awardCriteria', ['id', 'categoryId', 'name', 'weight', 'position']),
    nominee: inserter(context, 'nominees', [
      'id',
      'categoryId',
      'code',
      'initiativeId',
      'personId',
      'story',
      'citation',
      'position',
    ]),
    juror: inserter(context, 'jurors', ['id', 'editionId', 'name', 'role', 'email', 'isChair', 'position']),
    recusal: inserter(context, 'recusals', ['id', 'jurorId', 'nomineeId', 'kind', 'reason']),
    score: inserter(context, 'scores', ['id', 'jurorId', 'nomineeId', 'criterionId', 'value']),
  };
}

/** Nominees with pictures and figures to show: finished initiatives of the right theme; active people with consent. */
function candidates(
  context: DemoContext,
  random: Random,
  words: CategoryWords,
  edition: Edition,
  initiatives: DemoInitiative[],
  people: DemoPerson[],
  taken: Set<string>,
): (DemoInitiative | DemoPerson)[] {
  const count = random.int(3, 5);
  const chosen: (DemoInitiative | DemoPerson)[] = [];
  const pool =
    words.subject === 'person'
      ? agreeing(context, people)
      : initiatives.filter(
          (one) =>
            words.themes.includes(one.template.theme) &&
            (one.status === 'done' || one.status === 'shared') &&
            one.startDate !== null &&
            one.startDate >= edition.from &&
            one.startDate <= edition.to,
        );
  const seen = new Set<unknown>();
  for (let tries = 0; chosen.length < count && tries < 200 && pool.length > 0; tries += 1) {
    const one = random.pick<DemoInitiative | DemoPerson>(pool);
    const kind = 'template' in one ? one.template : one.id;
    // A category shows the network's breadth: no two nominees of one model or, while there are others, of one site.
    if (taken.has(one.id) || seen.has(kind) || (tries < 120 && seen.has(one.site))) continue;
    taken.add(one.id);
    seen.add(kind).add(one.site);
    chosen.push(one);
  }
  return chosen;
}

/** Active people who agreed to be shown, with half a year of the network behind them where enough have. */
function agreeing(context: DemoContext, people: DemoPerson[]): DemoPerson[] {
  const rows = context.db
    .prepare(
      `select "personId" from consents where purpose in ('face', 'name') and "withdrawnOn" is null and ("expiresOn" is null or "expiresOn" >= ?) group by "personId" having count(*) = 2`,
    )
    .pluck()
    .all(context.today) as string[];
  const ids = new Set(rows);
  const shown = people.filter((person) => person.stage === 'active' && ids.has(person.id));
  const seasoned = shown.filter(
    (person) => person.joinedOn !== null && person.joinedOn <= addDays(context.today, -180),
  );
  return seasoned.length >= 8 ? seasoned : shown;
}

const half = (value: number): number => Math.min(10, Math.max(0, Math.round(value * 2) / 2));

function writeEdition(
  context: DemoContext,
  edition: Edition,
  initiatives: DemoInitiative[],
  people: DemoPerson[],
  taken: Set<string>,
): { id: string; nominated: Nominated } {
  const random = randomOf(context.seed, `awards ${edition.isClosed ? 'last' : 'this'}`);
  const insert = inserters(context);
  const { lang, newId, today } = context;
  const id = newId();
  const heldOn = edition.isClosed ? `${edition.year}-12-04` : addDays(today, 18);
  insert.edition([
    id,
    edition.year,
    `${editionWords.name[lang]} ${edition.year}`,
    edition.isClosed ? 'draft' : 'scoring',
    heldOn,
    'Lyon',
    'mean',
    3,
    null,
  ]);
  const jurors = jury.map(([name, role], position) => {
    const juror = { id: newId(), severity: (random.next() - 0.5) * 1.6 };
    insert.juror([juror.id, id, name, role[lang], null, position === 0 ? 1 : 0, position]);
    return juror;
  });
  const nominated: Nominated = { initiatives: [], people: [] };
  for (const [position, words] of categories.slice(0, edition.isClosed ? 4 : 5).entries()) {
    const categoryId = newId();
    insert.category([
      categoryId,
      id,
      words.name[lang],
      words.description[lang],
      words.subject,
      words.colour,
      0,
      10,
      1,
      position,
    ]);
    const criteria = words.criteria.map(([name, weight], place) => {
      const criterionId = newId();
      insert.criterion([criterionId, categoryId, name[lang], weight, place]);
      return criterionId;
    });
    const seats: Seat[] = candidates(context, random, words, edition, initiatives, people, taken).map(
      (one, place, all) => {
        // The best is not the first in the list.
        const order = (place + position + 1) % all.length;
        const nomineeId = newId();
        const isInitiative = 'template' in one;
        const citation =
          edition.isClosed || place < 2 ? (citations[lang][(position + place) % citations[lang].length] ?? null) : null;
        insert.nominee([
          nomineeId,
          categoryId,
          `${position + 1}${'ABCDE'[order] ?? ''}`,
          isInitiative ? one.id : null,
          isInitiative ? null : one.id,
          random.pick(stories[lang]),
          citation,
          order,
        ]);
        if (isInitiative) nominated.initiatives.push(one);
        else nominated.people.push(one);
        return { nomineeId, worth: 8.4 - place * 0.9 + random.next() * 0.6 };
      },
    );
    if (!edition.isClosed && position === 0 && seats[1] !== undefined)
      insert.recusal([newId(), jurors[3]?.id ?? '', seats[1].nomineeId, 'recusal', editionWords.recusal[lang]]);
    if (!edition.isClosed && position === 4 && seats[2] !== undefined)
      insert.recusal([newId(), jurors[1]?.id ?? '', seats[2].nomineeId, 'abstention', editionWords.abstention[lang]]);
    for (const [order, juror] of jurors.entries()) {
      const first = criteria.map(() => half((seats[0]?.worth ?? 8) + juror.severity + (random.next() - 0.5) * 1.6));
      for (const [place, seat] of seats.entries()) {
        if (
          !edition.isClosed &&
          ((position === 0 && order === 3 && place === 1) || (position === 4 && order === 1 && place === 2))
        )
          continue;
        // One juror has yet to begin the last category; another left a nominee for later.
        if (!edition.isClosed && position === 4 && order === 4) continue;
        if (!edition.isClosed && position === 2 && order === 2 && place === seats.length - 1) continue;
        for (const [at, criterionId] of criteria.entries()) {
          // The second category ends in a tie at the top: the same notes, given by the same jurors.
          const isTied = !edition.isClosed && position === 1 && place === 1;
          const value =
            place === 0 || isTied ? (first[at] ?? 8) : half(seat.worth + juror.severity + (random.next() - 0.5) * 2);
          insert.score([newId(), juror.id, seat.nomineeId, criterionId, value]);
        }
      }
    }
  }
  return { id, nominated };
}

/** Writes both editions. Answers who and what is nominated, and how last year's is closed once its pictures are there. */
export function writeAwards(
  context: DemoContext,
  initiatives: DemoInitiative[],
  people: DemoPerson[],
): { nominated: Nominated; close: () => Promise<void> } {
  const year = Number(context.today.slice(0, 4));
  const taken = new Set<string>();
  const start = `${year}-01-01`;
  const enough = daysBetween(start, context.today) > 120 ? start : addDays(start, -240);
  const last = writeEdition(
    context,
    { year: year - 1, isClosed: true, from: addDays(enough, -400), to: addDays(enough, -1) },
    initiatives,
    people,
    taken,
  );
  const current = writeEdition(
    context,
    { year, isClosed: false, from: enough, to: context.today },
    initiatives,
    people,
    taken,
  );
  const nominated = {
    initiatives: [...current.nominated.initiatives, ...last.nominated.initiatives],
    people: [...current.nominated.people, ...last.nominated.people],
  };
  const close = async (): Promise<void> => {
    const closedAt = `${year - 1}-11-27T15:30:00.000Z`;
    const set = context.db.prepare(
      `update "awardEditions" set status = 'closed', "closedAt" = ?, snapshot = ? where id = ?`,
    );
    set.run(closedAt, null, last.id);
    const results = await editionResults(kyselyOver(context.db), last.id, { fresh: true });
    set.run(closedAt, JSON.stringify(results), last.id);
  };
  return { nominated, close };
}
