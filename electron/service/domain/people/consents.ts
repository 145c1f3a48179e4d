/** Who agreed that their face, name or words leave the app, on a given day. */
import type { consentPurposes } from '#shared/base/common.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { isOneOf } from '../../records/scope.ts';

export type ConsentPurpose = (typeof consentPurposes)[number];

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
