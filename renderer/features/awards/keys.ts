/** Keys of the grid of notes, and of the fields of criteria. */
import type { KeyGroup } from '../../lib/keys.ts';

export const gridKeys: KeyGroup<'previous' | 'move' | 'next' | 'reset' | 'paste'> = {
  id: 'awards.grid',
  title: 'awards:keys.grid.title',
  lines: {
    previous: { keys: ['Shift+Enter'], label: 'awards:keys.grid.previous' },
    move: { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'awards:keys.grid.move' },
    next: { keys: ['Enter'], label: 'awards:keys.grid.next' },
    reset: { keys: ['Escape'], label: 'awards:keys.grid.reset' },
    paste: { keys: ['Mod+V'], label: 'awards:keys.grid.paste' },
  },
};

export const criterionKeys: KeyGroup<'keep' | 'reset'> = {
  id: 'awards.criterion',
  title: 'awards:keys.criterion.title',
  lines: {
    keep: { keys: ['Enter'], label: 'awards:keys.criterion.keep' },
    reset: { keys: ['Escape'], label: 'awards:keys.criterion.reset' },
  },
};
