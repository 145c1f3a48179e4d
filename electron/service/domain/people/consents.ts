/** Who agreed that their face, name or words leave the app, on a given day. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { consentPurposes } from '#shared/base/common.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { isOneOf } from '../../records/scope.ts';

export type ConsentPurpose = (typeof consentPurposes)[number];

/** A condition on `people`: a consent ends, or ended, before this day, and no other of its kind outlasts it. */
export const consentEndsBefore = (day: string): RawBuilder<SqlBool> => sql<SqlBool>`exists (
  select 1 from consents c where c."personId" = people.id and c."withdrawnOn" is null and c."expiresOn" < ${day}
    and not exists (select 1 from consents o where o."personId" = c."personId" and o.purpose = c.purpose
      and o."withdrawnOn" is null and (o."expiresOn" is null or o."expiresOn" >= ${day})))`;

/** Consents valid today that end before `day` and that no other of their kind outlasts: who, for what, and their last day. */
export async function endingConsents(
  db: AnyDb,
  personIds: string[],
  today: string,
  day: string,
): Promise<{ personId: string; purpose: ConsentPurpose; lastDay: string }[]> {
  const rows = await (db as ReadDb)
    .selectFrom('consents')
    .select(['personId', 'purpose'])
    .select(sql<string>`max(coalesce("expiresOn", '9999-12-31'))`.as('lastDay'))
    .where(isOneOf('personId', personIds))
    .where('grantedOn', '<=', day)
    .where('withdrawnOn', 'is', null)
    .groupBy(['personId', 'purpose'])
    .execute();
  return rows.filter(({ lastDay }) => lastDay >= today && lastDay < day);
}

/** The purposes each person has a valid consent for: granted by `today`, neither expired nor withdrawn. People without any are absent. */
export async function validConsents(
  db: AnyDb,
  personIds: string[],
  today: string,
): Promise<Map<string, Set<ConsentPurpose>>> {
  const rows = await (db as ReadDb)
    .selectFrom('consents')
    .select(['personId', 'purpose'])
    .where(isOneOf('personId', personIds))
    .where('grantedOn', '<=', today)
    .where('withdrawnOn', 'is', null)
    .where((eb) => eb.or([eb('expiresOn', 'is', null), eb('expiresOn', '>=', today)]))
    .execute();
  const consents = new Map<string, Set<ConsentPurpose>>();
  for (const { personId, purpose } of rows) consents.set(personId, (consents.get(personId) ?? new Set()).add(purpose));
  return consents;
}
