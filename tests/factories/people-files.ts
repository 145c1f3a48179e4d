/** Files of people as they really come: rows of one person under a code, an address or a name alone, shared mailboxes, lost zeros, namesakes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { TestWorkspace } from './workspace.ts';

const oneOf = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
/** Five people, three of one family and two who share a whole name: each line knows them by some of what they have. */
const people = [
  ['Ana', 'Roy', 'A'],
  ['Bea', 'Roy', 'B'],
  ['Léo', 'Sy', 'L'],
  ['Ana', 'Roy', 'Z'],
  ['', 'Roy', 'R'],
] as const;

const row = fc
  .record({
    who: fc.constantFrom(...people),
    /** Someone of the network by id, in the order in which they came in; mostly nobody. */
    id: oneOf('', '', '', '', '#0', '#1', '#2', '#9'),
    /** The code as it is, another one, figures with and without their zeros, two in one cell, none. */
    code: oneOf('', '', 'own', 'own', 'other', '7', '007', 'A B'),
    email: oneOf('', '', 'own', 'own', 'OWN', 'shared'),
    job: oneOf('', 'une', 'deux'),
    site: oneOf('', '', 'S1', 'S2', 'Nouveau'),
    /** Some write only one of the names, or in capitals. */
    names: oneOf('both', 'both', 'both', 'both', 'first', 'last', 'capitals', 'none'),
  })
  .map(({ who: [first, last, letter], id, code, email, job, site, names }) => ({
    id,
    code: code === 'own' ? letter : code === 'other' ? `${letter}2` : code,
    first: names === 'last' || names === 'none' ? '' : names === 'capitals' ? first.toUpperCase() : first,
    last: names === 'first' || names === 'none' ? '' : names === 'capitals' ? last.toUpperCase() : last,
    email:
      email === 'own'
        ? `${letter.toLowerCase()}@x.fr`
        : email === 'OWN'
          ? `${letter}@X.fr`
          : email === 'shared'
            ? 'accueil@x.fr'
            : '',
    job,
    site,
  }));

/** A file's text, with `#0` for the id of the first person there is, and how it is taken in. */
export interface PeopleFile {
  text: string;
  input: { mapping: Record<string, string>; createMissing: boolean; updateOnly: boolean };
}

const columns = {
  id: 'id',
  code: 'code',
  first: 'firstName',
  last: 'lastName',
  email: 'email',
  job: 'jobTitle',
  site: 'siteCode',
} as const;

export const peopleFile: fc.Arbitrary<PeopleFile> = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 6 }),
    // Most files have every column but the id.
    left: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>(['id']) },
      { weight: 1, arbitrary: fc.subarray(['id', 'code', 'email', 'site']) },
    ),
    createMissing: fc.boolean(),
    updateOnly: fc.nat(7).map((n) => n === 0),
  })
  .map(({ rows, left, createMissing, updateOnly }) => {
    const kept = (Object.keys(columns) as (keyof typeof columns)[]).filter((column) => !left.includes(column));
    return {
      text: [kept.join(';'), ...rows.map((one) => kept.map((column) => one[column]).join(';'))].join('\n'),
      input: {
        mapping: Object.fromEntries(kept.map((column) => [column, columns[column]])),
        createMissing,
        updateOnly,
      },
    };
  });

/** The file with the ids of the people there are. */
function withIds({ text }: PeopleFile, ids: string[]): string {
  return text.replace(/#(\d)/g, (_hole, at: string) => ids[Number(at)] ?? '00000000-0000-7000-8000-000000000000');
}

interface Counts {
  created: number;
  updated: number;
  rejected: number;
}

export interface PeopleTaker {
  /** Nobody, and two sites. */
  clear: () => void;
  /** The people there are, in the order in which they came in. */
  ids: () => string[];
  /** `known`: whom `#0`, `#1` and so on mean. */
  take: (file: PeopleFile, known: string[]) => Promise<Counts>;
  /** The same, row by row: what became of it, or why it was refused. */
  outcomes: (file: PeopleFile, known: string[]) => Promise<string[]>;
  /** Each in a line, by code and name. */
  people: () => string[];
}

/** Takes files of people into a workspace that it empties at will. */
export function peopleTaker({ service, folder, call }: TestWorkspace): PeopleTaker {
  const writer = service.workspace?.writer;
  if (writer === null || writer === undefined) throw new Error('nothing is open');
  const path = join(folder, 'people.csv');
  const commit = async (file: PeopleFile, known: string[]) => {
    writeFileSync(path, withIds(file, known));
    return call('imports.commit', { path, kind: 'people', ...file.input });
  };
  return {
    clear: () => {
      for (const table of ['people', 'sites', 'history', 'transactions', 'importMappings'])
        writer.exec(`delete from "${table}"`);
      const add = writer.prepare(
        `insert into sites (id, code, name, searchKey, createdAt, updatedAt) values (?, ?, ?, ?, '', '')`,
      );
      for (const n of [1, 2]) add.run(`00000000-0000-7000-8000-00000000000${n}`, `S${n}`, `Site ${n}`, `site ${n}`);
    },
    ids: () => writer.prepare('select id from people order by seq').pluck().all() as string[],
    take: async (file, known) => (await commit(file, known)).counts,
    outcomes: async (file, known) => {
      const { planId } = await commit(file, known);
      const { rows } = await call('imports.outcomes', { planId, limit: 1000 });
      return rows.map(({ status, problems: [problem] }) =>
        problem === undefined ? status : [problem.reason, ...Object.values(problem.params)].join(' '),
      );
    },
    people: () =>
      writer
        .prepare(
          `select trim(coalesce(code, '') || ' ' || firstName || ' ' || lastName || ' ' || coalesce(email, '')) from people order by code, seq`,
        )
        .pluck()
        .all() as string[],
  };
}
