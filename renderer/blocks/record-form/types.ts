/** A form told as a list of fields; the same list makes the form of one record and of many. */

import type { ReactNode } from 'react';

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
  | 'colour'
  /** Filled in by `render`; its value is a text that only its owner reads. */
  | 'own';

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
  /** For `own`. */
  render?: (field: OwnField) => ReactNode;
}

/** What a field of its own kind gets of the form around it. */
export interface OwnField {
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  error: string | null;
  disabled: boolean;
  /** Of the whole form, as typed. */
  values: FormValues;
  /** Whether this field holds something that is not saved. */
  dirty: boolean;
  fill: (change: FormValues) => void;
}

export type FieldValue = string | number | number[] | null;
export type FormValues = Record<string, FieldValue>;
