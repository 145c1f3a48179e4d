/** Notices that what reads answer may have changed: by this process, by another one on the same file, or by midnight. */
import { localDate } from '#shared/base/days.ts';
import { changesBehind } from './database/dialect.ts';
import type { Service } from './service.ts';
import type { Workspace } from './workspace.ts';

/** Reads answer from the reading connection, on the day of the call: nothing else can change what they say. */
function stampOf({ reader, copies, pictures, folded }: Workspace): string {
  return [changesBehind(reader) - folded, copies, pictures, localDate(new Date())].join(' ');
}

/**
 * The answer of the returned function says whether anything has changed since it was last called: cheap enough to be called
 * after every call and every few seconds. Nobody has to name what a procedure changes, so none can be forgotten. Another
 * workspace in the place of the first is no change: whoever opens it forgets what was read before.
 */
export function watchChanges(service: Service): () => boolean {
  let seen: { workspace: Workspace | null; stamp: string } = { workspace: null, stamp: '' };
  return () => {
    const { workspace } = service;
    const stamp = workspace === null ? '' : stampOf(workspace);
    const changed = workspace === seen.workspace && stamp !== seen.stamp;
    seen = { workspace, stamp };
    return changed;
  };
}
