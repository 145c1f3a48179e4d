/** Keys of the list of slides, of a text of a slide, and of the rehearsal. */
import type { KeyGroup } from '../../lib/keys.ts';

export const railKeys: KeyGroup<'move' | 'ends' | 'carry'> = {
  id: 'deck.rail',
  title: 'deck:keys.rail.title',
  lines: {
    move: { keys: ['ArrowUp', 'ArrowDown'], label: 'deck:keys.rail.move' },
    ends: { keys: ['Home', 'End'], label: 'deck:keys.rail.ends' },
    carry: { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], label: 'deck:keys.rail.carry' },
  },
};

export const textKeys: KeyGroup<'reset'> = {
  id: 'deck.text',
  title: 'deck:keys.text.title',
  lines: {
    reset: { keys: ['Escape'], label: 'deck:keys.text.reset' },
  },
};

export const rehearsalKeys: KeyGroup<'next' | 'back' | 'ends' | 'notes' | 'close'> = {
  id: 'deck.rehearsal',
  title: 'deck:keys.rehearsal.title',
  lines: {
    next: {
      keys: ['ArrowRight', 'ArrowDown', 'Space'],
      also: ['PageDown', 'Enter'],
      label: 'deck:keys.rehearsal.next',
    },
    back: { keys: ['ArrowLeft', 'ArrowUp', 'Backspace'], also: ['PageUp'], label: 'deck:keys.rehearsal.back' },
    ends: { keys: ['Home', 'End'], label: 'deck:keys.rehearsal.ends' },
    notes: { keys: ['N'], label: 'deck:keys.rehearsal.notes' },
    close: { keys: ['Escape'], label: 'deck:keys.rehearsal.close' },
  },
};
