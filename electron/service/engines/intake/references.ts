/** Territories and sites that a row names: found, or made when the user asked for that. */
import { foldSearch, fold } from '#shared/base/fold.ts';
import { newId } from '#shared/base/ids.ts';
import type { ReasonCode } from '#shared/import/outcome.ts';
import { codeIndex, referenceIndex, type ReferenceIndex } from './lookup.ts';
import { insert } from './records.ts';
import { peopleReferences, type KnownPerson } from '../../domain/people/references.ts';
import type { JudgeContext } from './types.ts';

/** `take` is called once the row is accepted: what is made for a row that is then rejected would be nobody's. */
export type Reference = { id: string; take: () => void } | { reason: ReasonCode };

/** Finds by code or name. `make` gives an unknown one its record under the id announced, when it may be made. */
function resolve(
  context: JudgeContext,
  index: ReferenceIndex,
  field: string,
  text: string,
  line: number,
  unknown: ReasonCode,
  make: ((id: string) => void) | null,
): Reference {
  const found = index.find(text);
  if (found === 'ambiguous') return { reason: 'referenceAmbiguous' };
  if (found !== null)
    return {
      id: found.id,
      take: () =>
        found.note === undefined
          ? undefined
          : context.note(field, found.note, line, { from: text, to: found.code ?? '' }),
    };
  if (make === null) return { reason: unknown };
  const id = newId();
  return { id, take: () => make(id) };
}

/** A code of capitals made from a name, unlike any known one. */
export function codeFrom(name: string, isTaken: (code: string) => boolean): string {
  const base =
    fold(name)
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'T';
  let code = base;
  for (let n = 2; isTaken(code); n += 1) code = `${base}-${n}`;
  return code;
}

export interface TerritoryReferences {
  index: ReferenceIndex;
  codes: Set<string>;
  /** `mayMake` false leaves an unknown one unknown even where missing ones are to be made. */
  resolve: (field: string, text: string, line: number, mayMake?: boolean) => Reference;
}

export function territoryReferences(context: JudgeContext): TerritoryReferences {
  const rows = context.raw.prepare('select id, code, name from territories').all() as {
    id: string;
    code: string;
    name: string;
  }[];
  const index = referenceIndex(rows);
  const codes = new Set(rows.map((row) => row.code));
  const make = (id: string, text: string): void => {
    const code = codeFrom(text, (one) => codes.has(one));
    codes.add(code);
    insert(context, 'territories', {
      id,
      code,
      name: text,
      kind: 'region',
      parentId: null,
      colour: null,
      searchKey: foldSearch(text, code),
    });
    index.add({ id, code, name: text });
    context.also.territories += 1;
  };
  return {
    index,
    codes,
    resolve: (field, text, line, mayMake = true) =>
      resolve(
        context,
        index,
        field,
        text,
        line,
        'territoryUnknown',
        context.input.createMissing && mayMake ? (id) => make(id, text) : null,
      ),
  };
}

/** Sites as people and initiatives name them. */
export function siteReferences(context: JudgeContext): (field: string, text: string, line: number) => Reference {
  const rows = context.raw.prepare('select id, code, name from sites').all() as {
    id: string;
    code: string;
    name: string;
  }[];
  const index = referenceIndex(rows);
  const codes = new Set(rows.map((row) => row.code));
  const country = context.raw.prepare('select country from organisation').pluck().get() as string;
  const make = (id: string, text: string): void => {
    let code = text.slice(0, 100);
    for (let n = 2; codes.has(code); n += 1) code = `${text.slice(0, 90)}-${n}`;
    codes.add(code);
    insert(context, 'sites', { ...emptySite, country, id, code, name: text, searchKey: foldSearch(text, code) });
    index.add({ id, code, name: text });
    context.also.sites += 1;
  };
  return (field, text, line) =>
    resolve(
      context,
      index,
      field,
      text,
      line,
      'siteUnknown',
      context.input.createMissing ? (id) => make(id, text) : null,
    );
}

export const emptySite = {
  kind: null,
  status: 'open',
  territoryId: null,
  address: null,
  postcode: null,
  city: null,
  country: 'FR',
  lat: null,
  lon: null,
  accuracy: null,
  headcount: null,
  openedOn: null,
  closedOn: null,
  notes: null,
};

/** Who a row means by a code, an address or a name, in either order; codes also without their leading zeros. */
export function personFinder(context: JudgeContext): (text: string) => string | 'ambiguous' | null {
  const people = context.raw.prepare('select id, code, email, firstName, lastName from people').all() as KnownPerson[];
  const codes = codeIndex(people);
  return peopleReferences(people, (text) => {
    const found = codes.find(text);
    return found === 'ambiguous' ? 'ambiguous' : (found?.id ?? null);
  }).find;
}
