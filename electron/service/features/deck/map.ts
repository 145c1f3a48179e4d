/** The network's map for a slide, drawn in the theme's colours. */
import type { Language } from '#shared/contract/common.ts';
import type { Theme } from '#shared/deck/themes.ts';
import type { AnyDb } from '../../database/tables.ts';

export interface DeckMap {
  svg: string;
  width: number;
  height: number;
}

export async function mapOf(_db: AnyDb, _theme: Theme, _lang: Language): Promise<DeckMap | null> {
  return null;
}
