/** The mappings of earlier imports, as a kind of record. */
import type { RecordKind } from '../kind.ts';

export const importedKinds = [{ table: 'importMappings' }] as const satisfies readonly RecordKind[];
