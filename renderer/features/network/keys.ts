/** Keys of the map. Moving and zooming are heard by the map itself. */
import type { KeyGroup } from '../../lib/keys.ts';

export const mapKeys: KeyGroup<'pan' | 'zoom' | 'add' | 'pick' | 'giveUp'> = {
  id: 'network.map',
  title: 'network:keys.map.title',
  lines: {
    pan: { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'network:keys.map.pan' },
    zoom: { keys: ['+', '-'], label: 'network:keys.map.zoom' },
    add: { keys: ['Shift+Enter'], also: ['Mod+Enter'], label: 'network:keys.map.add' },
    pick: { keys: ['Enter'], label: 'network:keys.map.pick' },
    giveUp: { keys: ['Escape'], label: 'network:keys.map.giveUp' },
  },
};
