/** A campaign as the views of the plan draw it. */
import type { OutputOf } from '#shared/contract.ts';

export type PlanBar = OutputOf<'campaigns.plan'>['campaigns'][number];
