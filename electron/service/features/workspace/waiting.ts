/** What waits for someone: each count is the total of the list that the home screen opens. */
import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#shared/base/common.ts';
import { initiativeFilterSchema } from '#shared/initiatives/contract.ts';
import { consentNoticeDays, personFilterSchema } from '#shared/people/contract.ts';
import type { Waiting } from '#shared/workspace/contract.ts';
import { addDays } from '#shared/base/days.ts';
import { daysBefore } from '#shared/base/periods.ts';
import type { ReadDb } from '../../database/tables.ts';
import {
  initiativeConditions,
  initiativeNeedsSite,
  joinInitiativeSite,
  type InitiativeFilter,
} from '../../domain/initiatives/filter.ts';
import { joinPersonSite, personConditions, personNeedsSite } from '../../domain/people/filter.ts';
import { all, type Condition } from '../../records/paging.ts';

/** Someone who was spoken to and hears nothing for two months has been forgotten. */
const stalledDays = 60;

async function count(
  db: ReadDb,
  table: 'initiatives' | 'people',
  joins: RawBuilder<unknown>,
  conditions: Condition[],
): Promise<number> {
  return (
    (
      await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} ${joins} where ${all(conditions)}`.execute(
        db,
      )
    ).rows[0]?.n ?? 0
  );
}

export async function waitingOf(db: ReadDb, scope: Scope | undefined, today: string): Promise<Waiting> {
  const initiatives = (filter: InitiativeFilter): Promise<number> =>
    count(
      db,
      'initiatives',
      initiativeNeedsSite(filter) ? joinInitiativeSite : sql``,
      initiativeConditions(filter, ''),
    );
  const stalledBefore = daysBefore(today, stalledDays);
  const early = personFilterSchema.parse({
    scope,
    stages: ['identified', 'contacted', 'agreed'],
    stageBefore: stalledBefore,
  });
  const consentsBefore = addDays(today, consentNoticeDays);
  const ending = personFilterSchema.parse({ scope, consentEndsBefore: consentsBefore });
  return {
    late: await initiatives(
      initiativeFilterSchema.parse({ scope, statuses: ['planned', 'running'], endsBefore: today }),
    ),
    unmeasured: await initiatives(
      initiativeFilterSchema.parse({ scope, statuses: ['done', 'shared'], measured: 'no' }),
    ),
    stalled: await count(db, 'people', personNeedsSite(early) ? joinPersonSite : sql``, personConditions(early, '')),
    stalledBefore,
    consents: await count(db, 'people', personNeedsSite(ending) ? joinPersonSite : sql``, personConditions(ending, '')),
    consentsBefore,
  };
}
