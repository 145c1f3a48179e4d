/** Keys of a field of one date. */
import type { KeyGroup } from '../lib/keys.ts';

export const dateFieldKeys: KeyGroup<'calendar' | 'take' | 'close'> = {
  id: 'dateField',
  title: 'shell:keys.dateField.title',
  lines: {
    calendar: { keys: ['ArrowDown'], label: 'shell:keys.dateField.calendar' },
    take: { keys: ['Enter'], label: 'shell:keys.dateField.take' },
    close: { keys: ['Escape'], label: 'shell:keys.dateField.close' },
  },
};
