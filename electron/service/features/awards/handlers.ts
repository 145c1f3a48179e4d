/** Every procedure of the awards. */
import type { awardsContract } from '#shared/awards/contract.ts';
import type { HandlersOf } from '../../context.ts';
import { categoryHandlers } from './categories.ts';
import { editionHandlers } from './editions.ts';
import { jurorHandlers } from './jurors.ts';
import { nomineeHandlers } from './nominees.ts';
import { scoreHandlers } from './scores.ts';

export const awardsHandlers: HandlersOf<typeof awardsContract> = {
  ...editionHandlers,
  ...categoryHandlers,
  ...nomineeHandlers,
  ...jurorHandlers,
  ...scoreHandlers,
};
