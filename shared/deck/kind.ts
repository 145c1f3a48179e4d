/** Decks and their slides, as kinds of record. */
import type { RecordKind } from '../kind.ts';

export const deckKinds = [{ table: 'decks' }, { table: 'deckSlides' }] as const satisfies readonly RecordKind[];
