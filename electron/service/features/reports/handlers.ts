/** Reports: which there are, a page of one to look at, and one written to a file. */
import type { ReportName } from '#shared/kinds.ts';
import { sql } from 'kysely';
import type { Language } from '#shared/base/common.ts';
import type { ReportFilter, reportsContract } from '#shared/reports/contract.ts';
import type { HandlersOf } from '../../context.ts';
import type { Catalogue } from '../../engines/facets.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import { resolveFilter, scopeInWords } from '../../engines/reporting/filter.ts';
import type { ReportTable, RowKey } from '../../engines/reporting/types.ts';
import { tableText } from '../../engines/reporting/words.ts';
import { dictionarySheet, dictionaryTable } from '../../engines/reporting/dictionary.ts';
import { exportList } from './lists.ts';
import { aboutFacts, writeTable } from '../../engines/reporting/write.ts';

async function tableOf(
  db: ReadDb,
  raw: RawDatabase,
  lang: Language,
  today: string,
  name: ReportName,
  given: ReportFilter,
  { reports }: Catalogue,
): Promise<{ table: ReportTable; title: string; scope: string[] }> {
  const report = reports.get(name);
  if (report === undefined) throw new Error(`no report ${name}`);
  const filter = await resolveFilter(db, report, given);
  return {
    table: await report.table({ db, raw, lang, today, filter }),
    title: tableText(lang, `report.${name}.title`),
    scope: await scopeInWords(db, lang, filter),
  };
}

async function someKeys(db: ReadDb, table: ReportTable, offset: number, limit: number): Promise<RowKey[]> {
  if (Array.isArray(table.keys)) return table.keys.slice(offset, offset + limit);
  const { rows } = await sql<Record<string, RowKey>>`${table.keys} limit ${limit} offset ${offset}`.execute(db);
  return rows.flatMap((row) => Object.values(row));
}

export const reportsHandlers: HandlersOf<typeof reportsContract> = {
  'reports.list': (context, { lang = context.lang }) => ({
    rows: [...context.catalogue.reports.values()].map(({ id, obeys }) => ({
      id,
      title: tableText(lang, `report.${id}.title`),
      text: tableText(lang, `report.${id}.text`),
      audience: tableText(lang, `report.${id}.audience`),
      filters: obeys,
    })),
  }),

  'reports.preview': async (context, { report, filter, lang = context.lang, offset, limit }) => {
    const { table, scope } = await tableOf(
      context.db,
      context.raw,
      lang,
      context.today,
      report,
      filter,
      context.catalogue,
    );
    const keys = limit === 0 ? [] : await someKeys(context.db, table, offset, limit);
    return { columns: table.columns, rows: await table.read(keys), total: table.total, scope };
  },

  'reports.export': (job, { report, filter, ...choice }) =>
    writeTable(job, choice, async (db, lang, raw) => {
      const { table, title, scope } = await tableOf(db, raw, lang, job.today, report, filter, job.catalogue);
      const organisation = await db.selectFrom('organisation').select('name').executeTakeFirstOrThrow();
      return {
        table,
        title,
        scope,
        about: {
          name: tableText(lang, 'sheet.about'),
          facts: aboutFacts(lang, {
            title,
            organisation: organisation.name,
            scope,
            today: job.today,
            rows: table.total,
          }),
          ...dictionarySheet(lang, table.columns),
        },
      };
    }),

  'reports.exportDictionary': (job, { report, filter, ...choice }) =>
    writeTable(job, choice, async (db, lang, raw) => {
      const { table, title, scope } = await tableOf(db, raw, lang, job.today, report, filter, job.catalogue);
      return { table: dictionaryTable(lang, table.columns), title, scope, about: null };
    }),

  'reports.exportList': exportList,
};
