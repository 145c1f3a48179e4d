/** How a procedure is declared: its kind, what goes in, what comes out, and which features' data it changes. */
import type { z } from 'zod';

/** The names of the features whose cached reads a write invalidates. */
export const featureNames = [
  'workspace',
  'history',
  'organisation',
  'territories',
  'sites',
  'people',
  'initiatives',
  'indicators',
  'measurements',
  'attachments',
  'search',
  'imports',
  'awards',
  'deck',
  'reports',
  'network',
  'jobs',
  'shell',
  'demo',
  'campaigns',
  'adoptions',
  'calendar',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** Features that have no records of their own: what they show is stale as soon as one of these has changed. */
export const derivedFrom: Partial<Record<FeatureName, readonly FeatureName[]>> = {
  network: ['organisation', 'territories', 'sites', 'people', 'initiatives', 'adoptions'],
  campaigns: ['organisation', 'territories', 'sites', 'people', 'initiatives', 'indicators', 'measurements'],
  adoptions: ['territories', 'sites', 'people', 'initiatives'],
};

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
  changes: FeatureName[];
}

interface Shape<I extends z.ZodType, O extends z.ZodType> {
  input: I;
  output: O;
}
type Changing<I extends z.ZodType, O extends z.ZodType> = Shape<I, O> & { changes: FeatureName[] };

export function read<I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Procedure<I, O> & { kind: 'read' } {
  return { kind: 'read', changes: [], ...shape };
}
export function write<I extends z.ZodType, O extends z.ZodType>(
  shape: Changing<I, O>,
): Procedure<I, O> & { kind: 'write' } {
  return { kind: 'write', ...shape };
}
export function job<I extends z.ZodType, O extends z.ZodType>(
  shape: Changing<I, O>,
): Procedure<I, O> & { kind: 'job' } {
  return { kind: 'job', ...shape };
}
export function session<I extends z.ZodType, O extends z.ZodType>(
  shape: Changing<I, O>,
): Procedure<I, O> & { kind: 'session' } {
  return { kind: 'session', ...shape };
}
export function shell<I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O>,
): Procedure<I, O> & { kind: 'shell' } {
  return { kind: 'shell', changes: [], ...shape };
}

/** What a job tells while it runs; `total` null when it cannot be known. `label` is a key of the `jobs` namespace. */
export interface Progress {
  done: number;
  total: number | null;
  label: string;
}
