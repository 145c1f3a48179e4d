/** What a report is: a plain object that says what it obeys and how it becomes a table. */
import type { ReportName } from '#shared/kinds.ts';
import type { RawBuilder } from 'kysely';
import type { Language } from '#shared/base/common.ts';
import type { FilterPart, ReportCell, ReportColumn, ReportFilter } from '#shared/reports/contract.ts';
import type { CsvForm } from '../../formats/csv.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import type { Condition } from '../../records/paging.ts';

/** By what a row is asked for: a number of order or an id. */
export type RowKey = string | number;

export interface ReportTable {
  columns: ReportColumn[];
  total: number;
  /** The keys of all rows in the report's order: a query of one column that takes `limit` and `offset`, or the keys themselves. */
  keys: RawBuilder<unknown> | RowKey[];
  /** The rows of some keys, in their order, one cell a column; dates as `YYYY-MM-DD`, closed lists as codes. */
  read: (keys: RowKey[]) => Promise<ReportCell[][]>;
  /**
   * A quicker way to the same CSV for very long tables: whole lines as bytes, each with its line end, with how many there are. May use temporary tables
   * of `raw`, a connection of the export's own. Yields at least every few milliseconds, with no bytes while it prepares.
   */
  csvLines?: (raw: RawDatabase, form: CsvForm) => Generator<{ bytes: Uint8Array | null; rows: number }>;
}

export interface ReportContext {
  db: ReadDb;
  /** The connection behind `db`, for what is kept in memory by connection. */
  raw: RawDatabase;
  lang: Language;
  /** The calendar date of the export. */
  today: string;
  /** Territories, indicators and edition already as ids. */
  filter: ReportFilter;
}

export interface Report {
  id: ReportName;
  obeys: FilterPart[];
  table: (context: ReportContext) => Promise<ReportTable>;
}

/** Rows of a list by their ids, as the columns of its kind name the fields; in any order. */
export type RowReader = (ids: string[]) => Promise<{ id: string }[]>;

/** What a feature says of a list that can be taken out: which rows, in what order, and what stands in them. */
export interface ListSource<C> {
  /** The title in the words of tables, `report.X.title`. */
  title: string;
  joins?: RawBuilder<unknown>;
  conditions: (choice: C, reader: RawDatabase) => Condition[];
  order: RawBuilder<unknown>;
  reader: (db: ReadDb) => RowReader | Promise<RowReader>;
}
