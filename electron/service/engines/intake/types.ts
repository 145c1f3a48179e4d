/** What the parts of an import say to each other: rows read, decisions, changes, the plan. */
import type { ImportInput, ImportReport, RowOutcome } from '#shared/import/contract.ts';
import type { NoteCode, Params, ReasonCode } from '#shared/import/outcome.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { FieldValue } from './columns.ts';

export interface Example {
  from: string;
  to: string;
}

/** Stands among the values of a row whose country is not known: its place may not be looked for in another. */
export const countryUnknown = '?country';

/** What the cells of a row say; null takes away what the record holds. */
export type Values = Record<string, FieldValue | null>;

export type Stored = Record<string, string | number | null>;

/** A row that could be read. */
export interface ReadRow {
  line: number;
  values: Values;
  /** The whole row as it stands in the file, the columns that are not read among it. */
  whole: () => string;
  /** The stage the row was put to; null when it is read for the first time. */
  stage: number | null;
  /** No other row of its stage can help any more: what is missing is missing. */
  last: boolean;
}

export interface Change {
  table: string;
  operation: 'insert' | 'update';
  row: Stored;
  id: string;
  /** Written before the insertions: it frees a code that one of them takes. */
  frees?: true;
}

export type Decision =
  | { status: 'created' | 'updated' | 'unchanged'; name: string; changes: RowOutcome['changes'] }
  | { status: 'rejected'; name: string; problems: { field: string | null; reason: ReasonCode; params?: Params }[] }
  /**
   * Refused unless another row of the file makes it possible: asked again when all rows were seen, those of a lower stage
   * (0 when none is said) before those of a higher one.
   */
  | {
      status: 'later';
      name: string;
      problems: { field: string | null; reason: ReasonCode; params?: Params }[];
      stage?: number;
    };

/** What a kind of import knows: its records in memory, and how to judge a row. */
export interface Judge {
  judge: (row: ReadRow) => Decision;
}

export interface JudgeContext {
  raw: RawDatabase;
  input: ImportInput;
  resources: string;
  now: string;
  today: string;
  /** Header of the column that fills a field, for words. */
  columnOf: (field: string) => string | null;
  /** `example` shows what was written and what it was taken for; the first of each note is kept. */
  note: (field: string | null, note: NoteCode, line: number, example?: Example) => void;
  change: (change: Change) => void;
  also: ImportReport['also'];
}

/** Makes the judge of one import once its columns are known. */
export type JudgeOf = (context: JudgeContext) => Judge;
