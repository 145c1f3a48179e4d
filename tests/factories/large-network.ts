/** A network of any size over France, written by SQL in a second: what the benches measure with. */
import { testWorkspace, type TestWorkspace } from './workspace.ts';

/** A territory for each hundred sites of 20,000, a person on every other site, ten initiatives a site. */
export async function largeNetwork(sites: number): Promise<TestWorkspace> {
  const workspace = await testWorkspace();
  workspace.service.workspace?.writer?.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 200)
    insert into territories (id, code, name, kind, parentId, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-7000-%012d', i), 'T' || i, 'Territoire ' || i, 'région', case when i > 10 then printf('00000000-0000-7000-7000-%012d', 1 + i % 10) end, 'territoire ' || i, '2026-01-01', '2026-01-01' from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sites})
    insert into sites (id, code, name, kind, territoryId, lat, lon, accuracy, headcount, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-8000-%012d', i), 'S' || i, 'Site ' || i, 'Type ' || (i % 5), printf('00000000-0000-7000-7000-%012d', 11 + i % 190), 42.5 + ((i * 7919) % 8000) / 1000.0, -4 + ((i * 104729) % 11000) / 1000.0, 'site', nullif(i % 400, 0), 'site ' || i, '2026-01-01', '2026-01-01' from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sites})
    insert into people (id, firstName, lastName, siteId, stage, joinedOn, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-6000-%012d', i), 'P', 'Nom ' || i, printf('00000000-0000-7000-8000-%012d', 1 + (i * 3) % ${sites / 2}), case i % 3 when 0 then 'trained' else 'active' end, '2025-03-01', 'nom ' || i, '2026-01-01', '2026-01-01' from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${10 * sites})
    insert into initiatives (id, title, status, siteId, startDate, searchKey, createdAt, updatedAt)
    select printf('00000000-0000-7000-9000-%012d', i), 'Initiative ' || i, case i % 4 when 0 then 'done' when 1 then 'running' when 2 then 'idea' else 'shared' end,
      printf('00000000-0000-7000-8000-%012d', 1 + i % ${sites}), printf('20%02d-%02d-%02d', 24 + i % 3, 1 + i % 12, 1 + i % 28), 'initiative ' || i, '2026-01-01', '2026-01-01' from n;
    analyze;`);
  return workspace;
}
