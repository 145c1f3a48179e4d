/** Territories and sites that a row names: found, or made when the user asked for that. */
import { foldSearch, fold } from '#shared/fold.ts';
import type { ReasonCode } from '#shared/import/outcome.ts';
import { referenceIndex, type ReferenceIndex } from './lookup.ts';
import type { JudgeContext } from './plan.ts';
import { insert } from './records.ts';

export type Reference = { id: string } | { reason: ReasonCode };

/** Finds by code or name. `make` is called for an unknown one, when it may be made. */
function resolve(context: JudgeContext, index: ReferenceIndex, field: string, text: string, line: number, unknown: ReasonCode, make: (() => string) | null): Reference {
  const found = index.find(text);
  if (found === 'ambiguous') return { reason: 'referenceAmbiguous' };
  if (found !== null) {
    if (found.note !== undefined) context.note(field, found.note, line);
    return { id: found.id };
  }
  return make === null ? { reason: unknown } : { id: make() };
}

/** A code of capitals made from a name, unlike any known one. */
export function codeFrom(name: string, isTaken: (code: string) => boolean): string {
  const base = fold(name).toUpperCase().replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40) || 'T';
  let code = base;
  for (let n = 2; isTaken(code); n += 1) code = `${base}-${n}`;
  return code;
}

export interface TerritoryReferences {
  index: ReferenceIndex;
  codes: Set<string>;
  resolve: (field: string, text: string, line: number) => Reference;
}

export function territoryReferences(context: JudgeContext): TerritoryReferences {
  const rows = context.raw.prepare('select id, code, name from territories').all() as { id: string; code: string; name: string }[];
  const index = referenceIndex(rows);
  const codes = new Set(rows.map((row) => row.code));
  const make = (text: string, field: string, line: number): string => {
    const code = codeFrom(text, (one) => codes.has(one));
    codes.add(code);
    const id = insert(context, 'territories', { code, name: text, kind: 'region', parentId: null, colour: null, searchKey: foldSearch(text, code) });
    index.add({ id, code, name: text });
    context.also.territories += 1;
    context.note(field, 'territoryCreated', line);
    return id;
  };
  return { index, codes, resolve: (field, text, line) => resolve(context, index, field, text, line, 'territoryUnknown', context.input.createMissing ? () => make(text, field, line) : null) };
}

/** Sites as people and initiatives name them. */
export function siteReferences(context: JudgeContext): (field: string, text: string, line: number) => Reference {
  const index = referenceIndex(context.raw.prepare('select id, code, name from sites').all() as { id: string; code: string; name: string }[]);
  const make = (text: string, field: string, line: number): string => {
    const id = insert(context, 'sites', { ...emptySite, code: text.slice(0, 100), name: text, searchKey: foldSearch(text, text) });
    index.add({ id, code: text, name: text });
    context.also.sites += 1;
    context.note(field, 'siteCreated', line);
    return id;
  };
  return (field, text, line) => resolve(context, index, field, text, line, 'siteUnknown', context.input.createMissing ? () => make(text, field, line) : null);
}

export const emptySite = { kind: null, status: 'open', territoryId: null, address: null, postcode: null, city: null, country: 'FR', lat: null, lon: null, accuracy: null, headcount: null, openedOn: null, closedOn: null, notes: null };
