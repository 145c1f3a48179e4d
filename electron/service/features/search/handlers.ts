/** One search over all that features let be found. */
import { fold } from '#shared/base/fold.ts';
import type { searchContract } from '#shared/search/contract.ts';
import type { HandlersOf } from '../../context.ts';

export const searchHandlers: HandlersOf<typeof searchContract> = {
  'search.all': async ({ db, catalogue }, { text, limit }) => {
    if (fold(text) === '') return { rows: [] };
    const found = await Promise.all(catalogue.finders.map((find) => find(db, text, limit)));
    return { rows: found.flat() };
  },
};
