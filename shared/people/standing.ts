/** What the dates of a person say on a day, beside the stage that somebody chose. */
import type { stages } from '../base/common.ts';

export interface PersonDates {
  stage: (typeof stages)[number];
  joinedOn: string | null;
  leftOn: string | null;
}

/** `left` from the day after `leftOn`, their last day, though the stage says otherwise; `awaited` before they join; null where stage and dates agree. */
export function personStanding({ stage, joinedOn, leftOn }: PersonDates, day: string): 'left' | 'awaited' | null {
  if (stage === 'alumni') return null;
  if (leftOn !== null && leftOn < day) return 'left';
  return joinedOn !== null && joinedOn > day ? 'awaited' : null;
}
