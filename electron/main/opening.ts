/** What is asked to be opened before the page can listen: opened while the page loads, and handed over with its first answers. */
import type { Result } from '#shared/base/result.ts';
import type { OutputOf } from '#shared/contract.ts';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { nothingAhead, readAhead, type Ahead, type Ask } from './ahead.ts';
import type { PreferencesStore } from './preferences.ts';

export interface OpeningOptions {
  preferences: PreferencesStore;
  ask: Ask;
  /** The page listens: it opens the file itself, and says why when it cannot. */
  tellPage: (path: string) => void;
  onOpened: (workspace: WorkspaceInfo) => void;
  /** Among the recent files; done when nobody waits any more. */
  remember: (path: string) => void;
}

export interface Opening {
  request: (path: string) => void;
  /** All that the page needs for its first screen; from now on it listens. */
  start: () => Promise<OutputOf<'shell.start'>>;
  /** The answer to come of a read that was asked before the page did, or null. */
  take: Ahead['take'];
  /** Something changed in the file. */
  changed: () => void;
}

export function createOpening({ preferences, ask, tellPage, onOpened, remember }: OpeningOptions): Opening {
  let pageListens = false;
  let requested: string | null = null;
  let opened: WorkspaceInfo | null = null;
  let opening: Promise<void> = Promise.resolve();
  let ahead = nothingAhead;

  /** What cannot be opened is left to the page, which says why. */
  const openAhead = async (path: string): Promise<void> => {
    const result = await ask('workspace.open', { path });
    if (!result.ok || requested !== path) return;
    requested = null;
    opened = result.value as WorkspaceInfo;
    onOpened(opened);
    ahead = readAhead(ask, preferences.get().scopes[opened.path]);
  };

  /** A page that was loaded again finds the file that is open. */
  const current = async (): Promise<WorkspaceInfo | null> => {
    const result = (await ask('workspace.current', {})) as Result<WorkspaceInfo | null>;
    return result.ok ? result.value : null;
  };

  return {
    request: (path) => {
      if (pageListens) {
        tellPage(path);
        return;
      }
      requested = path;
      opening = opening.then(() => openAhead(path));
    },
    start: async () => {
      const isFirst = !pageListens;
      await opening;
      pageListens = true;
      const [path, file] = [requested, opened];
      requested = null;
      opened = null;
      const workspace = file ?? (isFirst ? null : await current());
      const reads = await ahead.answered();
      if (file !== null) setImmediate(() => remember(file.path));
      return { preferences: preferences.get(), requested: path, workspace, reads };
    },
    take: (name, input) => ahead.take(name, input),
    changed: () => ahead.forget(),
  };
}
