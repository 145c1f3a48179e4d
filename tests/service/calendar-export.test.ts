/** The plan as a calendar file, read back by a parser that is not the writer's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateOfDay, dayNumber } from '#shared/base/days.ts';
import { icsText, type IcsEvent } from '../../electron/service/formats/ics.ts';
import { bundledCalendar } from '../../electron/service/domain/calendar/bundled.ts';
import { resources, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

const zone = process.env['TZ'];
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace({ name: 'Maison Élan' });
});
afterEach(async () => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await workspace.close();
});

interface Read {
  uid: string;
  title: string;
  startDate: string;
  /** The last day, counted. */
  endDate: string;
  isDate: boolean;
  description: string | null;
  status: string;
}

function readBack(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const date = (time: ICAL.Time): string =>
      `${String(time.year).padStart(4, '0')}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;
    return {
      uid: event.uid,
      title: event.summary,
      startDate: date(event.startDate),
      endDate: addDays(date(event.endDate), -1),
      isDate: event.startDate.isDate && event.endDate.isDate,
      description: (component.getFirstPropertyValue('description') as string | null) ?? null,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

describe('a calendar file', () => {
  it('keeps every date and every text, in every time zone', () => {
    const zones = [
      'UTC',
      'Europe/Paris',
      'America/New_York',
      'Pacific/Auckland',
      'Pacific/Kiritimati',
      'America/Sao_Paulo',
    ];
    const text = fc
      .string({
        unit: fc.constantFrom('a', 'é', 'œ', ',', ';', ':', '\\', '"', ' ', 'n', '😀', '’', '\u202f'),
        minLength: 1,
        maxLength: 120,
      })
      .filter((one) => one.trim() === one);
    const eventArb = fc.record({
      title: text,
      description: fc.option(
        fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
        { nil: null },
      ),
      day: fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2040-12-31') }),
      length: fc.nat(60),
    });
    holds(
      fc.property(fc.constantFrom(...zones), fc.array(eventArb, { maxLength: 4 }), (tz, list) => {
        process.env['TZ'] = tz;
        const events = list.map(({ title, description, day, length }, index): IcsEvent => ({
          uid: `e${index}@maillage`,
          title,
          description,
          startDate: dateOfDay(day),
          endDate: dateOfDay(day + length),
          categories: [],
          changedAt: '2026-11-24T10:00:00.000Z',
          tentative: index === 0,
        }));
        const written = icsText('Réseau', events, '2026-11-24T10:00:00.000Z');
        expect(readBack(written)).toEqual(
          events.map((event) => ({
            uid: event.uid,
            title: event.title,
            startDate: event.startDate,
            endDate: event.endDate,
            isDate: true,
            description: event.description,
            status: event.tentative ? 'TENTATIVE' : 'CONFIRMED',
          })),
        );
        for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { runs: 60 },
    );
  });

  it('never holds a control character or half a letter, whatever its texts hold', () => {
    const dirty = fc.string({
      unit: fc.constantFrom(
        'a',
        'é',
        ' ',
        ',',
        '\u0000',
        '\u0007',
        '\u000b',
        '\u001b',
        '\u007f',
        '\u0085',
        '\r',
        '\n',
        '\t',
        '\ud800',
        '😀',
      ),
      minLength: 1,
      maxLength: 90,
    });
    holds(
      fc.property(dirty, dirty, dirty, (name, title, description) => {
        const written = icsText(
          name,
          [
            {
              uid: 'e@maillage',
              title,
              description,
              startDate: '2026-11-24',
              endDate: '2026-11-24',
              categories: [title],
              changedAt: '2026-11-24T10:00:00.000Z',
              tentative: false,
            },
          ],
          '2026-11-24T10:00:00.000Z',
        );
        const lines = written.split('\r\n');
        expect(lines.join('')).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/);
        expect(written.isWellFormed()).toBe(true);
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(readBack(written).length).toBe(1);
      }),
      { runs: 100 },
    );
  });

  it('gives every holiday the identifier it had, whatever stretch of time is written', async () => {
    const { call, folder } = workspace;
    await call('calendar.savePeriod', {
      layer: 'company',
      name: 'Inventaire',
      startDate: '2026-01-05',
      endDate: '2026-01-06',
    });
    const path = join(folder, 'feries.ics');
    const uids = async (from: string, to: string): Promise<Map<string, string>> => {
      await call('calendar.export', { outPath: path, from, to, include: ['days', 'holidays'] });
      const events = readBack(readFileSync(path, 'utf8'));
      expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
      return new Map(events.map((event) => [`${event.title} ${event.startDate}`, event.uid]));
    };
    // 2008 has its Ascension on 1 May: two holidays of one day.
    for (const [first, last] of [
      ['2026-01-01', '2027-12-31'],
      ['2008-01-01', '2009-12-31'],
    ] as const) {
      const all = await uids(first, last);
      const later = await uids(addDays(first, 120), last);
      expect(later.size).toBeGreaterThan(20);
      for (const [event, uid] of later) expect([event, uid]).toEqual([event, all.get(event)]);
    }
  });

  it('holds campaigns, phases and tasks; days and holidays when asked', async () => {
    const { call, folder } = workspace;
    const { id } = await call('campaigns.create', {
      title: 'Octobre rose, édition 2; suite',
      objective: 'Parler du dépistage\nsans peur',
      startDate: '2026-10-01',
      endDate: '2026-10-31',
    });
    await call('campaigns.addPhase', {
      campaignId: id,
      kind: 'launch',
      startDate: '2026-10-01',
      endDate: '2026-10-25',
    });
    await call('campaigns.addTask', {
      campaignId: id,
      title: 'Envoyer',
      dueDate: '2026-09-15',
      ownerName: 'Zoë',
      ask: 'Une photo',
    });
    const gone = await call('campaigns.create', { title: 'Vieille', startDate: '2026-10-01', endDate: '2026-10-02' });
    await call('campaigns.setStatus', { ids: [gone.id], status: 'archived' });
    const path = join(folder, 'plan.ics');
    expect(await call('calendar.export', { outPath: path })).toEqual({ path, events: 3 });
    const events = readBack(readFileSync(path, 'utf8'));
    expect(events.map((event) => [event.title, event.startDate, event.endDate, event.status])).toEqual([
      ['Octobre rose, édition 2; suite', '2026-10-01', '2026-10-31', 'TENTATIVE'],
      ['Octobre rose, édition 2; suite – lancement', '2026-10-01', '2026-10-25', 'TENTATIVE'],
      ['Envoyer (Octobre rose, édition 2; suite)', '2026-09-15', '2026-09-15', 'TENTATIVE'],
    ]);
    expect(events[0]?.description).toBe('Parler du dépistage\nsans peur');
    expect(events[2]?.description).toBe('Demandé aux sites : Une photo\nResponsable : Zoë');
    expect((await call('calendar.export', { outPath: path, search: 'octobre' })).events).toBe(3);
    expect((await call('calendar.export', { outPath: path, search: 'novembre' })).events).toBe(0);
    const again = await call('calendar.export', {
      outPath: path,
      from: '2026-10-26',
      to: '2026-11-30',
      include: ['campaigns', 'phases', 'days', 'holidays'],
      lang: 'en',
    });
    const later = readBack(readFileSync(path, 'utf8'));
    expect(again.events).toBe(later.length);
    // The same campaign keeps its name in the calendar; its phase is over.
    expect(later[0]?.uid).toBe(events[0]?.uid);
    expect(later.map((event) => event.title)).toEqual(
      expect.arrayContaining([
        'European Disability Employment Week',
        'Armistice Day',
        'Autumn holidays (zone A, B, C)',
      ]),
    );
    expect(later.map((event) => event.title)).not.toContain('Octobre rose, édition 2; suite – launch');
    expect(new Set(later.map((event) => event.uid)).size).toBe(later.length);
  });

  it('leaves no file behind when it cannot be written', async () => {
    expect(
      await workspace.refused('calendar.export', { outPath: join(workspace.folder, 'nowhere', 'plan.ics') }),
    ).toMatchObject({ code: 'file_unwritable' });
  });
});

describe('the bundled school holidays', () => {
  it('begin on a Saturday or a Thursday, never overlap within a zone, and last two weeks in term', async () => {
    const { periods } = bundledCalendar(resources).school;
    for (const one of ['A', 'B', 'C'] as const) {
      const mine = periods
        .filter((period) => period.zones.includes(one))
        .sort((a, b) => (a.startDate < b.startDate ? -1 : 1));
      expect(mine.length).toBeGreaterThan(20);
      for (const [index, period] of mine.entries()) {
        const day = new Date(`${period.startDate}T12:00:00Z`).getUTCDay();
        expect([6, 4], period.name).toContain(day);
        expect(period.endDate >= period.startDate).toBe(true);
        if (/hiver|printemps|Toussaint|Noël/.test(period.name))
          expect([15, 16]).toContain(dayNumber(period.endDate) - dayNumber(period.startDate));
        const next = mine[index + 1];
        if (next !== undefined) expect(next.startDate > period.endDate).toBe(true);
      }
    }
    // What is read for some of the zones is what is read for each of them, and nothing of the others.
    const { call } = workspace;
    const read = async (zones: ('A' | 'B' | 'C')[], from: string, to: string): Promise<string[]> =>
      (await call('calendar.holidays', { from, to, zones })).rows
        .filter((row) => row.layer === 'school')
        .flatMap((row) => row.zones.map((one) => `${one} ${row.name} ${row.startDate} ${row.endDate}`))
        .sort();
    await holds(
      fc.asyncProperty(
        fc.subarray(['A', 'B', 'C'] as const),
        fc.integer({ min: dayNumber('2023-09-01'), max: dayNumber('2027-08-31') }),
        fc.nat(200),
        async (zones, day, days) => {
          const [from, to] = [dateOfDay(day), dateOfDay(day + days)];
          const each = (await Promise.all(zones.map((one) => read([one], from, to)))).flat().sort();
          expect(await read([...zones], from, to)).toEqual(each);
          for (const one of each) expect(zones).toContain(one[0]);
          const expected = periods
            .filter((period) => period.startDate <= to && period.endDate >= from)
            .flatMap((period) => period.zones.filter((one) => (zones as readonly string[]).includes(one)));
          expect(each.length).toBe(expected.length);
        },
      ),
      { runs: 30 },
    );
    // Winter and spring turn: no zone begins on the same day as another.
    for (const name of ['Vacances d’hiver', 'Vacances de printemps']) {
      for (const year of new Set(periods.map((period) => period.schoolYear)))
        expect(
          new Set(
            periods
              .filter((period) => period.name === name && period.schoolYear === year)
              .map((period) => period.startDate),
          ).size,
        ).toBe(3);
    }
  });
});
