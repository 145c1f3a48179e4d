/** The organisation, as a kind of record. */
import type { RecordKind } from '../kind.ts';

export const workspaceKinds = [{ table: 'organisation' }] as const satisfies readonly RecordKind[];
