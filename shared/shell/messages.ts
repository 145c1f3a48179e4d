/** What the shell and the service say to each other; the same messages over a child process or a utility process. */
import type { Language } from '../base/common.ts';
import type { Progress } from '../base/define.ts';
import type { Result } from '../base/result.ts';
import type { FileLoss } from '../workspace/contract.ts';

export type ToService =
  | {
      type: 'start';
      resources: string;
      temporary: string;
      rescue: string;
      backupFolder: string | null;
      canPrint: boolean;
    }
  | { type: 'call'; id: number; name: string; input: unknown; lang: Language; actor: string; jobId: string | null }
  | { type: 'backupFolder'; folder: string | null }
  | { type: 'printed'; id: number; error: { text: string; code: string | null } | null }
  /** Close the workspace and end. */
  | { type: 'stop' };

export type FromService =
  | { type: 'ready' }
  | { type: 'result'; id: number; result: Result<unknown> }
  | { type: 'progress'; jobId: string; progress: Progress }
  /** Whatever was read before may be answered otherwise now. */
  | { type: 'changed' }
  /** The open file is no longer in its place, or is there again. */
  | { type: 'file'; loss: FileLoss | null }
  | { type: 'print'; id: number; htmlPath: string; outPath: string; widthInches: number; heightInches: number }
  | { type: 'log'; id: string; procedure: string; text: string };
