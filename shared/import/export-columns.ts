/** The columns in which a list leaves the app, so that the import knows each of them again without guessing. */
import type { Language } from '#shared/base/common.ts';
import en from '#shared/words/en/fields.json' with { type: 'json' };
import fr from '#shared/words/fr/fields.json' with { type: 'json' };
import type { ImportKind } from './fields.ts';

const words: Record<Language, Record<string, string>> = { fr, en };

/** Scores go out with their edition, in reports. */
type ExportableKind = Exclude<ImportKind, 'scores'>;

/** Fields in the order in which a person reads them; the record's id last, by which the import finds each row again. */
const fields: Record<ExportableKind, string[]> = {
  territories: ['code', 'name', 'kind', 'parent', 'colour', 'id'],
  sites: [
    'code',
    'name',
    'kind',
    'status',
    'territory',
    'address',
    'postcode',
    'city',
    'country',
    'lat',
    'lon',
    'headcount',
    'openedOn',
    'closedOn',
    'notes',
    'id',
  ],
  people: [
    'code',
    'lastName',
    'firstName',
    'email',
    'phone',
    'jobTitle',
    'siteCode',
    'profile',
    'channel',
    'stage',
    'stageSince',
    'joinedOn',
    'leftOn',
    'allottedHours',
    'lang',
    'notes',
    'id',
  ],
  initiatives: [
    'code',
    'title',
    'summary',
    'status',
    'theme',
    'sdgs',
    'siteCode',
    'lead',
    'replicates',
    'startDate',
    'endDate',
    'notes',
    'id',
  ],
  measurements: [
    'initiative',
    'indicator',
    'date',
    'value',
    'provenance',
    'source',
    'factor',
    'factorVersion',
    'notes',
    'id',
  ],
  campaigns: [
    'code',
    'title',
    'status',
    'theme',
    'pillar',
    'sdgs',
    'objective',
    'owner',
    'startDate',
    'endDate',
    'budget',
    'colour',
    'notes',
    'id',
  ],
  adoptions: ['campaign', 'siteCode', 'status', 'what', 'why', 'answeredOn', 'answeredBy', 'id'],
};

const idLabel: Record<Language, string> = { fr: 'ID Maillage', en: 'Maillage ID' };

export interface ExportColumn {
  field: string;
  label: string;
}

export function exportColumns(kind: ExportableKind, lang: Language): ExportColumn[] {
  return fields[kind].map((field) => ({
    field,
    label: field === 'id' ? idLabel[lang] : (words[lang][field] ?? field),
  }));
}

/**
 * The field of each column of a file that this app wrote, in either language or with the contract's names; null for any other file.
 * A file counts as ours when it has the record's id and most of the kind's other columns: some may have been taken out since.
 */
export function ownExport(kind: ImportKind, columns: readonly string[]): Map<string, string> | null {
  if (kind === 'scores') return null;
  for (const pick of [
    (column: ExportColumn): string => column.field,
    ...(['fr', 'en'] as const).map(
      (lang) =>
        (column: ExportColumn): string =>
          exportColumns(kind, lang).find(({ field }) => field === column.field)?.label ?? '',
    ),
  ]) {
    const known = new Map(exportColumns(kind, 'fr').map((column) => [pick(column), column.field]));
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
