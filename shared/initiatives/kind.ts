/** Initiatives, indicators and measurements, as kinds of record. */
import { z } from 'zod';
import { idSchema, searchText } from '../base/common.ts';
import type { RecordKind } from '../kind.ts';
import { initiativeFilterSchema } from './contract.ts';
import { initiativeFields, measurementFields } from './fields.ts';

const narrowing = { search: searchText, filter: initiativeFilterSchema.prefault({}) };

export const initiativeKinds = [
  {
    table: 'initiatives',
    fields: initiativeFields,
    columns: [
      'code',
      'title',
      'summary',
      'status',
      'theme',
      'sdgs',
      'siteCode',
      'lead',
      'replicates',
      'startDate',
      'endDate',
      'notes',
      'id',
    ],
    narrowing,
    hit: 'initiative',
    reports: ['initiatives'],
    recognised: { rank: 3 },
    matchedBy: (fields) => (fields.has('code') ? 'code' : 'titleSiteStart'),
    missing: (fields) => (fields.has('code') ? [] : null),
  },
  { table: 'indicators' },
  {
    table: 'measurements',
    fields: measurementFields,
    columns: [
      'initiative',
      'indicator',
      'date',
      'value',
      'provenance',
      'source',
      'factor',
      'factorVersion',
      'notes',
      'id',
    ],
    /** The measurements of the initiatives of a list, or of those chosen in it. */
    narrowing: { ...narrowing, initiativeIds: z.array(idSchema).max(1_000_000).nullable().default(null) },
    reports: ['measurements'],
    recognised: { rank: 5, needs: ['indicator'] },
    matchedBy: () => 'initiativeIndicatorDate',
  },
] as const satisfies readonly RecordKind[];
