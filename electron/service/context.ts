/** What a handler receives beside its input, by the kind of its procedure. */
import type { Procedure, Progress } from '#shared/base/define.ts';
import type { Language } from '#shared/base/common.ts';
import type { z } from 'zod';
import type { Catalogue } from './engines/facets.ts';
import type { RawDatabase } from './database/connect.ts';
import type { ReadDb, WriteDb } from './database/tables.ts';
import type { Service } from './service.ts';
import type { Workspace } from './workspace.ts';
import type { Host } from './host.ts';

/** What every handler receives. */
export interface Base {
  host: Host;
  /** What the features give to the engines. */
  catalogue: Catalogue;
  /** The language of the person who asks. */
  lang: Language;
  /** The moment of the call, ISO 8601 in UTC. */
  now: string;
  /** The local calendar date of the call. */
  today: string;
}

export interface ReadContext extends Base {
  db: ReadDb;
  raw: RawDatabase;
  workspace: Workspace;
}

export interface WriteContext extends Base {
  db: WriteDb;
  raw: RawDatabase;
  actor: string;
  /** Adds to what the history says of this action, e.g. `{ count: 12, name: 'Lyon' }`. */
  note: (facts: Record<string, string | number | boolean | null>) => void;
}

export interface JobContext extends Base {
  db: ReadDb;
  raw: RawDatabase;
  workspace: Workspace;
  signal: AbortSignal;
  progress: (progress: Progress) => void;
  /** Lets other calls in and throws `cancelled` when the user asked to stop. Call it every few milliseconds of work. */
  breathe: () => Promise<void>;
  /** A connection of its own that sees one state of the data; to be closed by whoever asked. */
  snapshot: () => RawDatabase;
  /** One transaction, one step of undo; the whole of it or nothing. */
  write: <T>(run: (context: WriteContext) => Promise<T>) => Promise<T>;
}

export interface SessionContext extends Base {
  service: Service;
  origin: 'app' | 'cli';
  actor: string;
  signal: AbortSignal;
  progress: (progress: Progress) => void;
}

type ContextOf<P> = P extends { kind: 'read' }
  ? ReadContext
  : P extends { kind: 'write' }
    ? WriteContext
    : P extends { kind: 'job' }
      ? JobContext
      : SessionContext;

/** The handlers a feature owes for its contract: a missing one is a compile error. */
export type HandlersOf<C extends Record<string, Procedure>> = {
  [N in keyof C]: (
    context: ContextOf<C[N]>,
    input: z.output<C[N]['input']>,
  ) => Promise<z.output<C[N]['output']>> | z.output<C[N]['output']>;
};
