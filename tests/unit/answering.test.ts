/** What a change of a site's answer sets beside what it names: its day, and what goes when the answer is taken back. */
import { expect, it } from 'vitest';
import { answerChange, missingInAnswer, type Answer } from '../../electron/service/domain/adoptions/answering.ts';

const today = '2027-03-01';
const invited: Answer = { status: 'invited', what: null, why: null, answeredOn: null, answeredBy: null };
const adopted: Answer = { ...invited, status: 'adopted', answeredOn: '2027-01-14', answeredBy: 'Ana' };

it('dates an answer on the day it is given, unless a day is given', () => {
  expect(answerChange(invited, { status: 'adopted' }, today)).toEqual({ status: 'adopted', answeredOn: today });
  expect(answerChange(adopted, { status: 'done' }, today)).toEqual({ status: 'done', answeredOn: today });
  const given = { status: 'done', answeredOn: '2027-02-02' } as const;
  expect(answerChange(adopted, given, today)).toEqual(given);
  expect(answerChange(adopted, { status: 'done', answeredOn: null }, today)).toEqual({
    status: 'done',
    answeredOn: null,
  });
});

it('leaves the day alone when the answer stays and only its words change', () => {
  expect(answerChange(adopted, { what: 'Un jour' }, today)).toEqual({ what: 'Un jour' });
  expect(answerChange(null, { why: 'Travaux' }, today)).toEqual({ why: 'Travaux' });
  expect(answerChange(adopted, { status: 'adopted', why: 'x' }, today)).toEqual({ status: 'adopted', why: 'x' });
});

it('dates one that had none, and many whose days may differ', () => {
  expect(answerChange({ ...adopted, answeredOn: null }, { status: 'adopted' }, today)).toEqual({
    status: 'adopted',
    answeredOn: today,
  });
  expect(answerChange(null, { status: 'done' }, today)).toEqual({ status: 'done', answeredOn: today });
});

it('takes away what was answered when the site is invited again', () => {
  expect(answerChange(adopted, { status: 'invited', what: 'x', answeredOn: today }, today)).toEqual(invited);
});

it('lacks what was changed when adapted, why when declined, and nothing else', () => {
  const missing = (status: Answer['status'], what: string | null, why: string | null): unknown =>
    missingInAnswer({ status, what, why });
  expect([missing('adapted', null, 'x'), missing('adapted', '', 'x'), missing('adapted', 'x', null)]).toEqual([
    'what',
    'what',
    null,
  ]);
  expect([missing('declined', 'x', null), missing('declined', 'x', ''), missing('declined', null, 'x')]).toEqual([
    'why',
    'why',
    null,
  ]);
  expect([missing('adopted', null, null), missing('done', null, null), missing('invited', '', '')]).toEqual([
    null,
    null,
    null,
  ]);
});
