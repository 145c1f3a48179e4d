/** Keys of an open record. */
import type { KeyGroup } from '../lib/keys.ts';

export const recordKeys: KeyGroup<'save' | 'close'> = {
  id: 'record',
  title: 'shell:keys.record.title',
  lines: {
    save: { keys: ['Mod+S'], label: 'shell:keys.record.save' },
    close: { keys: ['Escape'], label: 'shell:keys.record.close' },
  },
};
