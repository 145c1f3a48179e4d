/** The answers of sites to campaigns, as a kind of record. */
import { searchText } from '../base/common.ts';
import type { RecordKind } from '../kind.ts';
import { adoptionFilterSchema } from './contract.ts';
import { adoptionFields } from './fields.ts';

export const adoptionKinds = [
  {
    table: 'adoptions',
    fields: adoptionFields,
    columns: ['campaign', 'siteCode', 'status', 'what', 'why', 'answeredOn', 'answeredBy', 'id'],
    narrowing: { search: searchText, filter: adoptionFilterSchema.prefault({}) },
    reports: ['adoptions'],
    recognised: { rank: 8, outright: ['campaign', 'siteCode', 'status'] },
    matchedBy: () => 'campaignAndSite',
  },
] as const satisfies readonly RecordKind[];
