/** The timeline's arithmetic: days and pixels over clock changes and leap days, bars that never touch, moves, arrows and circles. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, weekdayOf } from '#shared/base/days.ts';
import {
  changed,
  drawn,
  during,
  isChange,
  toCarryAlong,
  waitingFor,
  wouldCircle,
} from '../../renderer/blocks/time/timeline/changes.ts';
import { itemsOf, partsInOrder, taskItem, type WholeItem } from '../../renderer/blocks/time/timeline/items.ts';
import type { LaneKind, TimeItem, TimeTask } from '../../renderer/lib/time-source.ts';
import { lanesOf, packed } from '../../renderer/blocks/time/timeline/lanes.ts';
import { linkPoints, roundedPath } from '../../renderer/blocks/time/timeline/links.ts';
import { layoutOf, roomOf, stepped } from '../../renderer/blocks/time/timeline/rows.ts';
import {
  dayAt,
  mondayBefore,
  monthsBetween,
  scaleAround,
  weeksBetween,
  wholeDays,
  widened,
  widthOf,
  xOf,
  zoomedBy,
  zoomOf,
  zooms,
  zoomWidths,
  type Scale,
} from '../../renderer/blocks/time/timeline/scale.ts';
import { holds } from '../factories/properties.ts';

const zone = process.env['TZ'];
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const runs = { runs: 50 };
const dayArb = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2090-12-31') });
const weekArb = fc.integer({ min: 14, max: 364 });
const common = { source: 'campaigns', facts: () => [] };

function task(id: string, dueDate: string, more: Partial<TimeTask> = {}): TimeTask {
  return {
    ...common,
    of: { kind: 'campaign', id: 'c' },
    id,
    title: id,
    phaseId: null,
    startDate: dueDate,
    dueDate,
    doneOn: null,
    dependsOn: [],
    tooEarly: false,
    ...more,
  };
}

function whole(id: string, start: number, end: number, lanes: TimeItem['lanes'] = {}): WholeItem {
  const [made] = itemsOf({
    items: [
      {
        ...common,
        kind: 'campaign',
        id,
        title: id,
        colour: null,
        startDate: dateOfDay(start),
        endDate: dateOfDay(end),
        stage: 'ready',
        mark: 0,
        status: '',
        fixed: false,
        late: false,
        lanes,
      },
    ],
    phases: [],
    tasks: [],
  });
  if (made === undefined) throw new Error('no item');
  return made;
}

describe('the scale', () => {
  it('takes every day to a pixel and back, in any time zone, over clock changes and leap days', () => {
    holds(
      fc.property(
        fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Apia', 'Pacific/Kiritimati'),
        dayArb,
        dayArb,
        weekArb,
        (tz, around, day, week) => {
          process.env['TZ'] = tz;
          const scale = scaleAround(around, week);
          expect(weekdayOf(dateOfDay(scale.from))).toBe(1);
          expect(dayAt(scale, xOf(scale, day))).toBe(day);
          expect(dayAt(scale, xOf(scale, day + 1) - 0.01)).toBe(day);
          // A bar dropped where it was drawn has not moved; dropped so many days on, it has moved as many.
          expect(wholeDays(scale, xOf(scale, day) - xOf(scale, around))).toBe(day - around);
          expect(dayNumber(dateOfDay(dayAt(scale, xOf(scale, day))))).toBe(day);
        },
      ),
      runs,
    );
    const scale: Scale = { from: mondayBefore(dayNumber('2028-02-01')), to: 0, week: 98 };
    for (const date of [
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
      '2028-03-26',
      '2028-03-27',
      '2028-10-29',
      '2028-10-30',
    ])
      expect(dateOfDay(dayAt(scale, xOf(scale, dayNumber(date)) + 6)), date).toBe(date);
  });

  it('snaps to the nearest whole day', () => {
    const scale: Scale = { from: 0, to: 100, week: 70 };
    expect([-16, -5.1, -4, 0, 4.9, 5, 14, 16].map((pixels) => wholeDays(scale, pixels))).toEqual([
      -2, -1, 0, 0, 0, 1, 1, 2,
    ]);
    expect(Object.is(wholeDays(scale, -1), 0)).toBe(true);
  });

  it('knows its months and weeks: no gap, no overlap, all days; week 53', () => {
    holds(
      fc.property(dayArb, fc.nat(800), (from, length) => {
        for (const ticks of [monthsBetween(from, from + length), weeksBetween(from, from + length)]) {
          expect(ticks[0]?.day).toBeLessThanOrEqual(from);
          ticks.forEach((tick, index) =>
            expect(ticks[index + 1]?.day ?? tick.day + tick.days).toBe(tick.day + tick.days),
          );
          const last = ticks.at(-1);
          expect((last?.day ?? 0) + (last?.days ?? 0)).toBeGreaterThan(from + length);
        }
      }),
      runs,
    );
    expect(weeksBetween(dayNumber('2026-12-28'), dayNumber('2027-01-04')).map(({ week }) => week)).toEqual([53, 1]);
  });

  it('zooms within bounds, always by something, and names the nearest zoom', () => {
    expect(zooms.map((zoom) => zoomOf(zoomWidths[zoom]))).toEqual([...zooms]);
    expect([zoomedBy(18, 1.01), zoomedBy(18, 0.99), zoomedBy(14, 0.5), zoomedBy(360, 2), zoomedBy(98, 1.4)]).toEqual([
      19, 17, 14, 364, 137,
    ]);
    const scale = scaleAround(dayNumber('2026-11-24'), 42);
    expect(xOf(widened(scale, 26, 0), scale.from)).toBe(26 * 42);
  });
});

describe('lanes', () => {
  it('lay nothing over anything else, forget nothing, and take no line too many', () => {
    holds(
      fc.property(
        fc.array(fc.record({ left: fc.integer({ min: 0, max: 400 }), width: fc.integer({ min: 1, max: 120 }) }), {
          maxLength: 40,
        }),
        (things) => {
          const lines = packed(things, ({ left, width }) => ({ left, right: left + width }));
          expect(lines.flat().length).toBe(things.length);
          expect(new Set(lines.flat())).toEqual(new Set(things));
          for (const line of lines)
            line.forEach((thing, index) =>
              expect(line[index + 1]?.left ?? Infinity).toBeGreaterThanOrEqual(thing.left + thing.width),
            );
          const fullest = Math.max(
            0,
            ...things.map(
              ({ left }) => things.filter((other) => other.left <= left && left < other.left + other.width).length,
            ),
          );
          expect(lines.length).toBe(fullest);
        },
      ),
      runs,
    );
  });

  it('put each item where it belongs, in order, and what belongs to none where it is said', () => {
    const all = [
      whole('a', 0, 9, { territory: ['t1', 't2'], theme: ['Z'] }),
      whole('b', 0, 9, { theme: ['É'] }),
      whole('c', 0, 9, { territory: ['gone'] }),
    ];
    const names = (kind: LaneKind, known: { id: string; name: string }[] | null, isFirst: boolean) =>
      lanesOf(all, kind, { known, none: { name: 'none', isFirst } }).map((lane) => [
        lane.name,
        ...lane.items.map(({ id }) => id),
      ]);
    expect(
      names(
        'territory',
        [
          { id: 't2', name: 'Deux' },
          { id: 't1', name: 'Un' },
          { id: 't3', name: 'Trois' },
        ],
        true,
      ),
    ).toEqual([
      ['none', 'b', 'c'],
      ['Deux', 'a'],
      ['Un', 'a'],
    ]);
    expect(names('theme', null, false)).toEqual([
      ['É', 'b'],
      ['Z', 'a'],
      ['none', 'c'],
    ]);
  });
});

describe('rows', () => {
  const scale: Scale = { from: 0, to: 700, week: 42 };

  it('never let two bars of a line touch, names and phases counted, whatever is opened', () => {
    holds(
      fc.property(
        fc.array(fc.tuple(fc.nat(300), fc.nat(60), fc.string({ maxLength: 40 })), { maxLength: 30 }),
        weekArb,
        fc.boolean(),
        (spans, week, isOpen) => {
          const at = { ...scale, week };
          const items = spans.map(([start, length, title], index) => ({
            ...whole(String(index), start, start + length),
            title,
            tasks: [taskItem(task(`t${index}`, dateOfDay(start)), null)],
          }));
          const opened = new Set(isOpen ? items.map(({ id }) => `/${id}`) : []);
          const { rows, height } = layoutOf([{ id: '', name: '', colour: null, items }], at, opened);
          let top = 0;
          for (const row of rows) {
            expect(row.top).toBeGreaterThanOrEqual(top);
            top = row.top + row.height;
            row.cells.forEach(({ item }, index) => {
              const next = row.cells[index + 1]?.item;
              if (item.kind === 'item' && next?.kind === 'item')
                expect(roomOf(at, next).left).toBeGreaterThanOrEqual(roomOf(at, item).right);
            });
          }
          expect(height).toBeGreaterThanOrEqual(top);
          const keys = rows.flatMap((row) => row.cells.map(({ key }) => key));
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys.length).toBe(items.length * (isOpen ? 2 : 1));
        },
      ),
      runs,
    );
  });

  it('are walked with the arrows: along a line, to the nearest in time above and below, to the ends', () => {
    const lanes = [
      {
        id: 'x',
        name: '',
        colour: null,
        items: [whole('a', 0, 20), whole('b', 100, 140), whole('c', 90, 160)],
      },
    ];
    const { rows } = layoutOf(lanes, scale, new Set());
    expect(rows.map((row) => row.cells.map(({ item }) => item.id))).toEqual([['a', 'c'], ['b']]);
    expect([
      stepped(rows, 'x/a', 'right'),
      stepped(rows, 'x/c', 'right'),
      stepped(rows, 'x/b', 'left'),
      stepped(rows, 'x/b', 'up'),
      stepped(rows, 'x/a', 'down'),
      stepped(rows, 'x/b', 'first'),
      stepped(rows, 'x/a', 'last'),
      stepped(rows, 'x/a', 'up'),
      stepped(rows, 'gone', 'up'),
    ]).toEqual(['x/c', 'x/b', 'x/c', 'x/c', 'x/b', 'x/a', 'x/b', 'x/a', 'x/a']);
  });

  it('list a phase with its tasks, then tasks without one', () => {
    const [item] = itemsOf({
      items: [whole('c', 0, 9).item],
      phases: [
        {
          ...common,
          of: { kind: 'campaign', id: 'c' },
          id: 'p',
          title: 'Lancement',
          startDate: '2027-03-01',
          endDate: '2027-03-05',
          look: 'peak',
        },
      ],
      tasks: [
        task('early', '2027-01-01'),
        task('late', '2027-03-04', { phaseId: 'p' }),
        task('point', '2027-03-02', { phaseId: 'p', startDate: null }),
      ],
    });
    expect(
      item === undefined ? [] : partsInOrder(item).map((part) => [part.title, part.kind === 'task' && part.milestone]),
    ).toEqual([
      ['Lancement', false],
      ['point', true],
      ['late', false],
      ['early', false],
    ]);
  });
});

describe('a change of dates', () => {
  it('moves whole, or is pulled at one end and never turned over', () => {
    holds(
      fc.property(dayArb, fc.nat(60), fc.integer({ min: -90, max: 90 }), (start, length, days) => {
        const item = whole('a', start, start + length);
        const [move, first, last] = [
          changed(item, 'move', days),
          changed(item, 'start', days),
          changed(item, 'end', days),
        ];
        expect([move.start - start, move.end - move.start]).toEqual([days, length]);
        expect([first.end, last.start]).toEqual([item.end, start]);
        expect(first.start).toBe(Math.min(start + days, item.end));
        expect(last.end).toBe(Math.max(item.end + days, start));
        expect(isChange(move)).toBe(days !== 0);
      }),
      runs,
    );
  });

  it('carries the phases and the tasks of an item that is moved, but not what is done, nor when it is stretched', () => {
    const item = whole('c', 100, 120);
    const [open, done] = [
      taskItem(task('open', dateOfDay(105)), null),
      taskItem(task('done', dateOfDay(90), { doneOn: dateOfDay(90) }), null),
    ];
    const moved = changed(item, 'move', 7);
    expect([during(moved, open), during(moved, done), during(null, open)].map(({ start }) => start)).toEqual([
      112, 90, 105,
    ]);
    expect(during(changed(item, 'start', 7), open).start).toBe(105);
    expect(during(moved, whole('other', 100, 120)).start).toBe(100);
  });

  it('goes on from what is drawn, though the last change is not read back yet', () => {
    const item = whole('c', 100, 120);
    const stretched = changed(item, 'end', 7);
    const again = changed(drawn(stretched, item), 'move', 2);
    expect([again.start, again.end]).toEqual([102, 129]);
    expect(drawn(null, item)).toBe(item);
  });

  it('asks for what waits to follow only when it would begin too early', () => {
    const tasks = [
      task('a', '2027-09-01'),
      task('b', '2027-09-05', { dependsOn: ['a'] }),
      task('c', '2027-09-08', { dependsOn: ['b'] }),
      task('d', '2027-09-09', { dependsOn: ['c'], doneOn: '2027-09-02' }),
    ].map((one) => taskItem(one, null));
    const [a, b] = tasks;
    if (a === undefined || b === undefined) throw new Error('no tasks');
    const followed = (days: number) => toCarryAlong(tasks, changed(a, 'move', days)).map(({ id }) => id);
    expect([followed(-3), followed(0), followed(4), followed(5)]).toEqual([[], [], [], ['b', 'c']]);
    // What is done waits for nothing.
    expect(toCarryAlong(tasks, changed({ ...b, task: { ...b.task, doneOn: '2027-09-05' } }, 'move', 30))).toEqual([]);
    expect(
      waitingFor(
        tasks.map((one) => one.task),
        'a',
      ).map(({ id }) => id),
    ).toEqual(['b', 'c', 'd']);
  });

  it('knows every circle before it is made', () => {
    const chain = ['a', 'b', 'c'].map((id, index) =>
      task(id, '2027-01-01', { dependsOn: index === 0 ? [] : [String.fromCharCode(96 + index)] }),
    );
    expect([
      wouldCircle(chain, 'a', 'c'),
      wouldCircle(chain, 'a', 'a'),
      wouldCircle(chain, 'c', 'a'),
      wouldCircle(chain, 'b', 'c'),
    ]).toEqual([true, true, false, true]);
    const damaged = [task('x', '2027-01-01', { dependsOn: ['y'] }), task('y', '2027-01-01', { dependsOn: ['x'] })];
    expect(waitingFor(damaged, 'x').map(({ id }) => id)).toEqual(['y']);
  });
});

describe('the line between two tasks', () => {
  const pointArb = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 600 }) });

  it('goes from one to the other by right angles, leaves to the right and arrives from the left', () => {
    holds(
      fc.property(pointArb, pointArb, (from, to) => {
        const points = linkPoints(from, to, 15);
        expect([points[0], points.at(-1)]).toEqual([from, to]);
        points
          .slice(1)
          .forEach((point, index) => expect(point.x === points[index]?.x || point.y === points[index]?.y).toBe(true));
        expect(points[1]?.x).toBeGreaterThan(from.x);
        expect(points.at(-2)?.x).toBeLessThan(to.x);
        const path = roundedPath(points);
        expect(path.startsWith(`M${from.x} ${from.y}`)).toBe(true);
        expect(path.endsWith(`L${to.x} ${to.y}`)).toBe(true);
        expect(path).not.toMatch(/NaN|Infinity/);
      }),
      runs,
    );
  });

  it('is as wide as its days', () => {
    expect(widthOf({ from: 0, to: 10, week: 70 }, 3)).toBe(30);
  });
});
