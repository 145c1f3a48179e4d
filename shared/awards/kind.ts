/** What an edition of the prize is made of, as kinds of record. */
import type { RecordKind } from '../kind.ts';
import { scoreFields } from './fields.ts';

export const awardKinds = [
  { table: 'awardEditions', hit: 'edition' },
  { table: 'awardCategories' },
  { table: 'awardCriteria' },
  { table: 'nominees' },
  { table: 'jurors' },
  { table: 'recusals' },
  {
    table: 'scores',
    // Scores go out with their edition, in reports.
    fields: scoreFields,
    reports: ['ranking'],
    recognised: { rank: 6, needs: ['juror', 'criterion'] },
    matchedBy: () => 'jurorNomineeCriterion',
  },
  { table: 'awardDecisions' },
] as const satisfies readonly RecordKind[];
