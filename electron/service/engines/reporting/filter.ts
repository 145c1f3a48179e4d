/** The filter of a report: checked against what the report obeys, its codes made ids, and told in words. */
import type { Language } from '#shared/base/common.ts';
import type { FilterPart, ReportFilter } from '#shared/reports/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { ReadDb } from '../../database/tables.ts';
import type { Report } from './types.ts';
import { tableText, termsOf } from './words.ts';

const isSet = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== null);
const partOf = (field: string): FilterPart => (field === 'from' || field === 'to' ? 'period' : (field as FilterPart));

async function idsOf(
  db: ReadDb,
  table: 'territories' | 'indicators',
  field: string,
  keys: string[],
): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await db.selectFrom(table).select(['id', 'code']).execute();
  const known = new Map(
    rows.flatMap((row) => [
      [row.code, row.id],
      [row.id, row.id],
    ]),
  );
  return keys.map((key) => {
    const id = known.get(key);
    if (id === undefined) throw new AppError('unknown_reference', { field, id: key });
    return id;
  });
}

/** The edition meant by an id or a year; without one, the latest. Null when there is none at all. */
async function editionOf(db: ReadDb, key: string | null): Promise<string | null> {
  const rows = await db
    .selectFrom('awardEditions')
    .select(['id', 'year'])
    .orderBy('year', 'desc')
    .orderBy('seq', 'desc')
    .execute();
  if (key === null) return rows[0]?.id ?? null;
  const matches = rows.filter((row) => row.id === key || String(row.year) === key);
  if (matches[0] === undefined || matches.length > 1)
    throw new AppError('unknown_reference', { field: 'edition', id: key });
  return matches[0].id;
}

/** The filter with ids for codes. Throws `invalid_input` for a part the report does not obey: a filter silently ignored would give wrong figures. */
export async function resolveFilter(db: ReadDb, report: Report, filter: ReportFilter): Promise<ReportFilter> {
  const refused = Object.entries(filter).filter(
    ([field, value]) => isSet(value) && !report.obeys.includes(partOf(field)),
  );
  if (refused.length > 0)
    throw new AppError('invalid_input', {
      issues: refused.map(([field]) => ({ path: `filter.${field}`, rule: 'not_for_this_report', message: '' })),
    });
  return {
    ...filter,
    territories: await idsOf(db, 'territories', 'territories', filter.territories),
    indicators: await idsOf(db, 'indicators', 'indicator', filter.indicators),
    edition: report.obeys.includes('edition') ? await editionOf(db, filter.edition) : null,
  };
}

export const frenchDate = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;

const lists: Partial<Record<keyof ReportFilter, string>> = {
  siteStatuses: 'siteStatus',
  stages: 'stage',
  profiles: 'profile',
  channels: 'channel',
  statuses: 'initiativeStatus',
  provenances: 'provenance',
};

/** What the table is narrowed to, one line a part, for the screen, the workbook and the terminal. `filter` is resolved. */
export async function scopeInWords(db: ReadDb, lang: Language, filter: ReportFilter): Promise<string[]> {
  const named = async (table: 'territories' | 'indicators', ids: string[]): Promise<string[]> => {
    const rows = ids.length === 0 ? [] : await db.selectFrom(table).select(['id', 'name']).execute();
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return ids.map((id) => names.get(id) ?? id);
  };
  const lines: string[] = [];
  const add = (part: string, values: string[]): void => {
    if (values.length > 0) lines.push(tableText(lang, `scope.${part}`, { values: values.join(', ') }));
  };
  add('territories', await named('territories', filter.territories));
  add('siteKinds', filter.siteKinds);
  const day = (iso: string | null): string => (iso === null ? '' : frenchDate(iso));
  if (filter.from !== null || filter.to !== null)
    lines.push(
      tableText(lang, filter.from === null ? 'scope.to' : filter.to === null ? 'scope.from' : 'scope.period', {
        from: day(filter.from),
        to: day(filter.to),
      }),
    );
  for (const [field, list] of Object.entries(lists)) {
    const words = termsOf(lang, list);
    add(
      field,
      (filter[field as 'stages'] as string[]).map((code) => words[code] ?? code),
    );
  }
  add('themes', filter.themes);
  add('indicators', await named('indicators', filter.indicators));
  if (filter.edition !== null) {
    const edition = await db
      .selectFrom('awardEditions')
      .select('name')
      .where('id', '=', filter.edition)
      .executeTakeFirst();
    add('edition', edition === undefined ? [] : [edition.name]);
  }
  return lines.length === 0 ? [tableText(lang, 'scope.whole')] : lines;
}
