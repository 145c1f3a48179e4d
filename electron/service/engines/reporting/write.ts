/** Writes a table as CSV or as a workbook, some rows at a time, on a connection of its own that sees one state of the data. */
import { resolve } from 'node:path';
import type { Language } from '#shared/base/common.ts';
import type { CsvDialectName, Exported, ReportCell, ReportColumn, ReportFormat } from '#shared/reports/contract.ts';
import type { JobContext } from '../../context.ts';
import { kyselyOver, type RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import { csvForms, csvHeader, csvLine, type CsvForm } from '../../formats/csv.ts';
import { withSink, type Sink } from '../../formats/sink.ts';
import { assertFitsSheet, writeWorkbook, type AboutSheet } from '../../formats/xlsx/workbook.ts';
import type { ReportTable, RowKey } from './types.ts';
import { tableText } from './words.ts';

export interface WriteChoice {
  format: ReportFormat;
  dialect: CsvDialectName;
  outPath: string;
}

/** What is written: its table, its name, what it is narrowed to, and the sheet that explains it. */
export interface Written {
  table: ReportTable;
  title: string;
  scope: string[];
  /** Null for a table that explains itself. */
  about: AboutSheet | null;
}

/** The language of the headers: a CSV for French Excel is French whoever asks for it. */
export function languageOf(
  job: Pick<JobContext, 'lang'>,
  choice: { format: ReportFormat; dialect: CsvDialectName; lang?: Language | undefined },
): Language {
  return choice.format === 'csv' && choice.dialect === 'excel-fr' ? 'fr' : (choice.lang ?? job.lang);
}

const rowsPerRead = 400;
const keysPerBreath = 20_000;

/** All keys, let out some at a time so that the service goes on answering. */
async function allKeys(job: JobContext, raw: RawDatabase, db: ReadDb, keys: ReportTable['keys']): Promise<RowKey[]> {
  if (Array.isArray(keys)) return keys;
  const { sql, parameters } = keys.compile(db);
  const all: RowKey[] = [];
  for (const key of raw
    .prepare(sql)
    .pluck()
    .iterate(...parameters)) {
    all.push(key as RowKey);
    if (all.length % keysPerBreath === 0) await job.breathe();
  }
  return all;
}

async function* rowsOf(job: JobContext, table: ReportTable, keys: RowKey[]): AsyncGenerator<ReportCell[][]> {
  for (let at = 0; at < keys.length; at += rowsPerRead) {
    const rows = await table.read(keys.slice(at, at + rowsPerRead));
    yield rows;
    job.progress({ done: Math.min(keys.length, at + rowsPerRead), total: keys.length, label: 'writingRows' });
    await job.breathe();
  }
}

async function writeCsv(
  job: JobContext,
  raw: RawDatabase,
  db: ReadDb,
  table: ReportTable,
  form: CsvForm,
  sink: Sink,
): Promise<number> {
  await sink.write(csvHeader(table.columns, form));
  let done = 0;
  if (table.csvLines !== undefined) {
    for (const { bytes, rows } of table.csvLines(raw, form)) {
      if (bytes !== null) await sink.write(bytes);
      done += rows;
      job.progress({ done, total: table.total, label: 'writingRows' });
      await job.breathe();
    }
    return done;
  }
  for await (const rows of rowsOf(job, table, await allKeys(job, raw, db, table.keys))) {
    let text = '';
    for (const cells of rows) text += csvLine(cells, table.columns, form);
    done += rows.length;
    await sink.write(text);
  }
  return done;
}

/** The title, the organisation, the scope and the day, before the data dictionary. */
export function aboutFacts(
  lang: Language,
  facts: { title: string; organisation: string; scope: string[]; today: string; rows: number },
): AboutSheet['facts'] {
  const day =
    lang === 'fr' ? `${facts.today.slice(8, 10)}/${facts.today.slice(5, 7)}/${facts.today.slice(0, 4)}` : facts.today;
  return [
    [tableText(lang, 'sheet.report'), facts.title],
    [tableText(lang, 'sheet.organisation'), facts.organisation],
    ...facts.scope.map((line): [string, string] => [tableText(lang, 'sheet.scope'), line]),
    [tableText(lang, 'sheet.rows'), String(facts.rows)],
    [tableText(lang, 'sheet.madeOn'), day],
  ];
}

/** Makes the table on a snapshot of the data and writes it. A file is whole or absent, whatever happens; throws `file_unwritable`, `disk_full`, `sheet_too_long`, `cancelled`. */
export async function writeTable(
  job: JobContext,
  choice: WriteChoice & { lang?: Language | undefined },
  make: (db: ReadDb, lang: Language, raw: RawDatabase) => Promise<Written>,
): Promise<Exported> {
  const raw = job.snapshot();
  try {
    // Pages of a mapped file count as this process's memory as long as the export runs; read as they come, they do not.
    raw.pragma('mmap_size = 0');
    raw.pragma('cache_size = -16384');
    raw.exec('begin');
    const db = kyselyOver(raw);
    const lang = languageOf(job, choice);
    const { table, title, scope, about } = await make(db, lang, raw);
    job.progress({ done: 0, total: table.total, label: 'writingRows' });
    if (choice.format === 'xlsx') assertFitsSheet(table.total, table.columns.length);
    const written = await withSink(choice.outPath, job.host.pipe, job.signal, async (sink) => {
      const rows =
        choice.format === 'csv'
          ? await writeCsv(job, raw, db, table, csvForms[choice.dialect], sink)
          : await writeSheet(job, raw, db, table, { lang, title, about }, sink);
      return { rows, bytes: sink.size() };
    });
    return {
      path: choice.outPath === '-' ? '-' : resolve(choice.outPath),
      rows: written.rows,
      columns: table.columns.length,
      bytes: written.bytes,
      scope,
    };
  } finally {
    raw.close();
  }
}

async function writeSheet(
  job: JobContext,
  raw: RawDatabase,
  db: ReadDb,
  table: ReportTable,
  { lang, title, about }: { lang: Language; title: string; about: AboutSheet | null },
  sink: Sink,
): Promise<number> {
  const keys = await allKeys(job, raw, db, table.keys);
  await writeWorkbook(
    sink,
    { sheet: tableText(lang, 'sheet.data'), columns: table.columns, total: keys.length, about, title, now: job.now },
    rowsOf(job, table, keys),
  );
  return keys.length;
}

/** Rows already at hand as a table. */
export function fixedTable(columns: ReportColumn[], rows: ReportCell[][]): ReportTable {
  return {
    columns,
    total: rows.length,
    keys: rows.map((_row, index) => index),
    read: async (keys) =>
      keys.flatMap((key) => {
        const row = rows[Number(key)];
        return row === undefined ? [] : [row];
      }),
  };
}
