/** The load against a plain count of what is asked, on networks and plans made up by chance. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dateOfDay } from '#shared/base/days.ts';
import { mondayOf, weekIndex } from '#shared/base/weeks.ts';
import { campaignSpans, taskSpans, weeksOf } from '../../electron/service/domain/load/asks.ts';
import { collisionsOf, countCollisions, proposals } from '../../electron/service/features/campaigns/collision-rules.ts';
import { addUp, emptyMatrix, siteLoad, weekSums } from '../../electron/service/domain/load/matrix.ts';
import { holds } from '../factories/properties.ts';

const siteCount = 12;
const weekCount = 10;
const firstWeek = 3000;
const placesArb = fc.uniqueArray(fc.integer({ min: 0, max: siteCount - 1 })).map((list) => Int32Array.from(list));
const askArb = fc.record({
  sites: placesArb,
  weeks: fc.uniqueArray(fc.integer({ min: firstWeek - 2, max: firstWeek + weekCount + 1 })),
});
const dateArb = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') }).map(dateOfDay);
const spanArb = fc
  .tuple(dateArb, fc.integer({ min: 0, max: 120 }))
  .map(([startDate, days]) => ({ startDate, endDate: dateOfDay(dayNumber(startDate) + days) }));

describe('the load', () => {
  it('of a cell is the number of asks of that site in that week', () => {
    holds(
      fc.property(fc.array(askArb, { maxLength: 12 }), (asks) => {
        const matrix = addUp(siteCount, firstWeek, weekCount, asks);
        for (let site = 0; site < siteCount; site += 1) {
          for (let week = 0; week < weekCount; week += 1) {
            const counted = asks.filter(
              (ask) => ask.sites.includes(site) && ask.weeks.includes(firstWeek + week),
            ).length;
            expect(matrix.cells[site * weekCount + week]).toBe(counted);
          }
        }
      }),
    );
  });

  it('reconciles: sums by week over groups of sites add up to those of all, and to the sites summed', () => {
    holds(
      fc.property(
        fc.array(askArb, { maxLength: 12 }),
        fc.integer({ min: 0, max: siteCount }),
        fc.integer({ min: 1, max: 4 }),
        (asks, cut, threshold) => {
          const matrix = addUp(siteCount, firstWeek, weekCount, asks);
          const places = [...new Array(siteCount).keys()];
          const [all, one, two] = [
            weekSums(matrix, places, threshold),
            weekSums(matrix, places.slice(0, cut), threshold),
            weekSums(matrix, places.slice(cut), threshold),
          ];
          for (let week = 0; week < weekCount; week += 1) {
            expect((one.total[week] ?? 0) + (two.total[week] ?? 0)).toBe(all.total[week]);
            expect((one.over[week] ?? 0) + (two.over[week] ?? 0)).toBe(all.over[week]);
            expect(Math.max(one.peak[week] ?? 0, two.peak[week] ?? 0)).toBe(all.peak[week]);
          }
          const sites = places.map((place) => siteLoad(matrix, place, threshold));
          expect(sites.reduce((sum, site) => sum + site.total, 0)).toBe(
            all.total.reduce((sum, value) => sum + value, 0),
          );
          expect(sites.reduce((sum, site) => sum + site.over, 0)).toBe(all.over.reduce((sum, value) => sum + value, 0));
        },
      ),
    );
  });

  it('is asked in every week a span touches, and in no other', () => {
    holds(
      fc.property(fc.array(spanArb, { maxLength: 4 }), dateArb, (spans, day) => {
        const weeks = weeksOf(spans);
        expect(weeks).toEqual([...new Set(weeks)].sort((a, b) => a - b));
        const monday = mondayOf(day);
        const sunday = dateOfDay(dayNumber(monday) + 6);
        expect(weeks.includes(weekIndex(day))).toBe(
          spans.some((span) => span.startDate <= sunday && span.endDate >= monday),
        );
      }),
    );
  });

  it('of a campaign is that of its phases that ask, or all along without phases; of a task until it is done', () => {
    const campaign = { startDate: '2027-03-01', endDate: '2027-03-31', asksSites: true };
    const phase = { startDate: '2027-03-08', endDate: '2027-03-09' };
    expect(campaignSpans(campaign, [])).toEqual([campaign]);
    expect(
      campaignSpans(campaign, [
        { ...phase, asksSites: true },
        { ...phase, asksSites: false },
      ]),
    ).toHaveLength(1);
    expect(campaignSpans(campaign, [{ ...phase, asksSites: false }])).toEqual([]);
    expect(campaignSpans({ ...campaign, asksSites: false }, [{ ...phase, asksSites: true }])).toEqual([]);
    const task = { asksSites: true, startDate: '2027-03-01', dueDate: '2027-03-20', doneOn: null };
    expect(taskSpans(task)).toEqual([{ startDate: '2027-03-01', endDate: '2027-03-20' }]);
    expect(taskSpans({ ...task, startDate: null })).toEqual([{ startDate: '2027-03-20', endDate: '2027-03-20' }]);
    expect(taskSpans({ ...task, doneOn: '2027-03-10' })).toEqual([{ startDate: '2027-03-01', endDate: '2027-03-10' }]);
    expect(taskSpans({ ...task, doneOn: '2027-02-10' })).toEqual([]);
    // Done late, it asked until it was due: nobody was asked for more than that.
    expect(taskSpans({ ...task, doneOn: '2027-03-25' })).toEqual([{ startDate: '2027-03-01', endDate: '2027-03-20' }]);
    expect(taskSpans({ ...task, startDate: null })).toEqual([{ startDate: '2027-03-20', endDate: '2027-03-20' }]);
    expect(taskSpans({ ...task, asksSites: false })).toEqual([]);
  });
});

describe('collisions', () => {
  const plannedArb = fc.record({
    sites: placesArb,
    weight: fc
      .uniqueArray(fc.tuple(fc.integer({ min: firstWeek + 3, max: firstWeek + 6 }), fc.integer({ min: 1, max: 3 })), {
        selector: ([week]) => week,
      })
      .map((entries) => new Map(entries)),
  });

  it('are the asked sites that a week of the plan brings over the threshold', () => {
    holds(
      fc.property(
        fc.array(askArb, { maxLength: 10 }),
        plannedArb,
        fc.integer({ min: 1, max: 4 }),
        (asks, planned, threshold) => {
          const base = addUp(siteCount, firstWeek, weekCount, asks);
          const found = collisionsOf(base, planned, threshold);
          const together = addUp(siteCount, firstWeek, weekCount, [
            ...asks,
            ...[...planned.weight].flatMap(([week, times]) =>
              Array.from({ length: times }, () => ({ sites: planned.sites, weeks: [week] })),
            ),
          ]);
          const expected = [...planned.sites].filter((site) =>
            [...planned.weight.keys()].some(
              (week) => (together.cells[site * weekCount + week - firstWeek] ?? 0) > threshold,
            ),
          );
          expect(found.map((one) => one.site).sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
          expect(countCollisions(base, planned, threshold, 0)).toBe(found.length);
          for (const one of found)
            for (const { week, load } of one.weeks)
              expect(load).toBe(together.cells[one.site * weekCount + week - firstWeek]);
        },
      ),
    );
  });

  it('are not there on the dates proposed when any are free, and never more than where the plan stands', () => {
    holds(
      fc.property(
        fc.array(askArb, { maxLength: 10 }),
        plannedArb,
        fc.integer({ min: 1, max: 3 }),
        (asks, planned, threshold) => {
          const base = addUp(siteCount, firstWeek, weekCount, asks);
          const here = countCollisions(base, planned, threshold, 0);
          const offered = proposals(base, planned, threshold, { reach: 3, earliest: -2, most: 3 });
          if (here === 0) expect(offered).toEqual([]);
          for (const one of offered) {
            expect(one.over).toBe(countCollisions(base, planned, threshold, one.shift));
            expect(one.over).toBeLessThan(here);
            expect(one.shift).toBeGreaterThanOrEqual(-2);
          }
          // Nothing nearer would have been as good as the first.
          const [first] = offered;
          if (first !== undefined)
            for (let shift = 1; shift < Math.abs(first.shift); shift += 1)
              expect(countCollisions(base, planned, threshold, shift)).toBeGreaterThan(first.over);
        },
      ),
    );
  });

  it('are gone once the sites named are left out', () => {
    const base = emptyMatrix(3, firstWeek, weekCount);
    base.cells.fill(3, 0, weekCount);
    const planned = { sites: Int32Array.from([0, 1]), weight: new Map([[firstWeek + 1, 1]]) };
    const over = collisionsOf(base, planned, 3);
    expect(over).toEqual([{ site: 0, weeks: [{ week: firstWeek + 1, before: 3, load: 4 }] }]);
    expect(countCollisions(base, { ...planned, sites: Int32Array.from([1]) }, 3, 0)).toBe(0);
    expect(collisionsOf(base, planned, 4)).toEqual([]);
  });
});
