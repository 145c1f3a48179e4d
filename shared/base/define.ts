/** How a procedure is declared: its kind, what goes in and what comes out. */
import type { z } from 'zod';

/**
 * - `read`: answers from the last committed state, cannot write.
 * - `write`: runs in one transaction, which is one step of undo.
 * - `job`: long; reports progress, can be cancelled, leaves its whole result or nothing.
 * - `session`: opens, closes and looks after the workspace itself.
 * - `shell`: the window, dialogs and preferences; answered by the shell, absent from the command line.
 */
export type ProcedureKind = 'read' | 'write' | 'job' | 'session' | 'shell';

export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: ProcedureKind;
  input: I;
  output: O;
  /**
   * Only for a read whose answer follows from its input and from the application's own files, whatever the data, the day and
   * the language: it alone is not asked again when something has changed (renderer/lib/freshness.ts).
   */
  static?: boolean;
}

interface Shape<I extends z.ZodType, O extends z.ZodType> {
  input: I;
  output: O;
}
type Declared<K extends ProcedureKind, I extends z.ZodType, O extends z.ZodType> = Procedure<I, O> & { kind: K };

export function read<I extends z.ZodType, O extends z.ZodType, const S extends boolean = false>(
  shape: Shape<I, O> & { static?: S },
): Declared<'read', I, O> & { static?: S } {
  return { kind: 'read', ...shape };
}
export function write<I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Declared<'write', I, O> {
  return { kind: 'write', ...shape };
}
export function job<I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Declared<'job', I, O> {
  return { kind: 'job', ...shape };
}
export function session<I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Declared<'session', I, O> {
  return { kind: 'session', ...shape };
}
export function shell<I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Declared<'shell', I, O> {
  return { kind: 'shell', ...shape };
}

/** What a job tells while it runs; `total` null when it cannot be known. `label` is a key of the `jobs` namespace. */
export interface Progress {
  done: number;
  total: number | null;
  label: string;
}
