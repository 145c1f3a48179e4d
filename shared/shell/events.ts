/** What the shell tells the page without being asked, and the one object through which the page reaches it. */
import type { Progress } from '../base/define.ts';
import type { FileLoss, WorkspaceInfo } from '../workspace/contract.ts';
import type { Result } from '../base/result.ts';

export type AppEvent =
  | { type: 'progress'; jobId: string; progress: Progress }
  /** Whatever was read before may be answered otherwise now. */
  | { type: 'changed' }
  /** The open file is no longer in its place, or is there again. */
  | { type: 'file'; loss: FileLoss | null }
  | { type: 'workspace'; workspace: WorkspaceInfo | null }
  | { type: 'service'; state: 'stopped' | 'restarted' | 'failed' }
  /** An entry of the native menu was chosen. */
  | { type: 'action'; id: string }
  /** A workspace was opened by double click, from the dock or the command line. */
  | { type: 'openRequest'; path: string }
  | { type: 'filesDropped'; paths: string[] };

/** `window.maillage`, the whole of what the preload script exposes. */
export interface Bridge {
  call: (name: string, input: unknown, jobId?: string) => Promise<Result<unknown>>;
  onEvent: (handler: (event: AppEvent) => void) => () => void;
}
