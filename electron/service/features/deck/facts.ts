/** What an edition's deck tells, read from the database: results, figures, places, pictures, consents. */
import { sql } from 'kysely';
import type { EditionResults } from '#shared/awards/results.ts';
import type { Language } from '#shared/base/common.ts';
import type { Picture } from '#shared/deck/slides.ts';
import { deckWords } from '#shared/deck/words.ts';
import { consentNoticeDays } from '#shared/people/contract.ts';
import { addDays } from '#shared/base/days.ts';
import type { AnyDb, ReadDb, Row } from '../../database/tables.ts';
import { isActive } from '../../domain/people/standing.ts';
import { isOpen } from '../../domain/sites/standing.ts';
import { editionResults } from '../../domain/awards/results.ts';
import { endingConsents, validConsents, type ConsentPurpose } from '../../domain/people/consents.ts';
import { sumFigures, yearPeriod, type FigureSum } from '../../domain/initiatives/figures.ts';
import { isOneOf } from '../../records/scope.ts';

export interface PersonFacts {
  id: string;
  firstName: string;
  lastName: string;
  jobTitle: string | null;
}

export interface DeckFacts {
  organisation: Row<'organisation'>;
  results: EditionResults;
  period: { from: string; to: string };
  figures: FigureSum[];
  /** By initiative. */
  winnerFigures: Map<string, FigureSum[]>;
  network: { sites: number; placed: number; territories: number; people: number };
  people: Map<string, PersonFacts>;
  /** The person who leads an initiative. */
  leads: Map<string, string>;
  consents: Map<string, Set<ConsentPurpose>>;
  /** Valid today, but not until the ceremony. */
  endingConsents: { personId: string; purpose: ConsentPurpose; lastDay: string }[];
  pictures: Map<string, Picture>;
  editionPictureId: string | null;
}

/** Pictures by attachment id, upright sizes known; what is no picture is absent. */
export async function picturesById(db: AnyDb, ids: string[]): Promise<Map<string, Picture>> {
  const rows = await (db as ReadDb)
    .selectFrom('attachments')
    .select(['id', 'width', 'height', 'alt', 'credit'])
    .where(isOneOf('id', ids))
    .where('thumbnailHash', 'is not', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        source: 'attachment',
        id: row.id,
        width: row.width ?? 0,
        height: row.height ?? 0,
        alt: row.alt ?? '',
        credit: row.credit,
      },
    ]),
  );
}

/** The day until which a consent must hold: that of the ceremony, or what leaves time to ask again. */
function lastNeeded(heldOn: string | null, today: string): string {
  const soon = addDays(today, consentNoticeDays);
  return heldOn !== null && heldOn > soon ? heldOn : soon;
}

export async function readFacts(db: AnyDb, editionId: string, today: string): Promise<DeckFacts> {
  const reader = db as ReadDb;
  const organisation = await reader.selectFrom('organisation').selectAll().executeTakeFirstOrThrow();
  const results = await editionResults(db, editionId);
  const period = yearPeriod(results.edition.year, organisation.fiscalYearStartMonth);
  const nominees = results.categories.flatMap((category) => category.nominees);
  const initiativeIds = nominees.flatMap(({ initiativeId }) => (initiativeId === null ? [] : [initiativeId]));
  const leadRows = await reader
    .selectFrom('initiatives')
    .select(['id', 'leadId'])
    .where(isOneOf('id', initiativeIds))
    .where('leadId', 'is not', null)
    .$narrowType<{ leadId: string }>()
    .execute();
  const personIds = [
    ...new Set([
      ...nominees.flatMap(({ personId }) => (personId === null ? [] : [personId])),
      ...leadRows.map(({ leadId }) => leadId),
    ]),
  ];
  const people = await reader
    .selectFrom('people')
    .select(['id', 'firstName', 'lastName', 'jobTitle'])
    .where(isOneOf('id', personIds))
    .execute();
  const editionPicture = await reader
    .selectFrom('attachments')
    .select('id')
    .where('ownerKind', '=', 'edition')
    .where('ownerId', '=', editionId)
    .where('thumbnailHash', 'is not', null)
    .orderBy(sql`role = 'file'`)
    .orderBy('position')
    .executeTakeFirst();
  const pictureIds = [
    ...nominees.map(({ pictureId }) => pictureId),
    editionPicture?.id ?? null,
    organisation.logoAttachmentId,
  ].filter((id) => id !== null);
  const winnerFigures = new Map<string, FigureSum[]>();
  for (const { initiativeId, isWinner } of nominees) {
    if (isWinner && initiativeId !== null)
      winnerFigures.set(initiativeId, await sumFigures(db, { from: null, to: null, initiativeIds: [initiativeId] }));
  }
  return {
    organisation,
    results,
    period,
    winnerFigures,
    figures: await sumFigures(db, period),
    network: await networkFacts(reader),
    people: new Map(people.map((person) => [person.id, person])),
    leads: new Map(leadRows.map(({ id, leadId }) => [id, leadId])),
    consents: await validConsents(db, personIds, today),
    endingConsents: await endingConsents(db, personIds, today, lastNeeded(results.edition.heldOn, today)),
    pictures: await picturesById(db, pictureIds),
    editionPictureId: editionPicture?.id ?? null,
  };
}

async function networkFacts(db: ReadDb): Promise<DeckFacts['network']> {
  const row = await db
    .selectNoFrom([
      sql<number>`(select count(*) from sites where ${isOpen})`.as('sites'),
      sql<number>`(select count(*) from sites where ${isOpen} and lat is not null)`.as('placed'),
      sql<number>`(select count(distinct "territoryId") from sites where ${isOpen})`.as('territories'),
      sql<number>`(select count(*) from people where ${isActive})`.as('people'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/** The logo as a picture; null without one. */
export function logoOf(facts: Pick<DeckFacts, 'organisation' | 'pictures'>, lang: Language): Picture | null {
  const { logoAttachmentId, name } = facts.organisation;
  const logo = logoAttachmentId === null ? undefined : facts.pictures.get(logoAttachmentId);
  return logo === undefined ? null : { ...logo, alt: logo.alt === '' ? deckWords[lang].logoOf(name) : logo.alt };
}
