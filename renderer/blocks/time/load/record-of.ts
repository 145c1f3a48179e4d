/** The record that what asks something of a site belongs to: where its name leads. */
import type { LoadItem } from '#shared/load/contract.ts';
import type { TimeRecord } from '../../../lib/time-source.ts';

/** Campaigns ask, and their tasks. */
export const recordOf = ({ campaignId }: LoadItem): TimeRecord => ({ kind: 'campaign', id: campaignId });
