/** Keys of the board. */
import type { KeyGroup } from '../../lib/keys.ts';

export const boardKeys: KeyGroup<'take' | 'carry' | 'open' | 'giveUp'> = {
  id: 'campaigns.board',
  title: 'campaigns:keys.board.title',
  lines: {
    take: { keys: ['Space'], label: 'campaigns:keys.board.take' },
    carry: { keys: ['ArrowLeft', 'ArrowRight'], label: 'campaigns:keys.board.carry' },
    open: { keys: ['Enter'], label: 'campaigns:keys.board.open' },
    giveUp: { keys: ['Escape'], label: 'campaigns:keys.board.giveUp' },
  },
};
