/** What a field of an import is: its type, and the header words by which people call it. */
import type { EnumName } from './enums.ts';

export type FieldType =
  | 'name'
  | 'text'
  | 'longText'
  | 'code'
  | 'postcode'
  | 'country'
  | 'integer'
  | 'number'
  | 'hours'
  | 'date'
  | 'endDate'
  | 'email'
  | 'phone'
  | 'colour'
  | 'lang'
  | 'sdgs'
  | 'degrees'
  | 'place'
  | 'reference'
  | 'id'
  /** A closed list of the kind's own, in `choices`. */
  | 'choice'
  | EnumName;

export interface Field {
  name: string;
  type: FieldType;
  /** A record cannot be created without it (or without another field that stands for it, see the kind's rules). */
  required?: true;
  /** Whole headers, folded and without punctuation, that mean this field. */
  words: string[];
  /** Words that mean this field only when nothing else fits better. */
  weak?: string[];
  /** For `choice`: the list's name among the terms, and the words by which people write each of its codes. */
  choices?: { list: string; words: Record<string, string[]> };
}
