/** What features let be done with a record in a click or two, wherever its name stands. */
import { Suspense, type ReactNode } from 'react';
import type { RecordKindName } from '../lib/record-kind.ts';
import { useCatalogue } from '../lib/features.ts';
import { useReadOnly } from '../lib/workspace.ts';

interface Props {
  kind: RecordKindName;
  id: string;
  name: string;
  /** In the row of a table, whose keys go to the row: shown under the pointer, and left out of the way of Tab. */
  inRow?: boolean;
}

export function RecordQuick({ kind, id, name, inRow = false }: Props): ReactNode {
  const { beside } = useCatalogue();
  const readOnly = useReadOnly();
  if (readOnly) return null;
  return (beside[kind] ?? []).map(({ quick: Quick }, at) =>
    Quick === undefined ? null : (
      <Suspense key={at} fallback={null}>
        <Quick id={id} name={name} inRow={inRow} />
      </Suspense>
    ),
  );
}
