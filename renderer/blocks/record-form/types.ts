/** A form told as a list of fields; the same list makes the form of one record and of many. */

export type FieldKind =
  | 'text'
  | 'long'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'choice'
  | 'several'
  | 'suggest'
  | 'site'
  | 'person'
  | 'initiative'
  | 'territory'
  | 'sdgs'
  | 'colour';

export interface FieldSpec {
  /** As in the contract; also the key of its label in the `fields` words. */
  name: string;
  kind: FieldKind;
  required?: boolean;
  /** Two such fields share a line. */
  half?: boolean;
  help?: string;
  /** For `choice`, and for `several`, whose value is the chosen ones joined by commas. */
  choices?: { value: string; label: string }[];
  /** Words to propose for a free text (`suggest`). */
  suggestions?: string[];
}

export type FieldValue = string | number | number[] | null;
export type FormValues = Record<string, FieldValue>;
