/** Files kept with records, as a kind of record. */
import type { RecordKind } from '../kind.ts';

export const attachmentKinds = [{ table: 'attachments' }] as const satisfies readonly RecordKind[];
