/** Sums of measurements, the one way they are ever summed: within one indicator, hence one unit; what is missing is not zero. */
import { sql } from 'kysely';
import type { Indicator } from '#shared/initiatives/contract.ts';
import type { AnyDb, ReadDb } from '../../database/tables.ts';
import { isOneOf } from '../../records/scope.ts';

export { yearPeriod } from '#shared/base/periods.ts';

export interface FigureSum {
  indicatorId: string;
  name: string;
  nameEn: string | null;
  unit: string;
  decimals: number;
  kind: Indicator['kind'];
  total: number;
  /** The least certain way in which a part of the sum was obtained. */
  provenance: 'measured' | 'declared' | 'estimated';
  /** By month of the period, `2026-01`; months without a value are absent. */
  months: Map<string, number>;
  /** How each of those months' values was obtained, the least certain way likewise. */
  monthProvenances: Map<string, FigureSum['provenance']>;
}

/** What certainty a sum has: its least certain part's. Larger is less certain. */
const doubtOf = sql<number>`max(case measurements.provenance when 'estimated' then 2 when 'declared' then 1 else 0 end)`;
const byDoubt = ['measured', 'declared', 'estimated'] as const;

export interface FigureScope {
  /** First and last day, both counted; null leaves that end open. */
  from: string | null;
  to: string | null;
  initiativeIds?: string[];
}

/** The twelve months of a period that begins with `from`, `2026-01` and so on. */
export function monthsOf(from: string): string[] {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  return Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7));
}

/** Indicators that have at least one value in the scope, in their own order. */
export async function sumFigures(db: AnyDb, scope: FigureScope): Promise<FigureSum[]> {
  const month = sql<string>`substr(measurements.date, 1, 7)`;
  let query = (db as ReadDb)
    .selectFrom('measurements')
    .innerJoin('indicators', 'indicators.id', 'measurements.indicatorId')
    .select([
      'indicators.id as indicatorId',
      'indicators.name',
      'indicators.nameEn',
      'indicators.unit',
      'indicators.decimals',
      'indicators.kind',
      month.as('month'),
    ])
    .select((eb) => [eb.fn.sum<number>('measurements.value').as('total'), doubtOf.as('doubt')])
    .groupBy(['indicators.id', month])
    .orderBy('indicators.position')
    .orderBy('indicators.code')
    .orderBy('month');
  if (scope.from !== null) query = query.where('measurements.date', '>=', scope.from);
  if (scope.to !== null) query = query.where('measurements.date', '<=', scope.to);
  if (scope.initiativeIds !== undefined) query = query.where(isOneOf('measurements.initiativeId', scope.initiativeIds));
  const sums = new Map<string, FigureSum & { doubt: number }>();
  for (const { month: at, total, doubt, ...indicator } of await query.execute()) {
    const sum = sums.get(indicator.indicatorId) ?? {
      ...indicator,
      total: 0,
      provenance: 'measured' as const,
      months: new Map<string, number>(),
      monthProvenances: new Map<string, FigureSum['provenance']>(),
      doubt: 0,
    };
    sum.total += total;
    sum.doubt = Math.max(sum.doubt, doubt);
    sum.months.set(at, total);
    sum.monthProvenances.set(at, byDoubt[doubt] ?? 'estimated');
    sums.set(indicator.indicatorId, sum);
  }
  return [...sums.values()].map(({ doubt, ...sum }) => ({ ...sum, provenance: byDoubt[doubt] ?? 'estimated' }));
}

/** Whose figures are summed: an initiative's own, those of a site's initiatives, or of the initiatives a person leads. */
export type FigureOwner = 'initiative' | 'site' | 'person';

const ownerColumn: Record<FigureOwner, string> = {
  initiative: 'measurements.initiativeId',
  site: 'initiatives.siteId',
  person: 'initiatives.leadId',
};

/** The sums of each of these owners, by owner and indicator; one without a value is absent. The same rule as `sumFigures`. */
export async function sumFiguresBy(
  db: AnyDb,
  owner: FigureOwner,
  ids: string[],
  scope: Omit<FigureScope, 'initiativeIds'>,
): Promise<Map<string, Map<string, Pick<FigureSum, 'total' | 'provenance'>>>> {
  const column = sql.ref<string>(ownerColumn[owner]);
  const conditions = [isOneOf(ownerColumn[owner], ids)];
  if (scope.from !== null)
    conditions.push(sql<boolean>`measurements.date >= ${scope.from}` as (typeof conditions)[number]);
  if (scope.to !== null) conditions.push(sql<boolean>`measurements.date <= ${scope.to}` as (typeof conditions)[number]);
  const tables =
    owner === 'initiative'
      ? sql`measurements`
      : sql`initiatives cross join measurements on measurements."initiativeId" = initiatives.id`;
  const { rows } = await sql<{
    owner: string;
    indicatorId: string;
    total: number;
    doubt: number;
  }>`select ${column} as owner, measurements."indicatorId" as "indicatorId", sum(measurements.value) as total, ${doubtOf} as doubt
    from ${tables} where ${sql.join(conditions, sql` and `)} group by 1, 2`.execute(db as ReadDb);
  const sums = new Map<string, Map<string, Pick<FigureSum, 'total' | 'provenance'>>>();
  for (const { owner: id, indicatorId, total, doubt } of rows) {
    const own = sums.get(id) ?? new Map<string, Pick<FigureSum, 'total' | 'provenance'>>();
    own.set(indicatorId, { total: settledSum(total), provenance: byDoubt[doubt] ?? 'estimated' });
    sums.set(id, own);
  }
  return sums;
}

/** A sum without the noise that adding binary fractions leaves in the last digit: 0.1 + 0.2 is 0.3. */
export function settledSum(total: number): number {
  return Number(total.toPrecision(15));
}
