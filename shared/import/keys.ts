/** By what a row finds its record, said before anything is changed. */
import { fieldsOf, type ImportKind } from './fields.ts';

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
] as const;
export type MatchKey = (typeof matchKeys)[number];

/** The key of a file of that kind whose columns fill these fields. Rows without a code in a file with codes go by the natural key. */
export function matchKey(kind: ImportKind, fields: ReadonlySet<string>): MatchKey {
  if (fields.has('id')) return 'id';
  if (kind === 'measurements') return 'initiativeIndicatorDate';
  if (kind === 'scores') return 'jurorNomineeCriterion';
  if (fields.has('code')) return kind === 'people' && fields.has('email') ? 'codeOrEmail' : 'code';
  if (kind === 'people') return fields.has('email') ? 'email' : fields.has('siteCode') ? 'nameAndSite' : 'name';
  if (kind === 'sites') return fields.has('postcode') || fields.has('city') ? 'nameAndPlace' : 'name';
  if (kind === 'territories') return fields.has('parent') ? 'nameAndParent' : 'name';
  return 'titleSiteStart';
}

/** What must be mapped and is not: a code or a full name can stand for a name. */
export function missingFields(kind: ImportKind, fields: ReadonlySet<string>): string[] {
  if (kind === 'people')
    return fields.has('lastName') || fields.has('fullName') || fields.has('code') || fields.has('email')
      ? []
      : ['lastName'];
  if (
    fields.has('id') ||
    ((kind === 'sites' || kind === 'initiatives' || kind === 'territories') && fields.has('code'))
  )
    return [];
  return fieldsOf[kind]
    .filter((field) => field.required === true && !fields.has(field.name))
    .map((field) => field.name);
}
