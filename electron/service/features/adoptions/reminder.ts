/** A relance made ready: who has not answered, whom to write to there, and what to say in which language. */
import { sql } from 'kysely';
import type { adoptionsContract } from '#shared/adoptions/contract.ts';
import type { Language } from '#shared/base/common.ts';
import type { OutputOf } from '#shared/contract.ts';
import type { HandlersOf } from '../../context.ts';
import type { ReadDb } from '../../database/tables.ts';
import { isActive } from '../../domain/people/standing.ts';
import { readersByLanguage } from '../../domain/people/letters.ts';
import { reminderWords } from './reminder-words.ts';
import { isOneOf } from '../../records/scope.ts';

type Handler = HandlersOf<typeof adoptionsContract>['adoptions.reminder'];
type Letter = OutputOf<'adoptions.reminder'>['letters'][number];

const shownWithout = 100;

/** The campaign's key message: its first message, else its first e-mail; in the language of the reader, else in the other. */
async function keyMessages(db: ReadDb, campaignId: string): Promise<Record<Language, string | null>> {
  const kit = await db
    .selectFrom('kitItems')
    .select(['kind', 'lang', 'text'])
    .where('campaignId', '=', campaignId)
    .where('kind', 'in', ['message', 'email'])
    .orderBy('kind', 'desc')
    .orderBy('position')
    .orderBy('seq')
    .execute();
  const textIn = (lang: Language): string | null => (kit.find((item) => item.lang === lang) ?? kit[0])?.text ?? null;
  return { fr: textIn('fr'), en: textIn('en') };
}

export const reminder: Handler = async ({ db }, { ids }) => {
  const asked = await db
    .selectFrom('adoptions')
    .innerJoin('sites', 'sites.id', 'adoptions.siteId')
    .select(['adoptions.siteId', 'adoptions.campaignId', 'sites.name'])
    .where(isOneOf('adoptions.id', ids))
    .where('adoptions.status', '=', 'invited')
    .orderBy('sites.searchKey')
    .orderBy('sites.seq')
    .execute();
  const sites = new Map(asked.map((row) => [row.siteId, row.name]));
  const campaignIds = [...new Set(asked.map((row) => row.campaignId))];
  const campaigns = await db
    .selectFrom('campaigns')
    .select(['id', 'title', 'startDate', 'endDate'])
    .where(isOneOf('id', campaignIds))
    .orderBy('startDate')
    .orderBy('searchKey')
    .execute();
  const people = await db
    .selectFrom('people')
    .select(['siteId', 'lang', sql<string>`trim(email)`.as('email')])
    .where(isActive)
    .where('email', 'is not', null)
    .where(sql<boolean>`trim(email) <> ''`)
    .where(isOneOf('siteId', [...sites.keys()]))
    .orderBy('searchKey')
    .$narrowType<{ siteId: string }>()
    .execute();
  const organisation = await db.selectFrom('organisation').select(['name', 'lang']).executeTakeFirstOrThrow();
  const only = campaigns.length === 1 ? campaigns[0] : undefined;
  const message = only === undefined ? null : await keyMessages(db, only.id);
  const letters = readersByLanguage(people, organisation.lang as Language).map(({ lang, readers }): Letter => {
    const words = reminderWords[lang];
    return {
      lang,
      sites: new Set(readers.map((person) => person.siteId)).size,
      emails: [...new Set(readers.map((person) => person.email))],
      subject: words.subject(campaigns),
      body: words.body(campaigns, message?.[lang] ?? null, organisation.name),
    };
  });
  const reached = new Set(people.map((person) => person.siteId));
  const without = [...sites].filter(([id]) => !reached.has(id)).map(([id, name]) => ({ id, name }));
  return {
    answers: asked.length,
    sites: sites.size,
    letters,
    without: { total: without.length, rows: without.slice(0, shownWithout) },
  };
};
