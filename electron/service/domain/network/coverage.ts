/** Coverage in the database: the rule of `shared/network/coverage.ts` as SQL, and the organisation's ratio. */
import type { AnyDb, ReadDb } from '../../database/tables.ts';

/** `targetOf` as SQL over a headcount column, for sums over 20,000 sites; tests/unit/coverage.test.ts proves them equal. */
export function targetSql(headcountColumn: string, ratio: number): string {
  const whole = Math.trunc(ratio);
  return `max(1, (coalesce(${headcountColumn}, 0) + ${whole - 1}) / ${whole})`;
}

/** Employees per ambassador, a setting of the organisation. */
export async function coverageRatio(db: AnyDb): Promise<number> {
  return (await (db as ReadDb).selectFrom('organisation').select('coverageRatio').executeTakeFirstOrThrow())
    .coverageRatio;
}
