/** People: by code, else by e-mail, else by name and site. */
import { fold } from '#shared/fold.ts';
import { splitName } from '#shared/import/texts.ts';
import { personSearchKey } from '../../lib/search-keys.ts';
import { codeIndex, keyMap, lines, takenCodes, type Found } from './lookup.ts';
import type { Judge, JudgeContext, ReadRow, Stored } from './plan.ts';
import { byId, given, insert, rejected, update } from './records.ts';
import { siteReferences } from './references.ts';

const plain = ['code', 'firstName', 'lastName', 'email', 'phone', 'jobTitle', 'profile', 'channel', 'stage', 'stageSince', 'joinedOn', 'leftOn', 'allottedHours', 'lang', 'notes'];
const empty = { code: null, firstName: '', lastName: '', email: null, phone: null, jobTitle: null, siteId: null, profile: null, channel: null, stage: 'identified', stageSince: null, joinedOn: null, leftOn: null, allottedHours: null, lang: null, notes: null };

const keyOf = (row: Stored): string => personSearchKey(row as never);

export function judgePeople(context: JudgeContext): Judge {
  const sites = siteReferences(context);
  const read = byId(context, 'people');
  const existing = context.raw.prepare('select id, code, email, firstName, lastName, siteId from people').all() as { id: string; code: string | null; email: string | null; firstName: string; lastName: string; siteId: string | null }[];
  const codes = codeIndex(existing);
  const emails = keyMap();
  const homes = keyMap();
  const names = keyMap();
  const nameKey = (first: unknown, last: unknown): string => `${fold(String(first ?? ''))}|${fold(String(last ?? ''))}`;
  for (const row of existing) {
    if (row.email !== null) emails.add(row.email.toLowerCase(), row.id);
    names.add(nameKey(row.firstName, row.lastName), row.id);
    homes.add(`${nameKey(row.firstName, row.lastName)}|${row.siteId ?? ''}`, row.id);
  }
  const taken = takenCodes(existing);
  const claimed = lines();
  const touched = lines();
  const asFound = (id: string | undefined): Found => (id === undefined ? null : id === 'ambiguous' ? 'ambiguous' : { id });

  /** The person of that mail, when the file knows them by a code that nobody has: known by mail only, they get it. */
  const byMail = (row: ReadRow): Found | { otherCode: string } => {
    const { email, firstName, lastName } = row.values;
    const found = email === undefined ? undefined : emails.get(String(email).toLowerCase());
    if (found === undefined || found === 'ambiguous') return null;
    const person = read(found);
    if (person === undefined || person['code'] === null) return { id: found };
    // A mailbox that colleagues share tells nothing; the same name under another code is one person, or a mistake to be seen.
    return nameKey(person['firstName'], person['lastName']) === nameKey(firstName, lastName) ? { otherCode: String(person['code']) } : null;
  };

  const match = (row: ReadRow, siteId: string | undefined): { found: Found | { otherCode: string }; key: string; field: string } => {
    const { id, code, email, firstName, lastName } = row.values;
    if (id !== undefined) return { found: read(String(id)) === undefined ? null : { id: String(id) }, key: `i${String(id)}`, field: 'id' };
    if (code !== undefined) {
      const byCode = codes.find(String(code));
      return { found: byCode ?? byMail(row), key: `c${String(code)}`, field: 'code' };
    }
    if (email !== undefined) return { found: asFound(emails.get(String(email).toLowerCase())), key: `e${String(email).toLowerCase()}`, field: 'email' };
    const name = nameKey(firstName, lastName);
    const key = siteId === undefined ? name : `${name}|${siteId}`;
    return { found: asFound(siteId === undefined ? names.get(name) : homes.get(key)), key: `n${key}`, field: 'lastName' };
  };

  return {
    judge: (row) => {
      if (row.values['fullName'] !== undefined && row.values['lastName'] === undefined) {
        const parts = splitName(String(row.values['fullName']));
        context.note('fullName', 'nameSplit', row.line);
        if (row.values['firstName'] === undefined && parts.firstName !== '') row.values['firstName'] = parts.firstName;
        row.values['lastName'] = parts.lastName;
      }
      const name = [row.values['firstName'], row.values['lastName']].filter((part) => part !== undefined).join(' ') || String(row.values['email'] ?? row.values['code'] ?? '');
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
      if (found === 'ambiguous') return rejected(name, field, 'matchAmbiguous');
      if (found !== null && 'otherCode' in found) return rejected(name, 'email', 'emailOfAnother', { code: found.otherCode });
      if (nameless && field === 'lastName') return rejected(name, 'lastName', 'required');
      const first = claimed.claim(key, row.line);
      if (first !== null) return rejected(name, field, 'duplicateInFile', { line: first });
      const before = found === null ? undefined : read(found.id);
      const after = { ...(before ?? empty), ...values } as Stored;
      const redated = before === undefined || after['leftOn'] !== before['leftOn'] || after['joinedOn'] !== before['joinedOn'];
      if (redated && typeof after['leftOn'] === 'string' && typeof after['joinedOn'] === 'string' && after['leftOn'] < after['joinedOn']) return rejected(name, 'leftOn', 'dateOrder');
      if (found === null || before === undefined) {
        if (field === 'id') return rejected(name, 'id', 'noMatch');
        if (context.input.updateOnly) return rejected(name, field, 'notThereYet');
        if (nameless) return rejected(name, field, 'noMatch');
        if (!taken.take(values['code'], null)) return rejected(name, 'code', 'codeTaken');
        takeSite();
        insert(context, 'people', { ...after, stageSince: after['stageSince'] ?? context.today, searchKey: keyOf(after) });
        return { status: 'created', name, changes: [] };
      }
      const other = touched.claim(found.id, row.line);
      if (other !== null) return rejected(name, field, 'sameRecordInFile', { line: other });
      if (found.note === undefined && !taken.take(values['code'], before['code'])) return rejected(name, 'code', 'codeTaken');
      takeSite();
      if (found.note !== undefined) {
        context.note(field, found.note, row.line, { from: String(row.values['code']), to: found.code ?? '' });
        delete values['code'];
      }
      if (values['stage'] !== undefined && values['stage'] !== before['stage'] && values['stageSince'] === undefined) values['stageSince'] = context.today;
      return update(context, 'people', before, values, { searchKey: keyOf({ ...before, ...values }) }, name);
    },
  };
}
