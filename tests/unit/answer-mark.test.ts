/** The mark that a form carries: it changes with what a site answered, and with nothing else. */
import { expect, it } from 'vitest';
import type { Answer } from '../../electron/service/domain/adoptions/answering.ts';
import { answerMark } from '../../electron/service/domain/adoptions/forms/mark.ts';

const adapted: Answer = {
  status: 'adapted',
  what: 'Un jour au lieu de trois\nà la cantine',
  why: null,
  answeredOn: '2027-01-14',
  answeredBy: 'Ana',
};

it('is twelve letters or digits, the same for the same answer', () => {
  expect(answerMark(adapted)).toMatch(/^[0-9a-f]{12}$/);
  expect(answerMark({ ...adapted })).toBe(answerMark(adapted));
});

it('does not see what a spreadsheet does to a text: the ends of its lines, blanks around it, nothing for an empty one', () => {
  const returned = { ...adapted, what: '  Un jour au lieu de trois\r\nà la cantine \r\n', why: '', answeredBy: 'Ana ' };
  expect(answerMark(returned)).toBe(answerMark(adapted));
  expect(answerMark({ ...adapted, what: 'Un jour au lieu de trois\rà la cantine' })).toBe(answerMark(adapted));
});

it('changes with each thing that a site can say', () => {
  const others: Answer[] = [
    { ...adapted, status: 'done' },
    { ...adapted, what: 'Deux jours' },
    { ...adapted, why: 'Travaux' },
    { ...adapted, answeredOn: '2027-01-15' },
    { ...adapted, answeredOn: null },
    { ...adapted, answeredBy: 'Bob' },
    { ...adapted, status: 'invited' },
  ];
  expect(new Set([adapted, ...others].map(answerMark)).size).toBe(1 + others.length);
});

it('is one for all who have not answered, whatever an earlier answer left behind', () => {
  const invited: Answer = { status: 'invited', what: null, why: null, answeredOn: null, answeredBy: null };
  expect(answerMark({ ...adapted, status: 'invited' })).toBe(answerMark(invited));
});
