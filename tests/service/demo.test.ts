/** The demonstration network: its numbers, its places, its story, its awards; the same seed and day give the same file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWriter, type RawDatabase } from '../../electron/service/database/connect.ts';
import { migrate } from '../../electron/service/database/migrate.ts';
import { generateDemo } from '../../electron/service/demo/index.ts';
import { departmentFinder } from '../../electron/service/geo/map-places.ts';
import { networkMapSvg } from '../../electron/service/geo/map-svg.ts';
import { resources, testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

const today = '2026-11-24';
let folder: string;
let db: RawDatabase;

async function demo(
  name: string,
  options: {
    size?: 'small' | 'medium';
    seed?: number;
    lang?: 'fr' | 'en';
    signal?: AbortSignal;
    today?: string;
    onProgress?: (progress: { done: number }) => void;
  } = {},
): Promise<RawDatabase> {
  const path = join(folder, name);
  const made = openWriter(path);
  made.pragma('synchronous = OFF');
  await migrate(made, path, () => path);
  await generateDemo(made, {
    size: options.size ?? 'small',
    seed: options.seed ?? 1,
    today: options.today ?? today,
    name,
    lang: options.lang ?? 'fr',
    resources,
    onProgress: options.onProgress ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
  });
  return made;
}

const rows = <T>(sql: string, from = db): T[] => from.prepare(sql).all() as T[];
const one = (sql: string, from = db): number => from.prepare(sql).pluck().get() as number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-demo-'));
  db = await demo('one');
}, 30_000);
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every row of every table, pictures by their hash; the file's own mark is another in every file. */
function content(from: RawDatabase): string {
  const tables = rows<{ name: string }>(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not in ('blobs', 'fileMark') order by name`,
    from,
  );
  return JSON.stringify([
    ...tables.map(({ name }) => rows(`select * from "${name}" order by rowid`, from)),
    rows('select hash, size from blobs order by hash', from),
  ]);
}

describe('numbers', () => {
  it('has the size that is promised', () => {
    expect(one('select count(*) from sites')).toBe(60);
    expect(one('select count(*) from people')).toBe(150);
    expect(one('select count(*) from initiatives')).toBe(180);
    expect(one('select count(*) from measurements')).toBeGreaterThan(300);
    expect(one('select count(*) from indicators')).toBe(10);
  });

  it('is the same for a seed and a day, another for another seed', async () => {
    const [again, other] = [await demo('two'), await demo('three', { seed: 2 })];
    expect(content(again)).toBe(content(db));
    expect(content(other)).not.toBe(content(db));
    again.close();
    other.close();
  }, 30_000);

  it('leaves nothing when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(demo('four', { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('takes everything back when it is cancelled half-way', async () => {
    const controller = new AbortController();
    const progress: number[] = [];
    const stop = ({ done }: { done: number }): void => {
      progress.push(done);
      if (done >= 150) controller.abort();
    };
    await expect(demo('five', { signal: controller.signal, onProgress: stop })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    const left = openWriter(join(folder, 'five'));
    expect(
      ['organisation', 'sites', 'people', 'blobs'].map((table) => one(`select count(*) from ${table}`, left)),
    ).toEqual([0, 0, 0, 0]);
    left.close();
  });

  it('can be told on any day of the year', async () => {
    for (const day of ['2026-01-02', '2028-02-29']) {
      const made = await demo(`day-${day}`, { today: day });
      expect(one('select count(*) from nominees', made)).toBeGreaterThan(20);
      expect(
        one(`select count(*) from initiatives where status in ('done', 'shared') and "endDate" > '${day}'`, made),
      ).toBe(0);
      made.close();
    }
  }, 30_000);
});

describe('places', () => {
  interface Site {
    name: string;
    country: string;
    lat: number;
    lon: number;
  }
  const placed = (): Site[] => rows<Site>('select name, country, lat, lon from sites where lat is not null');

  it('puts each site inside its country, none at 0,0, and leaves a few without a place or a headcount', () => {
    const departmentAt = departmentFinder(resources);
    expect(
      placed()
        .filter((site) => site.country === 'FR' && departmentAt(site.lat, site.lon) === null)
        .map((site) => site.name),
    ).toEqual([]);
    expect(
      placed()
        .filter((site) => site.country !== 'FR' && departmentAt(site.lat, site.lon) !== null)
        .map((site) => site.name),
    ).toEqual([]);
    expect(placed().filter((site) => Math.abs(site.lat) < 1 && Math.abs(site.lon) < 1)).toEqual([]);
    expect(placed().length).toBeGreaterThan(50);
    expect(one('select count(*) from sites where lat is null')).toBeGreaterThan(0);
    expect(one('select count(*) from sites where headcount is null')).toBeGreaterThan(0);
    expect(one(`select count(*) from sites where country <> 'FR'`)).toBeGreaterThan(2);
  });

  it('gives every site a territory, in a tree that ends in countries', () => {
    expect(one('select count(*) from sites where "territoryId" is null')).toBe(0);
    expect(
      rows<{ code: string }>('select code from territories where "parentId" is null').map((row) => row.code),
    ).toContain('FR');
  });

  it('is drawn whole on the map, the same each time', () => {
    const sites = rows<{ lat: number | null; lon: number | null; headcount: number | null }>(
      'select lat, lon, headcount from sites',
    ).map(({ headcount, ...site }, index) => ({ ...site, weight: headcount, covered: index % 2 === 0 }));
    const request = {
      sites,
      width: 800,
      height: 600,
      colours: { land: '#EEEEEE', border: '#CCCCCC', dot: '#E0A100', covered: '#1F5C4D' },
      resources,
    };
    const map = networkMapSvg(request);
    expect(map.drawn).toBe(placed().length);
    expect(map.drawn + map.missing).toBe(60);
    expect(map.svg).not.toMatch(/href|NaN|undefined|Infinity/);
    expect(networkMapSvg(request).svg).toBe(map.svg);
  });
});

describe('the story', () => {
  it('keeps dates and statuses in agreement', () => {
    expect(
      one(
        `select count(*) from initiatives where status in ('done', 'shared', 'running', 'abandoned') and ("startDate" is null or "startDate" > '${today}')`,
      ),
    ).toBe(0);
    expect(one(`select count(*) from initiatives where status = 'planned' and "startDate" <= '${today}'`)).toBe(0);
    expect(
      one(
        `select count(*) from measurements m join initiatives i on i.id = m."initiativeId" where m.date > '${today}' or m.date < i."startDate" or m.value <= 0`,
      ),
    ).toBe(0);
    expect(
      one(
        'select count(*) from initiatives i join initiatives o on o.id = i."replicatesId" where o."startDate" >= i."startDate" or o."siteId" = i."siteId" or o.theme <> i.theme',
      ),
    ).toBe(0);
    expect(
      one(
        `select count(*) from people where ("leftOn" is not null) <> (stage = 'alumni') or "joinedOn" > '${today}' or "stageSince" > '${today}'`,
      ),
    ).toBe(0);
    expect(
      one(
        `select count(*) from consents where "grantedOn" > '${today}' or "withdrawnOn" > '${today}' or "withdrawnOn" < "grantedOn"`,
      ),
    ).toBe(0);
  });

  it('shows a network that grows, with figures of each provenance', () => {
    const hours = (from: string, to: string): number =>
      one(
        `select sum(value) from measurements m join indicators i on i.id = m."indicatorId" where i.code = 'HEURES' and date > '${from}' and date <= '${to}'`,
      );
    expect(hours('2025-11-24', today)).toBeGreaterThan(hours('2024-11-24', '2025-11-24'));
    expect(one('select count(distinct provenance) from measurements')).toBe(3);
    expect(one('select count(*) from initiatives where "replicatesId" is not null')).toBeGreaterThan(10);
  });

  it('never has someone lead before joining or after leaving, nor a stage older than the person', () => {
    expect(
      one(
        'select count(*) from initiatives i join people p on p.id = i."leadId" where p."joinedOn" > i."startDate" or p."leftOn" <= i."startDate"',
      ),
    ).toBe(0);
    expect(one('select count(*) from people where "joinedOn" > "stageSince"')).toBe(0);
    expect(
      one(
        `select count(*) from people where stage in ('agreed', 'trained', 'active', 'paused', 'alumni') and "joinedOn" is null`,
      ),
    ).toBe(0);
    expect(
      one(`select count(*) from people where stage = 'agreed' and julianday('${today}') - julianday("joinedOn") > 130`),
    ).toBe(0);
  });

  it('nominates ambassadors who have been there for half a year', () => {
    expect(
      rows<{ joinedOn: string }>(
        'select p."joinedOn" as "joinedOn" from nominees n join people p on p.id = n."personId"',
      ).filter(({ joinedOn }) => joinedOn > '2026-05-28'),
    ).toEqual([]);
  });

  it('has people who write to no real address and an initiative led by a colleague of its site', () => {
    expect(one(`select count(*) from people where email not like '%.example'`)).toBe(0);
    expect(
      one('select count(*) from initiatives i join people p on p.id = i."leadId" where p."siteId" <> i."siteId"'),
    ).toBe(0);
  });
});

describe('a network of 1,500 sites', () => {
  let medium: RawDatabase;
  beforeAll(async () => {
    medium = await demo('medium', { size: 'medium' });
  }, 60_000);
  afterAll(() => medium.close());

  /** Active ambassadors of a territory on a day, as the map's timeline counts them. */
  const activeOn = (code: string, day: string): number =>
    medium
      .prepare(`select count(*) from people p join sites s on s.id = p."siteId" join territories t on t.id = s."territoryId"
    where t.code = ? and p.stage in ('active', 'paused', 'alumni') and p."joinedOn" <= ? and (p.stage = 'active' or coalesce(p."leftOn", p."stageSince") > ?)`)
      .pluck()
      .get(code, day, day) as number;

  it('has the size that is promised', () => {
    expect(['sites', 'people', 'initiatives'].map((table) => one(`select count(*) from ${table}`, medium))).toEqual([
      1500, 3000, 6000,
    ]);
  });

  it('began in the West, fades in the South-East, and has only just begun in the East', () => {
    const days = ['2024-11-24', '2025-11-24', today];
    const [west, southEast, east] = ['FR-R53', 'FR-R93', 'FR-R44'].map((code) =>
      days.map((day) => activeOn(code, day)),
    ) as [number[], number[], number[]];
    expect(west).toEqual(west.toSorted((a, b) => a - b));
    expect(west[0]).toBeGreaterThan(20);
    expect(southEast[1]).toBeGreaterThan(1.3 * (southEast[2] ?? 0));
    expect(east[1]).toBe(0);
    expect(east[2]).toBeGreaterThan(5);
  });

  it('gives sites with an address a place of their own in their department, on land', () => {
    const departmentAt = departmentFinder(resources);
    const exact = rows<{ lat: number; lon: number; postcode: string }>(
      `select lat, lon, postcode from sites where accuracy = 'site' and country = 'FR'`,
      medium,
    );
    expect(exact.length).toBeGreaterThan(700);
    for (const { lat, lon, postcode } of exact)
      expect(
        departmentAt(lat, lon)
          ?.replace(/^2[AB]$/, '20')
          .slice(0, 2),
      ).toBe(postcode.slice(0, 2));
    expect(new Set(exact.map(({ lat, lon }) => `${lat} ${lon}`)).size).toBe(exact.length);
  });
});

describe('in the app', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace({ demo: 'small', lang: 'en' });
  }, 30_000);
  afterAll(() => workspace.close());

  it('passes the check, and coverage lies between nothing and all', async () => {
    const report = await workspace.call('workspace.check', {});
    expect(report.problems).toEqual([]);
    const overview = await workspace.call('workspace.overview', {});
    const { coverage } = overview;
    expect(coverage.sitesCovered / coverage.sitesOpen).toBeGreaterThan(0.2);
    expect(coverage.sitesCovered / coverage.sitesOpen).toBeLessThan(1);
    expect(coverage.active / coverage.target).toBeGreaterThan(0.2);
    expect(coverage.active / coverage.target).toBeLessThan(1);
  });

  it("runs this year's awards with a tie, a recusal and missing notes, last year's being closed", async () => {
    const { rows: editions } = await workspace.call('awards.list', {});
    expect(editions.map((edition) => edition.status).sort()).toEqual(['closed', 'scoring']);
    for (const edition of editions) {
      const results = await workspace.call('awards.results', { editionId: edition.id });
      for (const category of results.categories) {
        expect(category.nominees.length).toBeGreaterThanOrEqual(3);
        expect(category.nominees.every((nominee) => nominee.pictureId !== null)).toBe(true);
      }
      if (edition.status === 'closed') {
        expect(results.categories.every((category) => category.winnerIds.length === 1)).toBe(true);
        continue;
      }
      expect(results.categories.some((category) => category.pendingIds.length === 2)).toBe(true);
      const detail = await workspace.call('awards.get', { id: edition.id });
      expect(detail.recusals.length).toBe(2);
      const missing = detail.completion.reduce((sum, cell) => sum + cell.expected - cell.complete, 0);
      expect(missing).toBeGreaterThan(0);
      expect(missing).toBeLessThan(detail.completion.reduce((sum, cell) => sum + cell.expected, 0) / 4);
    }
  });

  it('makes a deck with the map of its network and little to warn of', async () => {
    const { rows: editions } = await workspace.call('awards.list', {});
    const deck = await workspace.call('deck.build', {
      editionId: editions.find((edition) => edition.status === 'scoring')?.id ?? '',
      lang: 'fr',
    });
    const { slides, warnings } = await workspace.call('deck.get', { id: deck.id });
    expect(slides.length).toBeGreaterThan(12);
    expect(warnings.map((warning) => warning.kind)).not.toContain('no_map');
    const { dataUrl } = await workspace.call('deck.map', { id: deck.id });
    expect(dataUrl?.length).toBeGreaterThan(20_000);
  });

  it('shows its pictures, described', async () => {
    const page = await workspace.call('initiatives.list', { limit: 200 });
    const shown = page.rows.find((row) => row.coverId !== null);
    const { dataUrl } = await workspace.call('attachments.image', { id: shown?.coverId ?? '', size: 'thumbnail' });
    expect(dataUrl).toMatch(/^data:image\/jpeg/);
    const { rows: files } = await workspace.call('attachments.list', {
      ownerKind: 'initiative',
      ownerId: shown?.id ?? '',
    });
    expect(files[0]).toMatchObject({ width: 1200, height: 800 });
    expect(files[0]?.alt).toContain('Illustration:');
  });
});
