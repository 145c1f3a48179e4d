/** What a file may hold, in words, as the features name it. */
import { importKinds, type ImportKind } from '#shared/kinds.ts';
import { useCatalogue } from '../../lib/features.ts';
import { useWord } from '../../lib/use-word.ts';

export function useKinds(): {
  choices: { value: ImportKind; label: string }[];
  nameOf: (kind: ImportKind) => string;
  /** Where what was imported is seen. */
  listOf: (kind: ImportKind) => string;
} {
  const { imports } = useCatalogue();
  const word = useWord();
  const nameOf = (kind: ImportKind): string => {
    const entry = imports[kind];
    return entry === undefined ? kind : word(entry.label);
  };
  return {
    choices: importKinds.map((value) => ({ value, label: nameOf(value) })),
    nameOf,
    listOf: (kind) => imports[kind]?.listAt ?? '/',
  };
}
