/** Keys of a table whose rows stand in a tree. */
import type { KeyGroup } from '../lib/keys.ts';

export const treeKeys: KeyGroup<'move' | 'fold' | 'ends' | 'open'> = {
  id: 'tree',
  title: 'shell:keys.tree.title',
  lines: {
    move: { keys: ['ArrowUp', 'ArrowDown'], label: 'shell:keys.tree.move' },
    fold: { keys: ['ArrowLeft', 'ArrowRight'], label: 'shell:keys.tree.fold' },
    ends: { keys: ['Home', 'End'], label: 'shell:keys.tree.ends' },
    open: { keys: ['Enter'], label: 'shell:keys.tree.open' },
  },
};
