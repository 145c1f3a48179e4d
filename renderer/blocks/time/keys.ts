/** Keys of the year, the month, the timeline and the board. */
import type { KeyGroup } from '../../lib/keys.ts';

export const yearKeys: KeyGroup<'move' | 'ends' | 'begin'> = {
  id: 'time.year',
  title: 'calendar:keys.year.title',
  lines: {
    move: { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'calendar:keys.year.move' },
    ends: { keys: ['Home', 'End'], label: 'calendar:keys.year.ends' },
    begin: { keys: ['Enter'], label: 'calendar:keys.year.begin' },
  },
};

export const monthKeys: KeyGroup<'carry' | 'move' | 'ends' | 'page' | 'open' | 'giveUp'> = {
  id: 'time.month',
  title: 'calendar:keys.month.title',
  lines: {
    carry: {
      keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight'],
      label: 'calendar:keys.month.carry',
    },
    move: { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'calendar:keys.month.move' },
    ends: { keys: ['Home', 'End'], label: 'calendar:keys.month.ends' },
    page: { keys: ['PageUp', 'PageDown'], label: 'calendar:keys.month.page' },
    open: { keys: ['Enter', 'Space'], label: 'calendar:keys.month.open' },
    giveUp: { keys: ['Escape'], label: 'calendar:keys.month.giveUp' },
  },
};

export const timelineKeys: KeyGroup<
  'move' | 'end' | 'start' | 'go' | 'page' | 'ends' | 'open' | 'unfold' | 'menu' | 'giveUp' | 'zoom' | 'today'
> = {
  id: 'time.timeline',
  title: 'calendar:keys.timeline.title',
  lines: {
    move: {
      keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight'],
      label: 'calendar:keys.timeline.move',
    },
    end: {
      keys: ['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'],
      label: 'calendar:keys.timeline.end',
    },
    start: {
      keys: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'],
      label: 'calendar:keys.timeline.start',
    },
    go: { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'calendar:keys.timeline.go' },
    page: { keys: ['PageUp', 'PageDown'], label: 'calendar:keys.timeline.page' },
    ends: { keys: ['Home', 'End'], label: 'calendar:keys.timeline.ends' },
    open: { keys: ['Enter'], label: 'calendar:keys.timeline.open' },
    unfold: { keys: ['Space'], label: 'calendar:keys.timeline.unfold' },
    menu: { keys: ['Shift+F10'], also: ['ContextMenu'], label: 'calendar:keys.timeline.menu' },
    giveUp: { keys: ['Escape'], label: 'calendar:keys.timeline.giveUp' },
    zoom: { keys: ['+', '-'], also: ['='], label: 'calendar:keys.timeline.zoom' },
    today: { keys: ['T'], label: 'calendar:keys.timeline.today' },
  },
};

export const dateKeys: KeyGroup<'keep' | 'giveUp'> = {
  id: 'time.date',
  title: 'calendar:keys.date.title',
  lines: {
    keep: { keys: ['Enter'], label: 'calendar:keys.date.keep' },
    giveUp: { keys: ['Escape'], label: 'calendar:keys.date.giveUp' },
  },
};

export const heatKeys: KeyGroup<'move' | 'page' | 'corners' | 'ends' | 'open' | 'close'> = {
  id: 'time.heat',
  title: 'calendar:keys.heat.title',
  lines: {
    move: {
      keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
      also: ['Mod+ArrowUp', 'Mod+ArrowDown', 'Mod+ArrowLeft', 'Mod+ArrowRight'],
      label: 'calendar:keys.heat.move',
    },
    page: { keys: ['PageUp', 'PageDown'], label: 'calendar:keys.heat.page' },
    corners: { keys: ['Mod+Home', 'Mod+End'], label: 'calendar:keys.heat.corners' },
    ends: { keys: ['Home', 'End'], label: 'calendar:keys.heat.ends' },
    open: { keys: ['Enter', 'Space'], label: 'calendar:keys.heat.open' },
    close: { keys: ['Escape'], label: 'calendar:keys.heat.close' },
  },
};
