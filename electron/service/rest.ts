/** What the service does when nothing is asked of it: it gives back the memory that its last work needed. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Workspace } from './workspace.ts';

/** The collector, which Node gives only to who asks for it by a flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/**
 * Pages of the file that were kept for reading again, and what the collector can free: about 30 MB after the first screen,
 * hundreds after an import. Costs some 20 ms, so it is for a moment in which nobody waits.
 */
export function giveMemoryBack(workspace: Workspace | null): void {
  for (const db of [workspace?.reader, workspace?.writer]) if (db?.open === true) db.pragma('shrink_memory');
  collector()();
}
