/** What dates say beside a stage or a status: the last day and the first still count. */
import { describe, expect, it } from 'vitest';
import { personStanding } from '#shared/people/standing.ts';
import { statusByDates } from '#shared/sites/standing.ts';
import { isOpenBetween } from '../../electron/service/domain/sites/standing.ts';

const today = '2026-06-15';

describe('what dates say', () => {
  it.each([
    ['active', null, null, null],
    ['active', null, '2026-06-14', 'left'],
    ['active', null, today, null],
    ['identified', '2026-01-01', '2026-06-14', 'left'],
    ['alumni', null, '2026-06-14', null],
    ['alumni', '2026-06-16', null, null],
    ['active', '2026-06-16', null, 'awaited'],
    ['active', today, null, null],
  ] as const)('of somebody %s, in from %s to %s: %s', (stage, joinedOn, leftOn, said) => {
    expect(personStanding({ stage, joinedOn, leftOn }, today)).toBe(said);
  });

  it.each([
    ['open', null, null, null],
    ['open', null, '2026-06-14', 'closed'],
    ['open', null, today, null],
    ['planned', '2026-01-01', '2026-06-14', 'closed'],
    ['closed', '2026-06-16', '2026-06-14', null],
    ['closed', '2026-01-01', null, null],
    ['open', '2026-06-16', null, 'planned'],
    ['open', today, null, null],
    ['planned', today, null, 'open'],
    ['planned', '2026-06-16', null, null],
    ['planned', null, null, null],
  ] as const)('of a site %s, from %s to %s: %s', (status, openedOn, closedOn, asked) => {
    expect(statusByDates({ status, openedOn, closedOn }, today)).toBe(asked);
  });
});

it('a site is open between two days on its first and on its last', () => {
  const open = (openedOn: string | null, closedOn: string | null): boolean =>
    isOpenBetween({ status: 'open', openedOn, closedOn }, '2026-03-01', '2026-03-31');
  expect([open(null, '2026-03-01'), open('2026-03-31', null), open(null, null)]).toEqual([true, true, true]);
  expect([open(null, '2026-02-28'), open('2026-04-01', null)]).toEqual([false, false]);
});
