/** Territories: by code, else by name under a parent; a parent may stand further down in the file. */
import { fold, foldSearch } from '#shared/fold.ts';
import { lines } from './lookup.ts';
import type { Judge, JudgeContext, Stored } from './plan.ts';
import { byId, given, insert, rejected, update } from './records.ts';
import { codeFrom, territoryReferences } from './references.ts';

export function judgeTerritories(context: JudgeContext): Judge {
  const references = territoryReferences(context);
  const read = byId(context, 'territories');
  const claimed = lines();
  const parents = new Map((context.raw.prepare('select id, parentId from territories').all() as { id: string; parentId: string | null }[]).map((row) => [row.id, row.parentId]));
  const made = new Set<string>();
  const natural = new Map((context.raw.prepare('select id, name, parentId from territories').all() as { id: string; name: string; parentId: string | null }[]).map((row) => [`${fold(row.name)}|${row.parentId ?? ''}`, row.id]));

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
      const parent = row.values['parent'] === undefined ? null : references.resolve('parent', String(row.values['parent']), row.line);
      if (parent !== null && 'reason' in parent) return parent.reason === 'territoryUnknown' ? { status: 'later', name, problems: [{ field: 'parent', reason: parent.reason }] } : rejected(name, 'parent', parent.reason);
      const parentId = parent?.id ?? null;
      const code = row.values['code'] === undefined ? null : String(row.values['code']);
      const found = row.values['id'] !== undefined ? (read(String(row.values['id'])) === undefined ? null : { id: String(row.values['id']) })
        : code !== null ? references.index.find(code)
          : natural.get(`${fold(name)}|${parentId ?? ''}`) === undefined ? null : { id: natural.get(`${fold(name)}|${parentId ?? ''}`) ?? '' };
      if (found === 'ambiguous') return rejected(name, 'code', 'matchAmbiguous');
      const key = code === null ? `n${fold(name)}|${parentId ?? ''}` : `c${code}`;
      const first = claimed.claim(key, row.line);
      if (first !== null) return rejected(name, code === null ? 'name' : 'code', 'duplicateInFile', { line: first });
      const values: Stored = { ...given(row, ['name', 'kind', 'colour']), ...(parent === null ? {} : { parentId }) };
      if (found !== null && !made.has(found.id)) {
        const before = read(found.id);
        if (before !== undefined) {
          if (parentId !== null && isBelow(parentId, found.id)) return rejected(name, 'parent', 'referenceToItself');
          if (parent !== null) parents.set(found.id, parentId);
          const after = { ...before, ...values };
          return update(context, 'territories', before, values, { searchKey: foldSearch(String(after['name']), String(after['code'])) }, String(after['name']));
        }
      }
      if (row.values['id'] !== undefined) return rejected(name, 'id', 'noMatch');
      if (row.values['name'] === undefined) return rejected(name, 'name', 'required');
      const newCode = code ?? codeFrom(name, (one) => references.codes.has(one));
      if (code === null) context.note('code', 'codeMadeUp', row.line);
      references.codes.add(newCode);
      const id = insert(context, 'territories', { code: newCode, kind: 'region', parentId: null, colour: null, ...values, name, searchKey: foldSearch(name, newCode) });
      made.add(id);
      parents.set(id, parentId);
      references.index.add({ id, code: newCode, name });
      natural.set(`${fold(name)}|${parentId ?? ''}`, id);
      return { status: 'created', name, changes: [] };
    },
  };
}
