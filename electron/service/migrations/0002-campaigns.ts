/** Version 2: campaigns with their targets, phases, tasks and kit, the answers of sites, the calendar's own days. Frozen. */
import { sql, type Kysely } from 'kysely';

type Column = [name: string, definition: string];

async function table(db: Kysely<unknown>, name: string, columns: Column[], constraints: string[] = []): Promise<void> {
  const lines = [...columns.map(([column, definition]) => `"${column}" ${definition}`), ...constraints];
  await sql.raw(`create table "${name}" (\n  ${lines.join(',\n  ')}\n) strict`).execute(db);
}

async function index(db: Kysely<unknown>, name: string, on: string): Promise<void> {
  await sql.raw(`create index "${name}" on ${on}`).execute(db);
}

const identity: Column[] = [
  ['seq', 'integer primary key autoincrement'],
  ['id', 'text not null unique check (length(id) = 36)'],
];
const stamps: Column[] = [
  ['createdAt', 'text not null'],
  ['updatedAt', 'text not null'],
];
const isDate = (column: string): string => `"${column}" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;
const date = (column: string): string => `text check ("${column}" is null or ${isDate(column)})`;
const requiredDate = (column: string): string => `text not null check (${isDate(column)})`;
const flag = (column: string, value: 0 | 1): string =>
  `integer not null default ${value} check ("${column}" in (0, 1))`;
const oneOf = (column: string, values: string[]): string =>
  `text not null check ("${column}" in (${values.map((value) => `'${value}'`).join(', ')}))`;
const json = (column: string, fallback: string): string =>
  `text not null default '${fallback}' check (json_valid("${column}"))`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    'campaigns',
    [
      ...identity,
      ['code', `text not null unique check (code <> '')`],
      ['title', `text not null check (title <> '')`],
      ['theme', 'text'],
      ['pillar', 'text'],
      ['sdgs', json('sdgs', '[]')],
      ['objective', 'text'],
      ['ownerId', 'text references people (id) on delete set null'],
      ['ownerName', 'text'],
      ['startDate', requiredDate('startDate')],
      ['endDate', requiredDate('endDate')],
      ['budget', 'real check (budget is null or budget >= 0)'],
      ['status', oneOf('status', ['draft', 'ready', 'running', 'closed', 'archived'])],
      ['scope', json('scope', '{}')],
      ['frozenAt', 'text'],
      ['asksSites', flag('asksSites', 1)],
      ['colour', 'text'],
      ['notes', 'text'],
      ['templateKey', 'text'],
      ['clonedFromId', 'text references campaigns (id) on delete set null'],
      ['searchKey', 'text not null'],
      ...stamps,
    ],
    ['check ("endDate" >= "startDate")'],
  );
  await index(db, 'campaignsBySearchKey', 'campaigns ("searchKey")');
  await index(db, 'campaignsByStart', 'campaigns ("startDate")');
  await index(db, 'campaignsByStatus', 'campaigns (status, "startDate")');
  await index(db, 'campaignsByTheme', 'campaigns (theme, "startDate")');
  await index(db, 'campaignsByOwner', 'campaigns ("ownerId")');
  await index(db, 'campaignsByOrigin', 'campaigns ("clonedFromId")');

  await table(
    db,
    'campaignTargets',
    [
      ...identity,
      ['campaignId', 'text not null references campaigns (id) on delete cascade'],
      ['indicatorId', 'text not null references indicators (id) on delete restrict'],
      ['value', 'real not null'],
      ...stamps,
    ],
    ['unique ("campaignId", "indicatorId")'],
  );
  await index(db, 'campaignTargetsByIndicator', '"campaignTargets" ("indicatorId")');

  await table(
    db,
    'campaignPhases',
    [
      ...identity,
      ['campaignId', 'text not null references campaigns (id) on delete cascade'],
      ['kind', oneOf('kind', ['teasing', 'launch', 'relance', 'results', 'other'])],
      ['title', 'text'],
      ['startDate', requiredDate('startDate')],
      ['endDate', requiredDate('endDate')],
      ['asksSites', flag('asksSites', 1)],
      ['position', 'integer not null default 0'],
      ...stamps,
    ],
    ['check ("endDate" >= "startDate")'],
  );
  await index(db, 'campaignPhasesByCampaign', '"campaignPhases" ("campaignId", "startDate")');

  await table(
    db,
    'campaignTasks',
    [
      ...identity,
      ['campaignId', 'text not null references campaigns (id) on delete cascade'],
      ['phaseId', 'text references "campaignPhases" (id) on delete set null'],
      ['title', `text not null check (title <> '')`],
      ['ownerId', 'text references people (id) on delete set null'],
      ['ownerName', 'text'],
      ['startDate', date('startDate')],
      ['dueDate', requiredDate('dueDate')],
      ['doneOn', date('doneOn')],
      ['asksSites', flag('asksSites', 0)],
      ['ask', 'text'],
      ['notes', 'text'],
      ['position', 'integer not null default 0'],
      ...stamps,
    ],
    ['check ("startDate" is null or "dueDate" >= "startDate")'],
  );
  await index(db, 'campaignTasksByCampaign', '"campaignTasks" ("campaignId", "dueDate")');
  await index(db, 'campaignTasksByPhase', '"campaignTasks" ("phaseId")');
  await index(db, 'campaignTasksByOwner', '"campaignTasks" ("ownerId")');

  await table(
    db,
    'campaignTaskLinks',
    [
      ...identity,
      ['taskId', 'text not null references "campaignTasks" (id) on delete cascade'],
      ['dependsOnId', 'text not null references "campaignTasks" (id) on delete cascade'],
      ...stamps,
    ],
    ['unique ("taskId", "dependsOnId")', 'check ("taskId" <> "dependsOnId")'],
  );
  await index(db, 'campaignTaskLinksByOrigin', '"campaignTaskLinks" ("dependsOnId")');

  await table(db, 'kitItems', [
    ...identity,
    ['campaignId', 'text not null references campaigns (id) on delete cascade'],
    ['kind', oneOf('kind', ['message', 'email', 'sheet'])],
    ['lang', oneOf('lang', ['fr', 'en'])],
    ['title', 'text'],
    ['text', `text not null check (text <> '')`],
    ['position', 'integer not null default 0'],
    ...stamps,
  ]);
  await index(db, 'kitItemsByCampaign', '"kitItems" ("campaignId", lang, position)');

  await table(
    db,
    'adoptions',
    [
      ...identity,
      ['campaignId', 'text not null references campaigns (id) on delete cascade'],
      ['siteId', 'text not null references sites (id) on delete cascade'],
      ['status', oneOf('status', ['invited', 'adopted', 'adapted', 'declined', 'done'])],
      ['what', 'text'],
      ['why', 'text'],
      ['answeredOn', date('answeredOn')],
      ['answeredBy', 'text'],
      ['source', `text check (source is null or source in ('app', 'form', 'import'))`],
      ['initiativeId', 'text references initiatives (id) on delete set null'],
      ['remindedOn', date('remindedOn')],
      ['reminders', 'integer not null default 0 check (reminders >= 0)'],
      ...stamps,
    ],
    ['unique ("campaignId", "siteId")'],
  );
  await index(db, 'adoptionsByStatus', 'adoptions ("campaignId", status)');
  await index(db, 'adoptionsBySite', 'adoptions ("siteId", "campaignId", status)');
  await index(db, 'adoptionsByInitiative', 'adoptions ("initiativeId")');

  // Days of the bundled catalogue that were changed or hidden, by their key, and those that were added, which have none.
  await table(db, 'awarenessDays', [
    ...identity,
    ['key', `text unique check (key is null or key <> '')`],
    ['name', `text not null check (name <> '')`],
    ['nameEn', 'text'],
    ['rule', json('rule', '{}')],
    ['source', 'text'],
    ['hidden', flag('hidden', 0)],
    ...stamps,
  ]);

  await table(
    db,
    'calendarPeriods',
    [
      ...identity,
      ['layer', oneOf('layer', ['school', 'public', 'company'])],
      ['zone', 'text'],
      ['name', `text not null check (name <> '')`],
      ['startDate', requiredDate('startDate')],
      ['endDate', requiredDate('endDate')],
      ['source', 'text'],
      ...stamps,
    ],
    ['check ("endDate" >= "startDate")'],
  );
  await index(db, 'calendarPeriodsByStart', '"calendarPeriods" ("startDate")');
}
