/** Territories, as a kind of record. */
import type { RecordKind } from '../kind.ts';
import { territoryFields } from './fields.ts';

export const territoryKinds = [
  {
    table: 'territories',
    fields: territoryFields,
    columns: ['code', 'name', 'kind', 'parent', 'colour', 'id'],
    narrowing: {},
    hit: 'territory',
    recognised: { rank: 4 },
    matchedBy: (fields) => (fields.has('code') ? 'code' : fields.has('parent') ? 'nameAndParent' : 'name'),
    missing: (fields) => (fields.has('code') ? [] : null),
  },
] as const satisfies readonly RecordKind[];
