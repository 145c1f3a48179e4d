/** Territories: by code, else by name under a parent; a parent may stand further down in the file. */
import { fold, foldSearch } from '#shared/base/fold.ts';
import { keyMap, lines, type Found } from '../../engines/intake/lookup.ts';
import { byId, given, insert, rejected, update } from '../../engines/intake/records.ts';
import { codeFrom, territoryReferences } from '../../engines/intake/references.ts';
import type { Judge, JudgeContext, Stored } from '../../engines/intake/types.ts';

export function judgeTerritories(context: JudgeContext): Judge {
  const references = territoryReferences(context);
  const read = byId(context, 'territories');
  const claimed = lines();
  const parents = new Map(
    (
      context.raw.prepare('select id, parentId from territories').all() as { id: string; parentId: string | null }[]
    ).map((row) => [row.id, row.parentId]),
  );
  const touched = lines();
  const made = new Set<string>();
  /** Codes and names of rows that wait for their parent. */
  const awaited = new Set<string>();
  const natural = new Map<string, string>();
  const names = keyMap();
  for (const row of context.raw.prepare('select id, name, parentId from territories').all() as {
    id: string;
    name: string;
    parentId: string | null;
  }[]) {
    natural.set(`${fold(row.name)}|${row.parentId ?? ''}`, row.id);
    names.add(fold(row.name), row.id);
  }
  /** A file that says nothing of parents means the territory of that name, wherever it stands. */
  const namedLike = (name: string, parentId: string | null): Found => {
    const id =
      context.columnOf('parent') === null ? names.get(fold(name)) : natural.get(`${fold(name)}|${parentId ?? ''}`);
    return id === undefined ? null : id === 'ambiguous' ? 'ambiguous' : { id };
  };

  const isBelow = (id: string, ancestor: string): boolean => {
    let at: string | null = id;
    for (let depth = 0; at !== null && depth < 100; depth += 1) {
      if (at === ancestor) return true;
      at = parents.get(at) ?? null;
    }
    return false;
  };

  return {
    judge: (row) => {
      const name = String(row.values['name'] ?? row.values['code'] ?? '');
      const parentText = row.values['parent'] === undefined ? null : String(row.values['parent']);
      // A parent that the file itself brings further down is awaited, never made beside it.
      const parent =
        parentText === null
          ? null
          : references.resolve('parent', parentText, row.line, row.last && !awaited.has(fold(parentText)));
      if (parent !== null && 'reason' in parent && parent.reason === 'territoryUnknown') {
        for (const own of [row.values['code'], row.values['name']])
          if (own !== undefined) awaited.add(fold(String(own)));
      }
      if (parent !== null && 'reason' in parent)
        return parent.reason === 'territoryUnknown'
          ? { status: 'later', name, problems: [{ field: 'parent', reason: parent.reason }] }
          : rejected(name, 'parent', parent.reason);
      const parentId = parent?.id ?? null;
      const code = row.values['code'] === undefined ? null : String(row.values['code']);
      const found =
        row.values['id'] !== undefined
          ? read(String(row.values['id'])) === undefined
            ? null
            : { id: String(row.values['id']) }
          : code !== null
            ? references.index.find(code)
            : namedLike(name, parentId);
      if (found === 'ambiguous') return rejected(name, code === null ? 'name' : 'code', 'matchAmbiguous');
      const key = code === null ? `n${fold(name)}|${parentId ?? ''}` : `c${code}`;
      const first = claimed.claim(key, row.line);
      if (first !== null) return rejected(name, code === null ? 'name' : 'code', 'duplicateInFile', { line: first });
      const values: Stored = { ...given(row, ['name', 'kind', 'colour']), ...(parent === null ? {} : { parentId }) };
      if (found !== null && !made.has(found.id)) {
        const before = read(found.id);
        if (before !== undefined) {
          const other = touched.claim(found.id, row.line);
          if (other !== null)
            return rejected(name, code === null ? 'name' : 'code', 'sameRecordInFile', { line: other });
          if (parentId !== null && isBelow(parentId, found.id)) return rejected(name, 'parent', 'referenceToItself');
          if (parent !== null) {
            parent.take();
            parents.set(found.id, parentId);
          }
          const after = { ...before, ...values };
          return update(
            context,
            'territories',
            before,
            values,
            { searchKey: foldSearch(String(after['name']), String(after['code'])) },
            String(after['name']),
          );
        }
      }
      if (row.values['id'] !== undefined) return rejected(name, 'id', 'noMatch');
      if (context.input.updateOnly) return rejected(name, code === null ? 'name' : 'code', 'notThereYet');
      if (row.values['name'] === undefined) return rejected(name, 'name', 'required');
      const newCode = code ?? codeFrom(name, (one) => references.codes.has(one));
      if (references.codes.has(newCode)) return rejected(name, 'code', 'codeTaken');
      if (code === null) context.note('code', 'codeMadeUp', row.line);
      parent?.take();
      references.codes.add(newCode);
      const id = insert(context, 'territories', {
        code: newCode,
        kind: 'region',
        parentId: null,
        colour: null,
        ...values,
        name,
        searchKey: foldSearch(name, newCode),
      });
      made.add(id);
      parents.set(id, parentId);
      references.index.add({ id, code: newCode, name });
      natural.set(`${fold(name)}|${parentId ?? ''}`, id);
      return { status: 'created', name, changes: [] };
    },
  };
}
