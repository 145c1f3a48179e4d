/** The data dictionary of a table: each column with its header, meaning, type, unit and possible values. */
import type { Language } from '#shared/base/common.ts';
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { closed, columnsFor, text } from './columns.ts';
import type { ReportTable } from './types.ts';
import { columnLabel, termsOf } from './words.ts';
import { fixedTable } from './write.ts';

const ids = ['column', 'label', 'help', 'type', 'unit', 'values'];

function valuesOf(column: ReportColumn): string | null {
  return column.terms === null
    ? null
    : Object.entries(column.terms)
        .map(([code, word]) => `${code} = ${word}`)
        .join(' ; ');
}

/** The dictionary as a table of its own. */
export function dictionaryTable(lang: Language, columns: ReportColumn[]): ReportTable {
  const specs = ids.map((id) => (id === 'type' ? closed(id, 'type') : text(id)));
  return fixedTable(
    columnsFor(lang, 'dictionary', specs),
    columns.map((column): ReportCell[] => [
      column.id,
      column.label,
      column.help,
      column.type,
      column.unit,
      valuesOf(column),
    ]),
  );
}

/** The same as texts, for the second sheet of a workbook. */
export function dictionarySheet(lang: Language, columns: ReportColumn[]): { header: string[]; rows: string[][] } {
  const types = termsOf(lang, 'type');
  return {
    header: ids.map((id) => columnLabel(lang, id)),
    rows: columns.map((column) => [
      column.id,
      column.label,
      column.help,
      types[column.type] ?? column.type,
      column.unit ?? '',
      valuesOf(column) ?? '',
    ]),
  };
}
