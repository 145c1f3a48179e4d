/** An open workspace: its connections, its lock, its place in the queue of writes, and what has become of its file. */
import type { Kysely } from 'kysely';
import type { FileLoss, ReadOnlyReason } from '#shared/workspace/contract.ts';
import type { RawDatabase } from './database/connect.ts';
import type { WorkspaceLock } from './database/lock.ts';
import type { Presence } from './database/presence.ts';
import type { Tables } from './database/tables.ts';

export interface Workspace {
  path: string;
  /** Why it cannot be written; null when it can. */
  readOnly: ReadOnlyReason | null;
  /** Null in a read-only workspace. */
  writer: RawDatabase | null;
  writerDb: Kysely<Tables> | null;
  reader: RawDatabase;
  readerDb: Kysely<Tables>;
  lock: WorkspaceLock | null;
  presence: Presence;
  /** Set as long as the file in its place is not the one that was opened, or not as we left it. */
  loss: FileLoss | null;
  /** Told whenever `loss` changes. */
  onLoss: (loss: FileLoss | null) => void;
  /** Whether the next change is the first of its log, which begins with a new mark. */
  isLogNew: boolean;
  /** Whether the file has got a mark of this opening, which no copy made of it before can bear. */
  hasOwnMark: boolean;
  /** Where a log lies that did not belong to the file and was put aside at opening. */
  logAside: string | null;
  /** The last place in the queue of writes: each waits for the one before. */
  queue: Promise<unknown>;
  /** Waits to fold the log into the file. */
  rest: NodeJS.Timeout | null;
  backupFolder: string;
  /** Of a read-only workspace: where the copy lies that is read. */
  privateFolder: string | null;
  /** Where a rescue copy goes when there is no folder beside the file any more. */
  rescueFolder: string | null;
  /** How many copies were made of it since it was opened. */
  copies: number;
  /** Of a read-only workspace: how often it was read anew because its file had changed. */
  pictures: number;
  /** By how much folding in the log has moved the reader's count of changes, which are none. */
  folded: number;
}
