/** Parts of the page that are loaded when they are first shown, or before that, when the page has nothing else to do. */
import { use, type ComponentType, type FunctionComponent, type ReactNode } from 'react';

export interface Lazily<P> extends FunctionComponent<P> {
  /** Loads it; once that is done it is shown without waiting. */
  load: () => Promise<unknown>;
}

/** Unlike React's own, a part that is loaded already never shows what stands in for it while it loads. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazily<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<ComponentType<P>> | null = null;
  const begin = (): Promise<ComponentType<P>> => {
    loading ??= load().then((part) => {
      loaded = part;
      return part;
    });
    return loading;
  };
  function Part(props: P): ReactNode {
    const Loaded = loaded ?? use(begin());
    return <Loaded {...props} />;
  }
  return Object.assign(Part, { load: begin });
}

/** Calls back once the page has nothing else to do; what it answers calls it off. */
export function whenIdle(run: () => void): () => void {
  const asked = requestIdleCallback(run, { timeout: 2000 });
  return () => cancelIdleCallback(asked);
}

/** Loads a screen before it is gone to, as the pointer or the keys reach its name. */
export function loadAhead(component: ComponentType): void {
  if ('load' in component) void (component as Lazily<object>).load();
}
