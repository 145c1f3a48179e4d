/** Keys of a refused cell that is put right at the check. */
import type { KeyGroup } from '../../lib/keys.ts';

export const repairKeys: KeyGroup<'take' | 'leave'> = {
  id: 'imports.repair',
  title: 'imports:keys.repair.title',
  lines: {
    take: { keys: ['Enter'], label: 'imports:keys.repair.take' },
    leave: { keys: ['Escape'], label: 'imports:keys.repair.leave' },
  },
};
