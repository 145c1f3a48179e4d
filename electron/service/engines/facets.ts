/** What a feature gives to the engines, and the catalogue that they are handed: no engine names a feature, no feature another. */
import type { Language } from '#shared/base/common.ts';
import {
  exportableLists,
  importKinds,
  reportNames,
  type ExportableList,
  type HitKind,
  type ImportKind,
  type ListChoice,
  type ReportName,
  type TrackedTable,
} from '#shared/kinds.ts';
import type { SearchHit } from '#shared/search/contract.ts';
import type { ReadDb } from '../database/tables.ts';
import type { JudgeOf } from './intake/types.ts';
import type { ListSource, Report } from './reporting/types.ts';
import { bringWords, type Words } from './words.ts';

/** The records of one kind that a text finds, best first. */
export type Finder = (db: ReadDb, text: string, limit: number) => Promise<SearchHit[]>;

type ChoiceOf<L extends ExportableList> = Extract<ListChoice, { list: L }>;

/** Everything one feature gives. */
export interface Facet {
  imports?: { [K in ImportKind]?: JudgeOf };
  lists?: { [L in ExportableList]?: ListSource<ChoiceOf<L>> };
  reports?: Report[];
  finders?: { [K in HitKind]?: Finder };
  /** The name by which a reader of the history knows a record of a table, where it is neither its title nor its name. */
  names?: { [T in TrackedTable]?: NameOf };
  /** Words of its fields, terms and tables, beside the common ones; see `words.ts`. */
  words?: Record<Language, Words>;
}

/** `nameOf` names another record; it answers `\u2026` for one that nobody knows any more. */
export type NameOf = (
  row: Readonly<Record<string, unknown>>,
  nameOf: (table: TrackedTable, id: string) => string,
) => string;

export interface Catalogue {
  judges: Record<ImportKind, JudgeOf>;
  lists: { [L in ExportableList]: ListSource<ChoiceOf<L>> };
  reports: Map<ReportName, Report>;
  finders: Finder[];
  names: Partial<Record<TrackedTable, NameOf>>;
}

/** All facets as one catalogue. Throws when a kind promises an import, a list or a report that no facet gives. */
export function gather(facets: readonly Facet[]): Catalogue {
  for (const { words } of facets) if (words !== undefined) bringWords(words);
  const judges = Object.assign({}, ...facets.map(({ imports }) => imports)) as Partial<Catalogue['judges']>;
  const lists = Object.assign({}, ...facets.map((facet) => facet.lists)) as Partial<Catalogue['lists']>;
  const given = new Map(facets.flatMap((facet) => facet.reports ?? []).map((report) => [report.id, report]));
  const missing = [
    ...importKinds.filter((kind) => judges[kind] === undefined),
    ...exportableLists.filter((list) => lists[list] === undefined),
    ...reportNames.filter((name) => !given.has(name)),
  ];
  if (missing.length > 0) throw new Error(`no facet gives: ${missing.join(', ')}`);
  return {
    judges: judges as Catalogue['judges'],
    lists: lists as Catalogue['lists'],
    // In the order of the kinds, in which people read them.
    reports: new Map(reportNames.flatMap((name) => [[name, given.get(name) as Report] as const])),
    finders: facets.flatMap(({ finders }) => Object.values(finders ?? {})),
    names: Object.assign({}, ...facets.map(({ names }) => names)) as Catalogue['names'],
  };
}
