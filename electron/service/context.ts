/** What a handler receives beside its input, by the kind of its procedure. */
import type { CheckedInputOf, OutputOf, ProcedureName } from '#shared/contract.ts';
import type { Procedure, Progress } from '#shared/base/define.ts';
import type { Language } from '#shared/base/common.ts';
import type { z } from 'zod';
import type { RawDatabase } from './database/connect.ts';
import type { ReadDb, WriteDb } from './database/tables.ts';
import type { Service } from './service.ts';
import type { Workspace } from './session.ts';

/** What the surroundings (window shell or terminal) can do for the service. */
export interface Host {
  /** Prints an HTML file to PDF, one page a slide. Absent where no Electron can be had. */
  printPdf?: (htmlPath: string, outPath: string, page: { widthInches: number; heightInches: number }) => Promise<void>;
  /** Takes the bytes of an export meant for the terminal itself (`-`). Absent in the window. */
  pipe?: (bytes: Uint8Array) => Promise<void>;
  /** Folder of the bundled resources (maps, fonts, gazetteer). */
  resources: string;
  /** Folder for what only lives as long as the process. */
  temporary: string;
}

interface Base {
  host: Host;
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

export type { CheckedInputOf, OutputOf, ProcedureName };
