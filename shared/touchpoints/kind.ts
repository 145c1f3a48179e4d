/** Touchpoints, as a kind of record. */
import { searchText } from '../base/common.ts';
import type { RecordKind } from '../kind.ts';
import { touchpointFilterSchema } from './contract.ts';
import { touchpointFields } from './fields.ts';

export const touchpointRecordKinds = [
  {
    table: 'touchpoints',
    fields: touchpointFields,
    columns: ['person', 'date', 'kind', 'summary', 'author', 'id'],
    narrowing: { search: searchText, filter: touchpointFilterSchema.prefault({}) },
    hit: 'touchpoint',
    // Its columns have everyday names: only a header that names the contact makes a file of touchpoints.
    recognised: { rank: 9, needs: ['date'], outright: ['person', 'kind'] },
  },
] as const satisfies readonly RecordKind[];
