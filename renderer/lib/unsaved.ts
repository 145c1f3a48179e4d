/** Which parts of a panel hold something that was typed and is not saved: the part says so, its tab shows it, and what it would spoil waits. */
import { createContext, use, useEffect, useId } from 'react';

export interface Unsaved {
  /** Told by every editor of the part, under a name of its own. */
  report: (editor: string, dirty: boolean) => void;
  /** Whether any part of the panel holds something. */
  any: boolean;
}

const nowhere: Unsaved = { report: () => undefined, any: false };

export const UnsavedContext = createContext<Unsaved>(nowhere);

/** Says whether this editor holds something unsaved; one that goes away holds nothing. */
export function useReportUnsaved(dirty: boolean): void {
  const id = useId();
  const { report } = use(UnsavedContext);
  useEffect(() => {
    report(id, dirty);
    return () => report(id, false);
  }, [id, dirty, report]);
}

/** Whether the panel around holds something unsaved. */
export function useHasUnsaved(): boolean {
  return use(UnsavedContext).any;
}
