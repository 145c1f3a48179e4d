/** People: by code, else by e-mail, else by name and site. */
import { fold } from '#shared/base/fold.ts';
import { splitName } from '#shared/import/texts.ts';
import { personSearchKey } from '../../domain/people/search-key.ts';
import { codeIndex, keyMap, lines, takenCodes, type Found, type KeyMap } from '../../engines/intake/lookup.ts';
import { byId, given, insert, rejected, update } from '../../engines/intake/records.ts';
import { siteReferences } from '../../engines/intake/references.ts';
import type { Judge, JudgeContext, ReadRow, Stored } from '../../engines/intake/types.ts';

const plain = [
  'code',
  'firstName',
  'lastName',
  'email',
  'phone',
  'jobTitle',
  'profile',
  'channel',
  'stage',
  'stageSince',
  'joinedOn',
  'leftOn',
  'allottedHours',
  'lang',
  'notes',
];
const empty = {
  code: null,
  firstName: '',
  lastName: '',
  email: null,
  phone: null,
  jobTitle: null,
  siteId: null,
  profile: null,
  channel: null,
  stage: 'identified',
  stageSince: null,
  joinedOn: null,
  leftOn: null,
  allottedHours: null,
  lang: null,
  notes: null,
};

const keyOf = (row: Stored): string => personSearchKey(row as never);

export function judgePeople(context: JudgeContext): Judge {
  const sites = siteReferences(context);
  const read = byId(context, 'people');
  const existing = context.raw
    .prepare('select id, code, email, firstName, lastName, siteId from people')
    .all() as (Stored & { id: string; code: string | null })[];
  const codes = codeIndex(existing);
  const nameKey = (first: unknown, last: unknown): string => `${fold(String(first ?? ''))}|${fold(String(last ?? ''))}`;
  /** People as the rows judged so far leave them: what a row takes away or brings counts for the next, now as the next time. */
  const standing = new Map<string, Stored>(existing.map((row) => [row.id, row]));
  const emails = keyMap();
  const names = keyMap();
  const homes = keyMap();
  const keysOf = (row: Stored): [KeyMap, string][] => {
    const name = nameKey(row['firstName'], row['lastName']);
    return [
      ...(typeof row['email'] === 'string' ? [[emails, row['email'].toLowerCase()] as [KeyMap, string]] : []),
      [names, name],
      [homes, `${name}|${row['siteId'] ?? ''}`],
    ];
  };
  for (const row of existing) for (const [map, key] of keysOf(row)) map.add(key, row.id);
  const stand = (id: string, row: Stored): void => {
    for (const [map, key] of keysOf(standing.get(id) ?? row)) map.remove(key, id);
    for (const [map, key] of keysOf(row)) map.add(key, id);
    standing.set(id, row);
  };
  const taken = takenCodes(existing);
  const keyed = ['id', 'code'].some((field) => context.columnOf(field) !== null);
  const claimed = lines();
  const touched = lines();
  const asFound = (id: string | undefined): Found =>
    id === undefined ? null : id === 'ambiguous' ? 'ambiguous' : { id };

  /** The person of that mail, when the file knows them by a code that nobody has: known by mail only, they get it. */
  const byMail = (row: ReadRow): Found | { otherCode: string } => {
    const { email, firstName, lastName } = row.values;
    const ids = email === undefined ? [] : emails.all(String(email).toLowerCase());
    // A mailbox that colleagues share tells nothing; the same name under another code is one person, or a mistake to be seen.
    const same = ids
      .map((id) => standing.get(id))
      .find(
        (person) =>
          person !== undefined &&
          person['code'] !== null &&
          nameKey(person['firstName'], person['lastName']) === nameKey(firstName, lastName),
      );
    if (same !== undefined) return { otherCode: String(same['code']) };
    const [only] = ids;
    return ids.length === 1 && only !== undefined && standing.get(only)?.['code'] === null ? { id: only } : null;
  };

  const match = (
    row: ReadRow,
    siteId: string | undefined,
  ): { found: Found | { otherCode: string }; key: string; field: string } => {
    const { id, code, email, firstName, lastName } = row.values;
    if (id !== undefined)
      return { found: read(String(id)) === undefined ? null : { id: String(id) }, key: `i${String(id)}`, field: 'id' };
    if (code !== undefined) {
      const byCode = codes.find(String(code));
      return { found: byCode ?? byMail(row), key: `c${String(code)}`, field: 'code' };
    }
    if (email !== undefined)
      return {
        found: asFound(emails.get(String(email).toLowerCase())),
        key: `e${String(email).toLowerCase()}`,
        field: 'email',
      };
    const name = nameKey(firstName, lastName);
    const key = siteId === undefined ? name : `${name}|${siteId}`;
    return {
      found: asFound(siteId === undefined ? names.get(name) : homes.get(key)),
      key: `n${key}`,
      field: 'lastName',
    };
  };

  /** Neither name is the same: a mailbox passed on, a code that only looks alike. A name corrected keeps one of the two. */
  const isAnother = (person: Stored, { values: { firstName, lastName } }: ReadRow): boolean =>
    firstName !== undefined &&
    lastName !== undefined &&
    fold(String(firstName)) !== fold(String(person['firstName'])) &&
    fold(String(lastName)) !== fold(String(person['lastName']));

  return {
    judge: (row) => {
      if (row.values['fullName'] !== undefined && row.values['lastName'] === undefined) {
        const parts = splitName(String(row.values['fullName']));
        context.note('fullName', 'nameSplit', row.line);
        if (row.values['firstName'] === undefined && parts.firstName !== '') row.values['firstName'] = parts.firstName;
        row.values['lastName'] = parts.lastName;
      }
      const name =
        [row.values['firstName'], row.values['lastName']].filter((part) => part !== undefined).join(' ') ||
        String(row.values['email'] ?? row.values['code'] ?? '');
      const values = given(row, plain);
      let siteId: string | undefined;
      let takeSite: () => void = () => undefined;
      if (row.values['siteCode'] !== undefined) {
        const site = sites('siteCode', String(row.values['siteCode']), row.line);
        if ('reason' in site) return rejected(name, 'siteCode', site.reason);
        siteId = site.id;
        takeSite = site.take;
        values['siteId'] = siteId;
      }
      const nameless = row.values['firstName'] === undefined && row.values['lastName'] === undefined;
      const { found, key, field } = match(row, siteId);
      // A row that names its record exactly goes before one that is only matched, wherever they stand: the order would decide otherwise.
      const exact = field === 'id' || (field === 'code' && codes.has(String(row.values['code'])));
      if (keyed && !exact && !row.last) return { status: 'later', name, problems: [] };
      // Before all else that may refuse the row: a key is the first row's whether it comes in or not.
      const first = claimed.claim(key, row.line);
      if (first !== null) return rejected(name, field, 'duplicateInFile', { line: first });
      if (found === 'ambiguous') return rejected(name, field, 'matchAmbiguous');
      if (found !== null && 'otherCode' in found)
        return rejected(name, 'email', 'emailOfAnother', { code: found.otherCode });
      if (nameless && field === 'lastName') return rejected(name, 'lastName', 'required');
      const other = found === null ? null : touched.claim(found.id, row.line);
      if (other !== null) return rejected(name, field, 'sameRecordInFile', { line: other });
      const before = found === null ? undefined : read(found.id);
      if (before !== undefined && !exact && isAnother(before, row))
        return rejected(name, field, 'nameOfAnother', {
          name: `${String(before['firstName'])} ${String(before['lastName'])}`.trim(),
        });
      const after = { ...(before ?? empty), ...values } as Stored;
      const redated =
        before === undefined || after['leftOn'] !== before['leftOn'] || after['joinedOn'] !== before['joinedOn'];
      if (
        redated &&
        typeof after['leftOn'] === 'string' &&
        typeof after['joinedOn'] === 'string' &&
        after['leftOn'] < after['joinedOn']
      )
        return rejected(name, 'leftOn', 'dateOrder');
      if (found === null || before === undefined) {
        if (field === 'id') return rejected(name, 'id', 'noMatch');
        if (context.input.updateOnly) return rejected(name, field, 'notThereYet');
        if (nameless) return rejected(name, field, 'noMatch');
        if (!taken.take(values['code'], null)) return rejected(name, 'code', 'codeTaken');
        takeSite();
        const id = insert(context, 'people', {
          ...after,
          stageSince: after['stageSince'] ?? context.today,
          searchKey: keyOf(after),
        });
        stand(id, after);
        touched.claim(id, row.line);
        return { status: 'created', name, changes: [] };
      }
      if (found.note === undefined && !taken.take(values['code'], before['code']))
        return rejected(name, 'code', 'codeTaken');
      takeSite();
      if (found.note !== undefined) {
        context.note(field, found.note, row.line, { from: String(row.values['code']), to: found.code ?? '' });
        delete values['code'];
      }
      if (values['stage'] !== undefined && values['stage'] !== before['stage'] && values['stageSince'] === undefined)
        values['stageSince'] = context.today;
      stand(found.id, { ...before, ...values });
      return update(context, 'people', before, values, { searchKey: keyOf({ ...before, ...values }) }, name);
    },
  };
}
