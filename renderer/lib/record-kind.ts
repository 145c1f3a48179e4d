/** The kinds of record that have an address in the page. */
import type { HitKind } from '#shared/kinds.ts';

export type RecordKindName = HitKind;
