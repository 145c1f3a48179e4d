/** When a template of a campaign is usually begun next: never in the past, and on its day of awareness or in its season. */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { addDays, daysBetween } from '#shared/base/days.ts';
import { campaignTemplates, usualStart } from '../../electron/service/domain/campaigns/templates.ts';

const resources = resolve(import.meta.dirname, '../../resources');
const templates = campaignTemplates(resources);

it('is today or later for every template, within a little over a year, whatever the day', () => {
  for (let day = '2027-01-01'; day < '2028-03-01'; day = addDays(day, 13))
    for (const template of templates) {
      const ahead = daysBetween(day, usualStart(template, resources, day));
      expect(ahead, `${template.key} on ${day}`).toBeGreaterThanOrEqual(0);
      expect(ahead, `${template.key} on ${day}`).toBeLessThanOrEqual(400);
    }
});

it('is the day itself on that day, and next year’s on the day after', () => {
  for (const template of templates) {
    const next = usualStart(template, resources, '2027-01-01');
    expect(usualStart(template, resources, next), template.key).toBe(next);
    const after = usualStart(template, resources, addDays(next, 1));
    expect(daysBetween(next, after), template.key).toBeGreaterThanOrEqual(350);
  }
});

it('is that of the season where no day of awareness is known', () => {
  const [some] = templates;
  if (some === undefined) throw new Error('no template');
  const template = { ...some, awareness: null, season: { month: 3, day: 15 } };
  expect(usualStart(template, resources, '2027-03-14')).toBe('2027-03-15');
  expect(usualStart(template, resources, '2027-03-15')).toBe('2027-03-15');
  expect(usualStart(template, resources, '2027-03-16')).toBe('2028-03-15');
  expect(usualStart(template, resources, '2027-12-31')).toBe('2028-03-15');
  expect(usualStart({ ...template, awareness: 'unknown' }, resources, '2027-03-14')).toBe('2027-03-15');
});
