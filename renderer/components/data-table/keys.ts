/** Keys of a table of records. */
import type { KeyGroup } from '../../lib/keys.ts';

export const tableKeys: KeyGroup<
  'range' | 'move' | 'page' | 'ends' | 'open' | 'choose' | 'all' | 'unchoose' | 'remove' | 'width'
> = {
  id: 'table',
  title: 'shell:keys.table.title',
  lines: {
    range: {
      keys: ['Shift+ArrowUp', 'Shift+ArrowDown'],
      also: ['Shift+PageUp', 'Shift+PageDown', 'Shift+Home', 'Shift+End', 'Shift+Space'],
      label: 'shell:keys.table.range',
    },
    move: { keys: ['ArrowUp', 'ArrowDown'], also: ['Mod+ArrowUp', 'Mod+ArrowDown'], label: 'shell:keys.table.move' },
    page: { keys: ['PageUp', 'PageDown'], label: 'shell:keys.table.page' },
    ends: { keys: ['Home', 'End'], also: ['Mod+Home', 'Mod+End'], label: 'shell:keys.table.ends' },
    open: { keys: ['Enter'], also: ['Mod+Enter'], label: 'shell:keys.table.open' },
    choose: { keys: ['Space'], also: ['Mod+Space'], label: 'shell:keys.table.choose' },
    all: { keys: ['Mod+A'], label: 'shell:keys.table.all' },
    unchoose: { keys: ['Escape'], label: 'shell:keys.table.unchoose' },
    remove: { keys: ['Delete'], label: 'shell:keys.table.remove' },
    width: { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], label: 'shell:keys.table.width' },
  },
};
