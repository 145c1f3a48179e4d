/** The columns in which a list leaves the app, so that the import knows each of them again without guessing. */
import type { Language } from '#shared/base/common.ts';
import { exportableLists, kindOf, type ExportableList, type ImportKind } from '#shared/kinds.ts';
import { columnLabel, fieldLabel } from './reporting/words.ts';

const idLabel: Record<Language, string> = { fr: 'ID Maillage', en: 'Maillage ID' };

export interface ExportColumn {
  field: string;
  label: string;
}

export function exportColumns(kind: ExportableList, lang: Language): ExportColumn[] {
  return (kindOf(kind).columns ?? []).map((field) => ({
    field,
    label: field === 'id' ? idLabel[lang] : fieldLabel(lang, field),
  }));
}

/** Columns that reports have of their own, and no list. */
const ofReports = [
  'accuracy',
  'activePeople',
  'target',
  'initiativesLed',
  'siteName',
  'leadName',
  'leadEmail',
  'replications',
  'territoryCode',
];

/** Whether a file is a report that this app wrote, in either language: it has the record's id and columns that no list has. */
export function isOwnReport(columns: readonly string[]): boolean {
  return (['fr', 'en'] as const).some(
    (lang) =>
      columns.includes(columnLabel(lang, 'id')) &&
      ofReports.filter((id) => columns.includes(columnLabel(lang, id))).length >= 2,
  );
}

/**
 * The field of each column of a file that this app wrote, in either language or with the contract's names; null for any other file.
 * A file counts as ours when it has the record's id and most of the kind's other columns: some may have been taken out since.
 */
export function ownExport(kind: ImportKind, columns: readonly string[]): Map<string, string> | null {
  const list = exportableLists.find((one) => one === kind);
  if (list === undefined) return null;
  for (const pick of [
    (column: ExportColumn): string => column.field,
    ...(['fr', 'en'] as const).map(
      (lang) =>
        (column: ExportColumn): string =>
          exportColumns(list, lang).find(({ field }) => field === column.field)?.label ?? '',
    ),
  ]) {
    const known = new Map(exportColumns(list, 'fr').map((column) => [pick(column), column.field]));
    const found = new Map(
      columns.flatMap((column) => {
        const field = known.get(column);
        return field === undefined ? [] : [[column, field] as const];
      }),
    );
    if ([...found.values()].includes('id') && found.size * 2 > known.size && found.size * 4 >= columns.length * 3)
      return found;
  }
  return null;
}
