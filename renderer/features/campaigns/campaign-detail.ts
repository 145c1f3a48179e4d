/** A campaign with its plan, its targets and its messages, as the service answers. */
import type { OutputOf } from '#shared/contract.ts';

export type CampaignDetail = OutputOf<'campaigns.get'>;
