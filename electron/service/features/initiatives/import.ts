/** Initiatives: by code, else by title, site and start; columns of figures become measurements. */
import { fold } from '#shared/base/fold.ts';
import { initiativeSearchKey } from '../../domain/initiatives/search-key.ts';
import { alikeRecords } from '../../engines/intake/alike.ts';
import { codeIndex, lines, referenceIndex, takenCodes } from '../../engines/intake/lookup.ts';
import { indicatorFigures } from '../../engines/intake/figures.ts';
import { byId, differences, given, insert, rejected, update } from '../../engines/intake/records.ts';
import { personFinder, siteReferences } from '../../engines/intake/references.ts';
import type { Decision, Judge, JudgeContext, ReadRow, Stored } from '../../engines/intake/types.ts';

const plain = ['code', 'title', 'summary', 'status', 'theme', 'startDate', 'endDate', 'notes'];
const empty = {
  code: null,
  summary: null,
  status: 'idea',
  theme: null,
  sdgs: '[]',
  siteId: null,
  leadId: null,
  replicatesId: null,
  startDate: null,
  endDate: null,
  notes: null,
};

/** Without a status, an initiative that is over was done, and so was one begun over a year ago that tells no end; one begun since is running. */
function statusOf(row: Stored, today: string): string {
  const [start, end] = [row['startDate'], row['endDate']];
  if (typeof end === 'string' && end < today) return 'done';
  if (typeof start !== 'string') return 'idea';
  if (typeof end !== 'string' && start < `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`) return 'done';
  return start <= today ? 'running' : 'planned';
}

export function judgeInitiatives(context: JudgeContext): Judge {
  const sites = siteReferences(context);
  const findPerson = personFinder(context);
  const figures = indicatorFigures(context);
  const read = byId(context, 'initiatives');
  const existing = context.raw
    .prepare('select id, code, title, siteId, startDate from initiatives order by seq')
    .all() as { id: string; code: string | null; title: string; siteId: string | null; startDate: string | null }[];
  const codes = codeIndex(existing);
  const origins = referenceIndex(existing.map((row) => ({ id: row.id, code: row.code, name: row.title })));
  const keyOf = (title: string, siteId: unknown, start: unknown): string =>
    `${fold(title)}|${String(siteId ?? '')}|${String(start ?? '')}`;
  const taken = takenCodes(existing);
  const claimed = lines();
  const whole = lines();
  // Several may share title, site and start: two grants to one association in a year.
  const alike = alikeRecords(existing.map((row) => ({ id: row.id, key: keyOf(row.title, row.siteId, row.startDate) })));
  const touched = lines();

  const references = (row: ReadRow, name: string, values: Stored): Decision | { take: () => void } => {
    let take: () => void = () => undefined;
    if (row.values['siteCode'] !== undefined) {
      const site = sites('siteCode', String(row.values['siteCode']), row.line);
      if ('reason' in site) return rejected(name, 'siteCode', site.reason);
      values['siteId'] = site.id;
      take = site.take;
    }
    if (row.values['lead'] !== undefined) {
      const lead = findPerson(String(row.values['lead']));
      if (lead === null || lead === 'ambiguous')
        return rejected(name, 'lead', lead === null ? 'personUnknown' : 'referenceAmbiguous');
      values['leadId'] = lead;
    }
    if (row.values['replicates'] !== undefined) {
      const origin =
        read(String(row.values['replicates'])) === undefined
          ? origins.find(String(row.values['replicates']))
          : { id: String(row.values['replicates']) };
      if (origin === null || origin === 'ambiguous')
        return rejected(name, 'replicates', origin === null ? 'initiativeUnknown' : 'referenceAmbiguous');
      values['replicatesId'] = origin.id;
    }
    if (row.values['sdgs'] !== undefined) values['sdgs'] = JSON.stringify(row.values['sdgs']);
    return { take };
  };

  /** The record that the row means, or why none can be told. */
  const match = (row: ReadRow, values: Stored, name: string): { id: string | null; field: string } | Decision => {
    const { id: own, code, title } = row.values;
    if (own !== undefined)
      return read(String(own)) === undefined ? rejected(name, 'id', 'noMatch') : { id: String(own), field: 'id' };
    if (code !== undefined) {
      const first = claimed.claim(`c${String(code)}`, row.line);
      if (first !== null) return rejected(name, 'code', 'duplicateInFile', { line: first });
      const found = codes.find(String(code));
      if (found === 'ambiguous') return rejected(name, 'code', 'matchAmbiguous');
      if (found?.note !== undefined)
        context.note('code', found.note, row.line, { from: String(code), to: found.code ?? '' });
      return { id: found?.id ?? null, field: 'code' };
    }
    if (title === undefined) return rejected(name, 'title', 'required');
    const same = whole.claim(row.whole(), row.line);
    if (same !== null && same !== row.line) return rejected(name, 'title', 'duplicateInFile', { line: same });
    const found = alike.find(row, keyOf(String(title), values['siteId'], values['startDate']), (id) =>
      isSame(id, row, values),
    );
    if (found === 'later') return { status: 'later', name, problems: [{ field: 'title', reason: 'matchAmbiguous' }] };
    if (found === 'ambiguous') return rejected(name, 'title', 'matchAmbiguous');
    if (found.other) context.note('title', 'sameKeyKept', row.line);
    return { id: found.id, field: 'title' };
  };

  const isSame = (id: string, row: ReadRow, values: Stored): boolean => {
    const before = read(id);
    return (
      before !== undefined &&
      differences(before, values).length === 0 &&
      figures.isSame(row, id, { ...before, ...values })
    );
  };

  return {
    judge: (row) => {
      const name = String(row.values['title'] ?? row.values['code'] ?? '');
      const values = given(row, plain);
      const referred = references(row, name, values);
      if ('status' in referred) return referred;
      const matched = match(row, values, name);
      if ('status' in matched) return matched;
      const before = matched.id === null ? undefined : read(matched.id);
      const after = { ...(before ?? empty), ...values } as Stored;
      if (
        typeof after['endDate'] === 'string' &&
        typeof after['startDate'] === 'string' &&
        after['endDate'] < after['startDate']
      )
        return rejected(name, 'endDate', 'dateOrder');
      const problem = figures.check(row, after);
      if (problem !== null) return rejected(name, problem.field, problem.reason);
      if (before === undefined) {
        if (context.input.updateOnly) return rejected(name, matched.field, 'notThereYet');
        if (row.values['title'] === undefined) return rejected(name, matched.field, 'noMatch');
        if (!taken.take(values['code'], null)) return rejected(name, 'code', 'codeTaken');
        referred.take();
        const status = values['status'] ?? statusOf(after, context.today);
        const id = insert(context, 'initiatives', { ...after, status, searchKey: initiativeSearchKey(after as never) });
        origins.add({ id, code: after['code'] as string | null, name: String(after['title']) });
        figures.take(row, id, after, true);
        return { status: 'created', name, changes: [] };
      }
      const id = String(before['id']);
      const other = touched.claim(id, row.line);
      if (other !== null) return rejected(name, matched.field, 'sameRecordInFile', { line: other });
      if (values['replicatesId'] === id) return rejected(name, 'replicates', 'referenceToItself');
      if (matched.field === 'code') delete values['code'];
      else if (!taken.take(values['code'], before['code'])) return rejected(name, 'code', 'codeTaken');
      referred.take();
      const decision = update(
        context,
        'initiatives',
        before,
        values,
        { searchKey: initiativeSearchKey(after as never) },
        String(after['title']),
      );
      const changed = figures.take(row, id, after, false);
      if (changed.length === 0 || decision.status === 'rejected' || decision.status === 'later') return decision;
      return { status: 'updated', name, changes: [...decision.changes, ...changed] };
    },
  };
}
