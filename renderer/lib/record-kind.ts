/** The kinds of record that have an address in the page. */
import type { HitKind } from '#shared/kinds.ts';

/** What the search finds, and campaigns, which it does not find yet. */
export type RecordKindName = HitKind | 'campaign';
