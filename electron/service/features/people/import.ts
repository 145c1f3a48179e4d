/** People: by code, else by e-mail, else by name and site; a row that may mean several people is refused. */
import { personStanding, type PersonDates } from '#shared/people/standing.ts';
import { splitName, withoutTitles } from '#shared/import/names.ts';
import { personSearchKey } from '../../domain/people/search-key.ts';
import { lines, takenCodes } from '../../engines/intake/lookup.ts';
import { byId, given, insert, rejected, update } from '../../engines/intake/records.ts';
import { siteReferences } from '../../engines/intake/references.ts';
import type { Decision, Judge, JudgeContext, ReadRow, Stored } from '../../engines/intake/types.ts';
import { isAnother, peopleMatch, stages, type KnownPerson } from './import-match.ts';

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

const nameOfRow = ({ values }: ReadRow): string =>
  [values['firstName'], values['lastName']].filter((part) => part !== undefined).join(' ') ||
  String(values['email'] ?? values['code'] ?? '');

/** A whole name in one cell as the two that it is made of. */
function splitFullName(context: JudgeContext, { line, values }: ReadRow): void {
  if (values['fullName'] === undefined || values['lastName'] !== undefined) return;
  const parts = splitName(String(values['fullName']));
  context.note('fullName', 'nameSplit', line, {
    from: String(values['fullName']),
    to: `${parts.firstName} · ${parts.lastName}`,
  });
  if (parts.bare !== undefined)
    context.note('fullName', 'namePartDropped', line, { from: String(values['fullName']), to: parts.bare });
  if (values['firstName'] === undefined && parts.firstName !== '') values['firstName'] = parts.firstName;
  values['lastName'] = parts.lastName;
}

/** Titles and roles are no part of a name, in whichever column they stand; a row with an id says what it means to. */
function dropTitles(context: JudgeContext, { line, values }: ReadRow): void {
  if (values['id'] !== undefined) return;
  for (const field of ['firstName', 'lastName']) {
    const text = values[field];
    if (typeof text !== 'string') continue;
    const bare = withoutTitles(text);
    if (bare === text.split(/\s+/).join(' ')) continue;
    context.note(field, 'namePartDropped', line, { from: text, to: bare });
    values[field] = bare;
  }
}

export function judgePeople(context: JudgeContext): Judge {
  const sites = siteReferences(context);
  const read = byId(context, 'people');
  const existing = context.raw
    .prepare('select id, code, email, firstName, lastName, siteId from people')
    .all() as KnownPerson[];
  const { codes, stageOf, match, stand } = peopleMatch(existing, (id) => read(id) !== undefined);
  const taken = takenCodes(existing);
  const claimed = lines();
  const touched = lines();
  const has = (field: string): boolean => context.columnOf(field) !== null;
  const anyId = has('id');
  /** Rows of the first stage that the file's columns allow need not wait for others. */
  const firstStage = anyId
    ? stages.id
    : has('code')
      ? stages.code
      : has('email')
        ? stages.email
        : has('siteCode')
          ? stages.nameAndSite
          : stages.name;
  /** Addresses of refused rows that have a code: a row without one would become the person that they mean the next time. */
  const refusedMails = lines();

  /** Whether the code that a row brings to the person of its id can be had. */
  const isFreeFor = ({ values: { id, code } }: ReadRow): boolean => {
    const before = read(String(id));
    return before === undefined || code === undefined || taken.isFree(String(code), before['code']);
  };
  /** The code that a person had is another's from now on: written before that other is. */
  const giveUp = (id: string, before: Stored[string] | undefined, after: Stored[string] | undefined): void => {
    if (typeof after !== 'string' || after === before) return;
    if (typeof before === 'string') {
      codes.remove(before, id);
      taken.free(before);
      context.change({
        table: 'people',
        operation: 'update',
        id,
        row: { code: after, updatedAt: context.now },
        frees: true,
      });
    }
    codes.add(after, id);
  };

  const hasLeft = (person: Stored): boolean =>
    personStanding(person as unknown as PersonDates, context.today) === 'left';
  /** A past departure that the file brings and the stage does not say: proposed, and left to the user. */
  const noteDeparture = (row: ReadRow, after: Stored): void => {
    if (row.values['leftOn'] !== undefined && hasLeft(after)) context.note('leftOn', 'stageAgainstDate', row.line);
  };

  const settle = (row: ReadRow, stage: number): Decision => {
    const name = nameOfRow(row);
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
    const { found, key, field, among } = match(row, siteId);
    // Before all else that may refuse the row: a key is the first row's whether it comes in or not.
    const first = claimed.claim(key, row.line);
    if (first !== null) return rejected(name, field, 'duplicateInFile', { line: first });
    if (found === 'ambiguous') {
      // None of those whom it may mean is left for a row that says still less.
      for (const id of among) touched.claim(id, row.line);
      return rejected(name, field, 'matchAmbiguous');
    }
    const refused = stage === stages.email ? refusedMails.lineOf(String(row.values['email']).toLowerCase()) : null;
    if (refused !== null) return rejected(name, field, 'sameRecordInFile', { line: refused });
    if (found !== null && 'otherCode' in found)
      return rejected(name, 'email', 'emailOfAnother', { code: found.otherCode });
    if (nameless && field === 'lastName') return rejected(name, 'lastName', 'required');
    const other = found === null ? null : touched.claim(found.id, row.line);
    if (other !== null) return rejected(name, field, 'sameRecordInFile', { line: other });
    const before = found === null ? undefined : read(found.id);
    if (before !== undefined && stage > stages.code && isAnother(before, row))
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
      if (values['stage'] === undefined && hasLeft(after)) {
        Object.assign(after, { stage: 'alumni', stageSince: after['stageSince'] ?? after['leftOn'] });
        context.note('leftOn', 'stageFromDate', row.line);
      } else if (values['stage'] === undefined) {
        after['stage'] = context.input.stage;
        context.note('stage', 'stageAssumed', row.line);
      } else noteDeparture(row, after);
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
    if (stage === stages.id) giveUp(found.id, before['code'], values['code']);
    if (found.note !== undefined) {
      context.note(field, found.note, row.line, { from: String(row.values['code']), to: found.code ?? '' });
      delete values['code'];
    }
    noteDeparture(row, after);
    if (values['stage'] !== undefined && values['stage'] !== before['stage'] && values['stageSince'] === undefined)
      values['stageSince'] = context.today;
    // Known by the name alone, someone keeps the spelling that the name was first given.
    if (stage >= stages.nameAndSite)
      for (const part of ['firstName', 'lastName']) {
        const [written, kept] = [values[part], before[part]];
        if (written === undefined || written === kept) continue;
        context.note(part, 'spellingKept', row.line, { from: String(written), to: String(kept) });
        delete values[part];
      }
    stand(found.id, { ...before, ...values });
    return update(context, 'people', before, values, { searchKey: keyOf({ ...before, ...values }) }, name);
  };

  return {
    judge: (row) => {
      splitFullName(context, row);
      dropTitles(context, row);
      const { id, code, email } = row.values;
      // Rows of one id or code may be put off or come up in several stages: which is the first is said by the file alone.
      const own = id !== undefined ? `i${String(id)}` : code !== undefined ? `c${String(code)}` : null;
      const double = own === null ? null : claimed.claim(own, row.line);
      if (double !== null)
        return rejected(nameOfRow(row), id !== undefined ? 'id' : 'code', 'duplicateInFile', { line: double });
      const stage = stageOf(row);
      const later = { status: 'later' as const, name: nameOfRow(row), problems: [] };
      // Where any row may bring another code by its id, no code is sure before all of them were seen.
      if (row.stage === null && stage > firstStage)
        return { ...later, stage: anyId && stage <= stages.otherName ? stages.code : stage };
      if (row.stage !== null && stage > row.stage) return { ...later, stage };
      // A code that another row is about to give up can be had once that row was judged.
      if (stage === stages.id && !row.last && !isFreeFor(row)) return { ...later, stage: stages.id };
      const decision = settle(row, stage);
      if (decision.status === 'rejected' && stage !== stages.id && code !== undefined && email !== undefined)
        refusedMails.claim(String(email).toLowerCase(), row.line);
      return decision;
    },
  };
}
