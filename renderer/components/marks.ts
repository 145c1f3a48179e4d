/** How far along each word of the closed lists is, as the ring beside it shows it. */
import type { initiativeStatuses, siteStatuses, stages } from '#shared/base/common.ts';
import type { Mark } from './step-mark.tsx';

export const stageMarks: Record<(typeof stages)[number], Mark> = {
  identified: 'dotted',
  contacted: 0,
  agreed: 0.33,
  trained: 0.66,
  active: 'done',
  paused: 'paused',
  alumni: 'stopped',
};
export const statusMarks: Record<(typeof initiativeStatuses)[number], Mark> = {
  idea: 'dotted',
  planned: 0,
  running: 0.5,
  done: 1,
  shared: 'done',
  abandoned: 'stopped',
};
export const siteMarks: Record<(typeof siteStatuses)[number], Mark> = { open: 1, planned: 'dotted', closed: 'stopped' };
