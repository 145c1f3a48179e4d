/** A relance of the ambassadors of chosen sites: whom it goes to, what it says, and the day it was sent. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Language } from '#shared/base/common.ts';
import type { followUpInput, networkContract } from '#shared/network/contract.ts';
import { daysSince } from '#shared/network/scales.ts';
import type { HandlersOf } from '../../context.ts';
import type { ReadDb } from '../../database/tables.ts';
import { isActive } from '../../domain/people/standing.ts';
import { coverageRatio } from '../../domain/network/coverage.ts';
import { readersByLanguage } from '../../domain/people/letters.ts';
import { followUpWords } from './follow-up-words.ts';
import { readNetworkSites } from '../../domain/network/sites.ts';
import { isOneOf } from '../../records/scope.ts';

type Names = 'network.followUp' | 'network.noteFollowUp';
type Asked = z.output<typeof followUpInput>;

const shownWithout = 100;

interface Reader {
  id: string;
  siteId: string;
  siteName: string;
  name: string;
  lang: string | null;
  email: string;
  remindedOn: string | null;
}

/** The active people of the sites that are quiet enough, those with an address apart from those without, and the sites with nobody. */
async function readPeople(
  db: ReadDb,
  { filter, quietDays, sparedDays }: Asked,
  today: string,
): Promise<{ sites: number; alone: number; spared: number; toWrite: Reader[]; without: Reader[] }> {
  const sites = (await readNetworkSites(db, filter, await coverageRatio(db), today)).filter(
    ({ lastActivity }) => quietDays === null || lastActivity === null || daysSince(lastActivity, today) >= quietDays,
  );
  const people = await db
    .selectFrom('people')
    .innerJoin('sites', 'sites.id', 'people.siteId')
    .select([
      'people.id',
      'sites.id as siteId',
      'sites.name as siteName',
      'people.lang',
      'people.remindedOn',
      sql<string>`trim(people."firstName" || ' ' || people."lastName")`.as('name'),
      sql<string>`trim(coalesce(people.email, ''))`.as('email'),
    ])
    .where(isActive)
    .where(
      isOneOf(
        'people.siteId',
        sites.map((site) => site.id),
      ),
    )
    .orderBy('people.searchKey')
    .execute();
  const isSpared = ({ remindedOn }: Reader): boolean =>
    sparedDays !== null && remindedOn !== null && daysSince(remindedOn, today) < sparedDays;
  const left = people.filter((person) => !isSpared(person));
  return {
    sites: sites.length,
    alone: sites.length - new Set(people.map((person) => person.siteId)).size,
    spared: people.length - left.length,
    toWrite: left.filter((person) => person.email !== ''),
    without: left.filter((person) => person.email === ''),
  };
}

export const followUpHandlers: Pick<HandlersOf<typeof networkContract>, Names> = {
  'network.followUp': async ({ db, today }, asked) => {
    const { sites, alone, spared, toWrite, without } = await readPeople(db, asked, today);
    const organisation = await db.selectFrom('organisation').select(['name', 'lang']).executeTakeFirstOrThrow();
    const letters = readersByLanguage(toWrite, organisation.lang as Language).map(({ lang, readers }) => {
      const words = followUpWords[lang];
      return {
        lang,
        emails: [...new Set(readers.map((reader) => reader.email))],
        subject: words.subject(organisation.name),
        body: words.body(organisation.name, asked.quietDays),
      };
    });
    return {
      sites,
      alone,
      spared,
      people: toWrite.length + without.length,
      letters,
      without: {
        total: without.length,
        rows: without.slice(0, shownWithout).map(({ id, name, siteName }) => ({ id, name, siteName })),
      },
    };
  },

  'network.noteFollowUp': async ({ db, now, today, note }, asked) => {
    const { toWrite, without } = await readPeople(db, asked, today);
    const ids = [...toWrite, ...without].map((person) => person.id);
    const { numUpdatedRows } = await db
      .updateTable('people')
      .set({ remindedOn: today, updatedAt: now })
      .where(isOneOf('id', ids))
      .executeTakeFirst();
    const count = Number(numUpdatedRows);
    note({ count });
    return { count };
  },
};
