/** What is said once of a kind of record: from it follow import, lists, history, search and the order of writing. */
import type { z } from 'zod';
import type { Field } from './import/field.ts';

/** By what a row finds its record; the words are `notes.key`. */
export const matchKeys = [
  'id',
  'code',
  'codeOrEmail',
  'email',
  'nameAndSite',
  'name',
  'nameAndPlace',
  'nameAndParent',
  'titleSiteStart',
  'initiativeIndicatorDate',
  'jurorNomineeCriterion',
  'titleAndStart',
  'campaignAndSite',
  'requiredFields',
] as const;
export type MatchKey = (typeof matchKeys)[number];

export interface RecordKind {
  /** The table that holds its records; the history follows it. Tables stand in the order of writing: what is referred to first. */
  table: string;
  /** What a file of such records can fill; absent where none is taken in. */
  fields?: readonly Field[];
  /** The fields in which its list leaves the app, as a person reads them, the record's id last; absent where no list does. */
  columns?: readonly string[];
  /** What narrows its list on the way out, as fields of the call. */
  narrowing?: z.ZodRawShape;
  /** The word for one such record, when the search finds it. */
  hit?: string;
  /** The reports that are about it. */
  reports?: readonly string[];
  /** How a file shows that it is one of these; without it the columns that fit speak for themselves. */
  recognised?: {
    /** Fields without which no file is taken for one of these, however faintly they are called. */
    needs?: readonly string[];
    /** Fields whose header says so outright. */
    outright?: readonly string[];
    /** Among kinds that fit alike the lowest is meant; 10 unless said. */
    rank?: number;
  };
  /** By what a row finds its record once these fields are mapped and none is the id; all required fields together unless said. */
  matchedBy?: (fields: ReadonlySet<string>) => MatchKey;
  /** What of the required fields is still missing, where something else can stand for them. */
  missing?: (fields: ReadonlySet<string>) => readonly string[] | null;
}
