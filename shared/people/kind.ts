/** People and their consents, as kinds of record. */
import { searchText } from '../base/common.ts';
import type { RecordKind } from '../kind.ts';
import { personFilterSchema } from './contract.ts';
import { personFields } from './fields.ts';

export const peopleKinds = [
  {
    table: 'people',
    fields: personFields,
    columns: [
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
    narrowing: { search: searchText, filter: personFilterSchema.prefault({}) },
    hit: 'person',
    reports: ['people'],
    recognised: { rank: 2 },
    matchedBy: (fields) => {
      if (fields.has('code')) return fields.has('email') ? 'codeOrEmail' : 'code';
      return fields.has('email') ? 'email' : fields.has('siteCode') ? 'nameAndSite' : 'name';
    },
    // A code, an address or a full name can stand for a name.
    missing: (fields) =>
      ['id', 'lastName', 'fullName', 'code', 'email'].some((field) => fields.has(field)) ? [] : ['lastName'],
  },
  { table: 'consents' },
] as const satisfies readonly RecordKind[];
