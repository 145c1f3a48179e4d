/** The open or closed state of the search box, in the form that the library asks for. */
import { createSpotlight, type SpotlightStore } from '@mantine/spotlight';

interface Box {
  store: SpotlightStore;
  actions: { open: () => void; close: () => void };
}

export function createSpotlightStore(): Box {
  const [store, actions] = createSpotlight();
  return { store, actions };
}
