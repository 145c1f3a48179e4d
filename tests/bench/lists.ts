/** A page of a long list through dispatch, against the same SQL by hand. */
import { dispatch } from '../../electron/service/dispatch.ts';
import type { OutputOf } from '#shared/contract.ts';
import type { Result } from '#shared/base/result.ts';
import { testWorkspace } from '../factories/workspace.ts';
import { alternate, type Bench } from './measure.ts';

const rows = 200_000;

export const listBenches: Bench[] = [
  {
    name: 'a page of 200,000 initiatives (filter, sort, count)',
    against: 'the same SQL by hand, as quick as it can be written',
    target: 1.5,
    run: async () => {
      const workspace = await testWorkspace();
      const open = workspace.service.workspace;
      if (open?.writer == null) throw new Error('no writer');
      const db = open.writer;
      db.exec(`
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)
        insert into sites (id, code, name, headcount, searchKey, createdAt, updatedAt) select printf('00000000-0000-7000-8000-%012d', i), 'S' || i, 'Site ' || i, i, 'site ' || i, '2026-01-01', '2026-01-01' from n;
        with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})
        insert into initiatives (id, title, status, theme, siteId, startDate, searchKey, createdAt, updatedAt)
        select printf('00000000-0000-7000-9000-%012d', i), 'Initiative ' || i, case i % 4 when 0 then 'done' when 1 then 'running' when 2 then 'idea' else 'shared' end, 'Theme ' || (i % 7),
          printf('00000000-0000-7000-8000-%012d', 1 + i % 2000), printf('20%02d-%02d-%02d', 24 + i % 3, 1 + i % 12, 1 + i % 28), 'initiative ' || i, '2026-01-01', '2026-01-01' from n;
        analyze;`);
      const input = {
        offset: 1000,
        limit: 100,
        sort: 'startDate',
        descending: true,
        filter: { statuses: ['done', 'shared'] },
      };
      const ours = async (): Promise<void> => {
        const result = (await dispatch(workspace.service, 'initiatives.list', input, {
          lang: 'fr',
          actor: 'Bench',
          origin: 'app',
        })) as Result<OutputOf<'initiatives.list'>>;
        if (!result.ok || result.value.rows.length !== 100) throw new Error('no page');
      };
      const page = open.reader
        .prepare(`select i.*, s.name as siteName, t.name as territoryName, trim(p.firstName || ' ' || p.lastName) as leadName, o.title as replicatesTitle,
          (select count(*) from initiatives r where r.replicatesId = i.id) as replications, (select count(*) from measurements m where m.initiativeId = i.id) as measurements,
          (select a.id from attachments a where a.ownerKind = 'initiative' and a.ownerId = i.id and a.role = 'cover' limit 1) as coverId
        from (select seq from initiatives where status in ('done', 'shared') order by startDate desc, seq desc limit 100 offset 1000) page join initiatives i on i.seq = page.seq left join sites s on s.id = i.siteId left join territories t on t.id = s.territoryId left join people p on p.id = i.leadId left join initiatives o on o.id = i.replicatesId order by i.startDate desc, i.seq desc`);
      const count = open.reader.prepare(`select count(*) from initiatives where status in ('done', 'shared')`).pluck();
      const bare = (): void => {
        count.get();
        if (page.all().length !== 100) throw new Error('no page');
      };
      await ours();
      bare();
      const times = await alternate(21, ours, bare);
      await workspace.close();
      return times;
    },
  },
];
