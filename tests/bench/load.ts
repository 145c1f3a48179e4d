/** The heat map of 20,000 sites and 104 weeks, with 300 campaigns and 400,000 answers, against the SQL that would add it up. */
import { mondayOf, weekIndex } from '#shared/base/weeks.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { timed, type Bench } from './measure.ts';

const sites = 20_000;
const weeks = 104;
const from = '2026-01-05';

/** 20 campaigns of every site, 280 of 40 sites each; two phases and two asking tasks apiece; 1,000 territories' worth of sites in 100. */
export async function largePlan(): Promise<TestWorkspace> {
  const workspace = await testWorkspace();
  const db = workspace.service.workspace?.writer;
  if (db == null) throw new Error('no writer');
  const stamps = `'2026-01-01', '2026-01-01'`;
  const id = (group: string, index: string): string => `printf('00000000-0000-7000-${group}-%012d', ${index})`;
  db.exec(`begin;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 100)
    insert into territories (id, code, name, kind, parentId, searchKey, createdAt, updatedAt) select ${id('8001', 'i')}, 'T' || i, 'Territoire ' || i, 'région', case when i > 10 then ${id('8001', '1 + i % 10')} end, printf('territoire %05d', i), ${stamps} from n order by i;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sites})
    insert into sites (id, code, name, kind, territoryId, headcount, searchKey, createdAt, updatedAt) select ${id('8002', 'i')}, 'S' || i, 'Site ' || i, 'kind' || (i % 5), ${id('8001', '1 + i % 100')}, i % 300, printf('site %06d', i), ${stamps} from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 300)
    insert into campaigns (id, code, title, startDate, endDate, status, frozenAt, scope, searchKey, createdAt, updatedAt)
      select ${id('8003', 'i')}, 'C' || i, 'Campagne ' || i, date('${from}', (i * 7 % 700) || ' days'), date('${from}', (i * 7 % 700 + 45) || ' days'), 'running', '2026-01-01', '{}', 'campagne ' || i, ${stamps} from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 600)
    insert into campaignPhases (id, campaignId, kind, startDate, endDate, asksSites, createdAt, updatedAt)
      select ${id('8004', 'i')}, ${id('8003', '1 + i % 300')}, 'launch', date('${from}', ((i % 300 + 1) * 7 % 700 + (i / 300) * 21) || ' days'), date('${from}', ((i % 300 + 1) * 7 % 700 + (i / 300) * 21 + 13) || ' days'), 1, ${stamps} from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 600)
    insert into campaignTasks (id, campaignId, title, dueDate, asksSites, createdAt, updatedAt)
      select ${id('8005', 'i')}, ${id('8003', '1 + i % 300')}, 'Tâche ' || i, date('${from}', ((i % 300 + 1) * 7 % 700 + (i / 300) * 14) || ' days'), 1, ${stamps} from n;
    insert into adoptions (id, campaignId, siteId, status, createdAt, updatedAt)
      select ${id('8006', `c.seq * 100000 + s.seq`)}, c.id, s.id, case (c.seq + s.seq) % 5 when 0 then 'declined' when 1 then 'adopted' else 'invited' end, ${stamps}
      from campaigns c join sites s on c.seq <= 20 or (s.seq + c.seq) % 500 = 0;
    commit; analyze;`);
  return workspace;
}

/** The same figures by SQL alone: every week of every ask joined with every site asked, grouped. */
const bareSql = `with recursive spans(campaignId, startDate, endDate) as (
    select campaignId, startDate, endDate from campaignPhases where asksSites = 1 union all select campaignId, coalesce(startDate, dueDate), dueDate from campaignTasks where asksSites = 1),
  days(campaignId, kind, week, lastWeek) as (
    select campaignId, 0, cast((julianday(startDate) - 2440591.5) / 7 as integer), cast((julianday(endDate) - 2440591.5) / 7 as integer) from spans
    union all select campaignId, kind, week + 1, lastWeek from days where week < lastWeek),
  weights as materialized (select campaignId, week, count(*) as n from days where week between ? and ? group by campaignId, week)
  select a.siteId, w.week, sum(w.n) as load from adoptions a join weights w on w.campaignId = a.campaignId where a.status <> 'declined' group by a.siteId, w.week`;

export const loadBenches: Bench[] = [
  {
    name: 'heat map of 20,000 sites x 104 weeks, first page, nothing kept',
    against: 'the sums by site and week in one SQL statement',
    target: 1,
    run: async () => {
      const workspace = await largePlan();
      const open = workspace.service.workspace;
      if (open?.writer == null) throw new Error('no writer');
      const first = weekIndex(mondayOf(from));
      const bareStatement = open.reader.prepare(bareSql).raw();
      const result = { ours: [] as number[], bare: [] as number[], note: '' };
      const touch = open.writer.prepare('update organisation set updatedAt = ?');
      const scroll: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        // Another connection's write makes everything that is kept stale.
        touch.run(String(n));
        result.ours.push(
          await timed(async () => {
            const page = await workspace.call('load.sites', { from, weeks, limit: 200 });
            if (page.total !== sites) throw new Error('no page');
          }),
        );
        for (let at = 1; at < 6; at += 1)
          scroll.push(await timed(() => workspace.call('load.sites', { from, weeks, limit: 200, offset: at * 3000 })));
        result.bare.push(
          await timed(() => {
            let rows = 0;
            for (const _row of bareStatement.iterate(first, first + weeks - 1)) rows += 1;
            if (rows === 0) throw new Error('no rows');
          }),
        );
      }
      const after: Record<string, number> = {};
      after['territories'] = await timed(() => workspace.call('load.territories', { from, weeks }));
      after['collisions of a draft on every site'] = await timed(() =>
        workspace.call('campaigns.collisions', { startDate: '2026-06-01', endDate: '2026-06-30', scope: {} }),
      );
      after['cell'] = await timed(() =>
        workspace.call('load.cell', { siteId: '00000000-0000-7000-8002-000000000007', week: '2026-06-01' }),
      );
      result.note = `(then: a window scrolled to ${Math.max(...scroll).toFixed(0)} ms at most; ${Object.entries(after)
        .map(([name, time]) => `${name} ${time.toFixed(0)} ms`)
        .join('; ')})`;
      await workspace.close();
      return result;
    },
  },
];

if (import.meta.main) for (const bench of loadBenches) console.log(JSON.stringify(await bench.run(), null, 1));
