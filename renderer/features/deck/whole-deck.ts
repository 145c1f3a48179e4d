/** A deck with everything on it, as the service answers. */
import type { OutputOf } from '#shared/contract.ts';

export type WholeDeck = OutputOf<'deck.get'>;
