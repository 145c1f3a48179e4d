/** Keys of the command box. */
import type { KeyGroup } from '../../lib/keys.ts';

export const paletteKeys: KeyGroup<'move' | 'run'> = {
  id: 'palette',
  title: 'shell:keys.palette.title',
  lines: {
    move: { keys: ['ArrowUp', 'ArrowDown'], label: 'shell:keys.palette.move' },
    run: { keys: ['Enter'], label: 'shell:keys.palette.run' },
  },
};
