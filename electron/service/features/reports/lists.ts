/** Lists in the columns that the import reads, so that a file taken out and in again changes nothing. */
import type { ExportableList } from '#shared/kinds.ts';
import { sql } from 'kysely';
import type { Language } from '#shared/base/common.ts';
import type { ReportCell, ReportColumn, reportsContract } from '#shared/reports/contract.ts';
import { exportColumns } from '../../engines/export-columns.ts';
import { fieldOf } from '#shared/import/fields.ts';
import type { HandlersOf } from '../../context.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import { all } from '../../records/paging.ts';
import { cellsInOrder } from '../../engines/reporting/columns.ts';
import type { ListSource, ReportTable } from '../../engines/reporting/types.ts';
import { tableText, termsOf } from '../../engines/reporting/words.ts';
import { isOneOf } from '../../records/scope.ts';
import { writeTable } from '../../engines/reporting/write.ts';

type Handler = HandlersOf<typeof reportsContract>['reports.exportList'];
type Choice = Parameters<Handler>[1];

/** The closed list whose terms stand in a column; null for any other. */
const listOf = (list: ExportableList, field: string): string | null => {
  const known = fieldOf(list, field);
  if (known?.type === 'choice') return known.choices?.list ?? null;
  return typeOf(list, field) === 'enum' ? (known?.type ?? null) : null;
};

const typeOf = (list: ExportableList, field: string): ReportColumn['type'] => {
  const type = fieldOf(list, field)?.type;
  if (type === 'date' || type === 'endDate') return 'date';
  if (type === 'integer') return 'integer';
  if (type === 'number' || type === 'hours' || type === 'degrees') return 'number';
  return type === 'choice' ||
    type === 'stage' ||
    type === 'profile' ||
    type === 'channel' ||
    type === 'initiativeStatus' ||
    type === 'siteStatus' ||
    type === 'provenance' ||
    type === 'campaignStatus' ||
    type === 'adoptionStatus'
    ? 'enum'
    : 'text';
};

/** The columns of a list: the import's own fields under headers that it knows again. */
function columnsOf(list: ExportableList, lang: Language): ReportColumn[] {
  return exportColumns(list, lang).map(({ field, label }) => {
    const type = typeOf(list, field);
    return {
      id: field,
      label,
      help: '',
      type,
      unit: null,
      decimals: null,
      terms: type === 'enum' ? termsOf(lang, listOf(list, field) ?? '') : null,
    };
  });
}

async function listTable(
  db: ReadDb,
  reader: RawDatabase,
  lang: Language,
  choice: Choice,
  source: ListSource<never>,
): Promise<ReportTable> {
  const list = sql.table(choice.list);
  const joins = source.joins ?? sql``;
  const id = sql.ref(`${choice.list}.id`);
  const where = all(
    choice.ids === null ? source.conditions(choice as never, reader) : [isOneOf(`${choice.list}.id`, choice.ids)],
  );
  const columns = columnsOf(choice.list, lang);
  const read = await source.reader(db);
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from ${list} ${joins} where ${where}`.execute(db);
  return {
    columns,
    total: rows[0]?.total ?? 0,
    keys: sql`select ${id} from ${list} ${joins} where ${where} order by ${source.order}, ${sql.ref(`${choice.list}.seq`)}`,
    read: async (keys) =>
      cellsInOrder(
        keys,
        await read(keys.map(String)),
        columns.map((column) => column.id),
      ) as ReportCell[][],
  };
}

export const exportList: Handler = (job, choice) => {
  const source: ListSource<never> = job.catalogue.lists[choice.list];
  return writeTable(job, choice, async (db, lang) => ({
    table: await listTable(db, job.raw, lang, choice, source),
    title: tableText(lang, `report.${source.title}.title`),
    scope: [],
    about: null,
  }));
};
