/** Campaigns and what they are made of, as kinds of record. */
import { searchText } from '../base/common.ts';
import type { RecordKind } from '../kind.ts';
import { campaignFilterSchema } from './contract.ts';
import { campaignFields } from './fields.ts';

export const campaignKinds = [
  {
    table: 'campaigns',
    hit: 'campaign',
    fields: campaignFields,
    columns: [
      'code',
      'title',
      'status',
      'theme',
      'pillar',
      'sdgs',
      'objective',
      'owner',
      'startDate',
      'endDate',
      'budget',
      'colour',
      'notes',
      'id',
    ],
    narrowing: { search: searchText, filter: campaignFilterSchema.prefault({}) },
    reports: ['campaigns', 'load'],
    // The other columns are those of initiatives: only a header that says so outright makes a file of campaigns.
    recognised: { rank: 7, outright: ['title', 'startDate'] },
    matchedBy: () => 'titleAndStart',
  },
  { table: 'campaignTargets' },
  { table: 'campaignPhases' },
  { table: 'campaignTasks' },
  { table: 'campaignTaskLinks' },
  { table: 'kitItems' },
] as const satisfies readonly RecordKind[];
