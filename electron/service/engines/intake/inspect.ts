/** Looks at a file before anything is decided: how it is written, its first rows, and what its columns probably mean. */
import { importKinds, kindOf, type ImportKind } from '#shared/kinds.ts';
import { isOwnReport, ownExport } from '../export-columns.ts';
import type { Inspection, Mapping } from '#shared/import/contract.ts';
import { uncomputed, type Cell } from '#shared/import/cells.ts';
import {
  headerSignature,
  proposeMapping,
  type Column,
  type KnownIndicator,
  type Proposed,
} from '#shared/import/propose.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { fieldOf } from '#shared/import/fields.ts';
import type { Source, SourceRow } from '../../sources/rows.ts';
import { peopleReferences, type KnownPerson } from '../../domain/people/references.ts';
import { proposeFitting, type FitContext } from './column-fit.ts';
import { codeIndex } from './lookup.ts';

const previewRows = 50;
/** So many rows tell what the columns hold. */
const sampledRows = 1000;

const shown = (cell: Cell): string | number | boolean | null =>
  typeof cell === 'object' && cell !== null ? (cell.error === uncomputed.error ? null : cell.error) : cell;

/** Among kinds that fit alike the first is meant. */
const byLikelihood = importKinds.toSorted((a, b) => rankOf(a) - rankOf(b));
function rankOf(kind: ImportKind): number {
  return kindOf(kind).recognised?.rank ?? 10;
}

/** By how much another kind must fit better before the user's own choice is doubted. */
const clearly = 1.25;

/** How much of the file a kind explains; none without the columns that make it. */
function fitOf(kind: ImportKind, columns: Column[], indicators: KnownIndicator[]): number {
  const proposals = proposeMapping(kind, columns, indicators);
  const has = (field: string): boolean => proposals.some((one) => one.field === field);
  const { needs = [], outright = [] } = kindOf(kind).recognised ?? {};
  if (!needs.every(has)) return 0;
  // Where the other columns are those of another kind, only a header that says so outright makes a file of this one.
  if (!outright.every((field) => proposals.some((one) => one.field === field && one.score >= 0.9))) return 0;
  return proposals.reduce((sum, proposal) => sum + proposal.score, 0) / Math.sqrt(columns.length);
}

/** The kind of a list that this app wrote, all of whose columns are that kind's own; null for any other file. */
function ownKind(columns: Column[]): ImportKind | null {
  return (
    byLikelihood.find(
      (kind) =>
        ownExport(
          kind,
          columns.map(({ name }) => name),
        )?.size === columns.length,
    ) ?? null
  );
}

/** The kind whose fields the columns fill best; the one asked for unless another fits clearly better. */
function likelyKind(columns: Column[], indicators: KnownIndicator[], wanted: ImportKind | null): ImportKind {
  const own = ownKind(columns);
  if (own !== null) return own;
  let best = { kind: wanted ?? 'sites', fit: wanted === null ? 0 : clearly * fitOf(wanted, columns, indicators) };
  for (const kind of byLikelihood) {
    const fit = fitOf(kind, columns, indicators);
    if (fit > best.fit) best = { kind, fit };
  }
  return best.kind;
}

/** The latest mapping whose columns are all in this file: next month's export with a column more, or less of what was never read. */
function fitting(raw: RawDatabase, kind: ImportKind, columns: string[]): Mapping | null {
  const known = raw
    .prepare('select mapping from importMappings where kind = ? order by updatedAt desc, id desc limit 50')
    .pluck()
    .all(kind) as string[];
  return (
    known
      .map((text) => JSON.parse(text) as Mapping)
      .find(
        (mapping) =>
          Object.keys(mapping).length > 1 && Object.keys(mapping).every((column) => columns.includes(column)),
      ) ?? null
  );
}

/** The mapping of an earlier import for the columns that are still there; `isSame` when that file had the same header. */
function rememberedMapping(
  raw: RawDatabase,
  kind: ImportKind,
  columns: string[],
): { mapping: Mapping; isSame: boolean } | null {
  const same = raw
    .prepare('select mapping from importMappings where kind = ? and signature = ?')
    .pluck()
    .get(kind, headerSignature(columns)) as string | undefined;
  const mapping = same === undefined ? fitting(raw, kind, columns) : (JSON.parse(same) as Mapping);
  if (mapping === null) return null;
  return {
    mapping: Object.fromEntries(
      Object.entries(mapping).filter(([column, field]) => columns.includes(column) && fieldOf(kind, field) !== null),
    ),
    isSame: same !== undefined,
  };
}

function fitContext(raw: RawDatabase, kind: ImportKind, source: Source, sample: SourceRow[]): FitContext {
  const people = raw.prepare('select id, code, email, firstName, lastName from people').all() as KnownPerson[];
  const codes = codeIndex(people);
  const { find } = peopleReferences(people, (text) => {
    const found = codes.find(text);
    return found === 'ambiguous' ? found : (found?.id ?? null);
  });
  return {
    kind,
    source,
    rows: sample.filter(({ broken }) => broken === undefined),
    country: raw.prepare('select country from organisation').pluck().get() as string,
    knowsPerson: (text) => find(text) !== null,
  };
}

/** What is known of some columns, with what is proposed for the others: a file with a column more than the last has it read too. */
function besides(known: ReadonlyMap<string, string>, { proposals, leftOut }: Proposed): Proposed {
  const taken = new Set(known.values());
  const isFree = ({ column, field }: { column: string; field: string }): boolean =>
    !known.has(column) && !taken.has(field);
  return {
    proposals: [...[...known].map(([column, field]) => ({ column, field, score: 1 })), ...proposals.filter(isFree)],
    leftOut: leftOut.filter(isFree),
  };
}

export async function inspectSource(raw: RawDatabase, source: Source, wanted: ImportKind | null): Promise<Inspection> {
  const sample: SourceRow[] = [];
  for await (const rows of source.rows()) {
    sample.push(...rows.slice(0, sampledRows - sample.length));
    if (sample.length === sampledRows) break;
  }
  const preview: Inspection['preview'] = sample
    .slice(0, previewRows)
    .map((row) => ({ line: row.line, cells: row.cells.slice(0, source.columns.length).map(shown) }));
  const columns = source.columns.map((name, index): Column => ({
    name,
    sample: preview.map((row) => row.cells[index] ?? null),
  }));
  const indicators = raw.prepare('select code, name, nameEn, unit from indicators').all() as KnownIndicator[];
  const likely = likelyKind(columns, indicators, wanted);
  const kind = wanted ?? likely;
  const remembered = rememberedMapping(raw, kind, source.columns);
  const known = remembered === null ? ownExport(kind, source.columns) : new Map(Object.entries(remembered.mapping));
  const proposed = (): Proposed => proposeFitting(fitContext(raw, kind, source, sample), columns, indicators);
  const { proposals, leftOut }: Proposed =
    known === null
      ? proposed()
      : besides(known, remembered === null || remembered.isSame ? { proposals: [], leftOut: [] } : proposed());
  return {
    format: source.format,
    size: source.size,
    encoding: source.encoding,
    encodingFault: source.encodingFault,
    delimiter: source.delimiter,
    sheets: source.sheets,
    sheet: source.sheet,
    headerLine: source.headerLine,
    columns: source.columns,
    hiddenColumns: source.hiddenColumns.map((index) => source.columns[index] ?? ''),
    hiddenRows: source.hiddenRows,
    mergedCells: source.mergedCells,
    preview,
    kind,
    likelyKind: likely,
    isReport: isOwnReport(source.columns),
    proposals,
    leftOut,
    remembered: remembered !== null,
  };
}
