/** Answers with the site, the campaign and the people one would write to. */
import { sql, type RawBuilder } from 'kysely';
import type { AdoptionRow, adoptionSorts } from '#shared/adoptions/contract.ts';
import type { ReadDb } from '../../database/tables.ts';
import { isActive } from '../../domain/people/standing.ts';
import { withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

export const adoptionSortColumns: Record<(typeof adoptionSorts)[number], RawBuilder<unknown>> = {
  site: sql`sites."searchKey"`,
  campaign: sql`(select campaigns."searchKey" from campaigns where campaigns.id = adoptions."campaignId")`,
  status: sql`adoptions.status`,
  territory: sql`(select territories."searchKey" from territories where territories.id = sites."territoryId")`,
  answeredOn: sql`adoptions."answeredOn"`,
  remindedOn: sql`adoptions."remindedOn"`,
  updatedAt: sql`adoptions."updatedAt"`,
};

const shownContacts = 5;

/** Rows for these ids, in no particular order. */
export async function adoptionRows(db: ReadDb, ids: string[]): Promise<AdoptionRow[]> {
  const rows = await db
    .selectFrom('adoptions')
    .innerJoin('sites', 'sites.id', 'adoptions.siteId')
    .innerJoin('campaigns', 'campaigns.id', 'adoptions.campaignId')
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .leftJoin('initiatives', 'initiatives.id', 'adoptions.initiativeId')
    .selectAll('adoptions')
    .select([
      'campaigns.title as campaignTitle',
      'sites.code as siteCode',
      'sites.name as siteName',
      'sites.kind as siteKind',
      'sites.city',
      'sites.territoryId',
      'territories.name as territoryName',
      'initiatives.title as initiativeTitle',
    ])
    .where(isOneOf('adoptions.id', ids))
    .execute();
  const people = await db
    .selectFrom('people')
    .select(['id', 'siteId', 'email', sql<string>`trim("firstName" || ' ' || "lastName")`.as('name')])
    .where(isActive)
    .where(isOneOf('siteId', [...new Set(rows.map((row) => row.siteId))]))
    .orderBy('searchKey')
    .execute();
  const contacts = new Map<string, AdoptionRow['contacts']>();
  for (const { siteId, id, name, email } of people) {
    const list = contacts.get(siteId ?? '') ?? [];
    if (list.length < shownContacts) contacts.set(siteId ?? '', [...list, { id, name, email }]);
  }
  return rows.map((row) => ({ ...withoutStored(row), contacts: contacts.get(row.siteId) ?? [] }));
}
