/** What the service does when nothing is asked of it: it gives back the memory that its last work needed. */
import { collect } from './database/memory.ts';
import type { Workspace } from './workspace.ts';

/**
 * Pages of the file that were kept for reading again, and what the collector can free: about 30 MB after the first screen,
 * hundreds after an import. For a moment in which nobody waits.
 */
export function giveMemoryBack(workspace: Workspace | null): void {
  for (const db of [workspace?.reader, workspace?.writer]) if (db?.open === true) db.pragma('shrink_memory');
  collect();
}
