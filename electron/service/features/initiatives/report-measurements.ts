/** The report of measurements in long form: one row a value, as it was entered, with where it comes from. */
import { sql, type RawBuilder } from 'kysely';
import { initiativeFilterSchema } from '#shared/initiatives/contract.ts';
import type { ReportCell, ReportColumn, ReportFilter } from '#shared/reports/contract.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import type { CsvForm } from '../../formats/csv.ts';
import {
  addCsvFunctions,
  dateField,
  joinFields,
  numberField,
  termField,
  textField,
} from '../../engines/reporting/csv-sql.ts';
import { initiativeConditions } from '../../domain/initiatives/filter.ts';
import { all, type Condition } from '../../records/paging.ts';
import { isOneOf } from '../../records/scope.ts';
import { closed, columnsFor, date, text } from '../../engines/reporting/columns.ts';
import { indicatorName, indicatorRows, type IndicatorRow } from '../../engines/reporting/indicators.ts';
import { measuredWithin } from '../../engines/reporting/period.ts';
import type { Report, ReportTable } from '../../engines/reporting/types.ts';

// What belongs to the initiative, then to the indicator, then to the measurement itself: the quick way to CSV joins three pieces.
const ofInitiative = ['initiativeCode', 'initiativeTitle', 'siteCode', 'siteName', 'territory'];
const ofIndicator = ['indicatorCode', 'indicatorName', 'unit', 'indicatorKind'];
const specs = [
  ...ofInitiative.map(text),
  ...ofIndicator.slice(0, 3).map(text),
  closed('indicatorKind', 'indicatorKind'),
  date('date'),
  { id: 'value', type: 'number' as const },
  closed('provenance', 'provenance'),
  text('source'),
  { id: 'factor', type: 'number' as const },
  text('factorVersion'),
  text('notes'),
  text('initiativeId'),
  text('id'),
];

/** Where a cell comes from that is not the measurement's own; the indicator's id stands where its name in the report's language is put. */
const cellOf: Record<string, string> = {
  initiativeCode: 'initiatives.code',
  initiativeTitle: 'initiatives.title',
  siteCode: 'sites.code',
  siteName: 'sites.name',
  territory: 'territories.name',
  indicatorCode: 'indicators.code',
  indicatorName: 'indicators.id',
  unit: 'indicators.unit',
  indicatorKind: 'indicators.kind',
};
const nameAt = specs.findIndex(({ id }) => id === 'indicatorName');

const joins = sql`left join sites on sites.id = initiatives."siteId" left join territories on territories.id = sites."territoryId"`;

function ownConditions(filter: ReportFilter): Condition[] {
  const conditions = measuredWithin(filter);
  if (filter.provenances.length > 0) conditions.push(isOneOf('measurements.provenance', filter.provenances));
  if (filter.indicators.length > 0) conditions.push(isOneOf('measurements.indicatorId', filter.indicators));
  return conditions;
}

/** What the filter asks of the initiative and its site. */
function relatedConditions(filter: ReportFilter): Condition[] {
  return initiativeConditions(
    initiativeFilterSchema.parse({
      scope: { territoryIds: filter.territories, siteKinds: filter.siteKinds },
      statuses: filter.statuses,
      themes: filter.themes,
    }),
    '',
  );
}

interface Query {
  keys: RawBuilder<unknown>;
  count: RawBuilder<{ total: number }>;
}

function queryOf(filter: ReportFilter): Query {
  const related = relatedConditions(filter);
  const from =
    related.length === 0
      ? sql`measurements`
      : sql`measurements cross join initiatives on initiatives.id = measurements."initiativeId" ${joins}`;
  const where = all([...ownConditions(filter), ...related]);
  // A territory leads to its sites, these to their initiatives and measurements: to ask each of a million measurements where it was would take a second.
  const begin =
    filter.territories.length + filter.siteKinds.length > 0
      ? sql`sites cross join initiatives on initiatives."siteId" = sites.id`
      : sql`initiatives`;
  const counted =
    related.length === 0 ? from : sql`${begin} cross join measurements on measurements."initiativeId" = initiatives.id`;
  return {
    keys: sql`select measurements.seq from ${from} where ${where} order by measurements.seq`,
    count: sql`select count(*) as total from ${counted} where ${where}`,
  };
}

export const measurementsReport: Report = {
  id: 'measurements',
  obeys: ['territories', 'siteKinds', 'period', 'indicators', 'provenances', 'statuses', 'themes'],
  table: async ({ db, raw, lang, filter }) => {
    const { keys, count } = queryOf(filter);
    const columns = columnsFor(lang, 'measurements', specs);
    const indicators = (await indicatorRows(db, filter.indicators)).map((row) => ({
      ...row,
      shownName: indicatorName(lang, row),
    }));
    const nameOf = new Map(indicators.map((row) => [row.id, row.shownName]));
    // As arrays, of a statement prepared once: a workbook of a million rows spent a fifth of its time on the names of fields.
    const rows = raw
      .prepare(
        sql`select ${sql.raw(specs.map(({ id }) => cellOf[id] ?? `measurements."${id}"`).join(', '))}, measurements.seq
          from measurements join initiatives on initiatives.id = measurements."initiativeId" join indicators on indicators.id = measurements."indicatorId" ${joins}
          where measurements.seq in (select value from json_each(?))`.compile(db).sql,
      )
      .raw();
    return {
      columns,
      total: (await count.execute(db)).rows[0]?.total ?? 0,
      keys,
      read: async (some) => {
        const bySeq = new Map<number, ReportCell[]>();
        for (const cells of rows.all(JSON.stringify(some)) as ReportCell[][]) {
          const seq = cells.pop();
          cells[nameAt] = nameOf.get(String(cells[nameAt])) ?? '';
          bySeq.set(Number(seq), cells);
        }
        return some.flatMap((key) => {
          const cells = bySeq.get(Number(key));
          return cells === undefined ? [] : [cells];
        });
      },
      csvLines: csvLines(db, filter, columns, indicators),
    };
  },
};

const rowsPerPart = 2000;
const initiativesPerPart = 5000;

/** The pieces of initiatives and indicators are formed once each, in temporary tables; a line is then two look-ups and its own few fields. */
function csvLines(
  db: ReadDb,
  filter: ReportFilter,
  columns: ReportColumn[],
  indicators: (IndicatorRow & { shownName: string })[],
): NonNullable<ReportTable['csvLines']> {
  return function* lines(raw: RawDatabase, form: CsvForm) {
    addCsvFunctions(raw);
    const prepared = (
      query: RawBuilder<unknown>,
    ): { run: (...more: unknown[]) => void; get: (...more: unknown[]) => unknown } => {
      const { sql: statement, parameters } = query.compile(db);
      const ready = raw.prepare(statement);
      return {
        run: (...more) => void ready.run(...more, ...parameters),
        get: (...more) => ready.raw().get(...more, ...parameters),
      };
    };
    const fields = (names: Record<string, string>, ids: string[]): RawBuilder<unknown> =>
      sql.raw(
        joinFields(
          ids.map((id) => textField(names[id] ?? id, form)),
          form,
        ),
      );
    raw.exec(
      'create temp table "initiativePart" (id text primary key, line text not null) without rowid; create temp table "indicatorPart" (id text primary key, line text not null) without rowid',
    );
    const fill =
      prepared(sql`insert into temp."initiativePart" select initiatives.id, ${fields(cellOf, ofInitiative)} from initiatives ${joins}
      where ${sql.raw('initiatives.seq > ? and initiatives.seq <= ?')} and ${all(relatedConditions(filter))}`);
    const last = (table: string): number =>
      raw.prepare(`select coalesce(max(seq), 0) from ${table}`).pluck().get() as number;
    for (let from = 0, end = last('initiatives'); from < end; from += initiativesPerPart) {
      fill.run(from, from + initiativesPerPart);
      yield { bytes: null, rows: 0 };
    }
    const termsIn = (id: string): Record<string, string> => columns.find((column) => column.id === id)?.terms ?? {};
    const indicatorFields = [
      textField('code', form),
      textField('@name', form),
      textField('unit', form),
      termField('kind', termsIn('indicatorKind'), form),
    ];
    const line = raw.prepare(
      `insert into temp."indicatorPart" select id, ${joinFields(indicatorFields, form)} from indicators where id = @id`,
    );
    for (const { id, shownName } of indicators) line.run({ id, name: shownName });
    const own = [
      dateField('measurements.date', form),
      numberField('measurements.value', form),
      termField('measurements.provenance', termsIn('provenance'), form),
      textField('measurements.source', form),
      numberField('measurements.factor', form),
      textField('measurements.factorVersion', form),
      textField('measurements.notes', form),
      'measurements."initiativeId"',
      'measurements.id',
    ];
    const part =
      prepared(sql`select cast(group_concat(line, ${sql.lit(form.newline)}) || ${sql.lit(form.newline)} as blob), count(*) from (
      select ${sql.raw(joinFields(['"initiativePart".line', '"indicatorPart".line', ...own], form))} as line
      from measurements cross join temp."initiativePart" on "initiativePart".id = measurements."initiativeId" cross join temp."indicatorPart" on "indicatorPart".id = measurements."indicatorId"
      where ${sql.raw('measurements.seq > ? and measurements.seq <= ?')} and ${all(ownConditions(filter))})`);
    for (let from = 0, end = last('measurements'); from < end; from += rowsPerPart) {
      const [bytes, rows] = part.get(from, from + rowsPerPart) as [Uint8Array | null, number];
      yield { bytes, rows };
    }
    raw.exec('drop table temp."initiativePart"; drop table temp."indicatorPart"');
  };
}
