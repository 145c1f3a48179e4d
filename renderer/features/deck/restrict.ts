/** A dragged slide moves up and down only, as its list does. */
import type { Modifier } from '@dnd-kit/core';

export const restrictToVertical: Modifier = ({ transform }) => ({ ...transform, x: 0 });
