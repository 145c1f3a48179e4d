/** Sites, as a kind of record. */
import { searchText } from '../base/common.ts';
import type { RecordKind } from '../kind.ts';
import { siteFilterSchema } from './contract.ts';
import { siteFields } from './fields.ts';

export const siteKinds = [
  {
    table: 'sites',
    fields: siteFields,
    columns: [
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
    narrowing: { search: searchText, filter: siteFilterSchema.prefault({}) },
    hit: 'site',
    reports: ['sites', 'coverage'],
    // A bare list of codes and names is one of sites.
    recognised: { rank: 1 },
    matchedBy: (fields) =>
      fields.has('code') ? 'code' : fields.has('postcode') || fields.has('city') ? 'nameAndPlace' : 'name',
    missing: (fields) => (fields.has('code') ? [] : null),
  },
] as const satisfies readonly RecordKind[];
