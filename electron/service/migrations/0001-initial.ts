/** Version 1: organisation, network, initiatives, figures, attachments, awards, decks, imports, history. Frozen. */
import { sql, type Kysely } from 'kysely';

type Column = [name: string, definition: string];

/** STRICT tables cannot be told in Kysely's builder beyond a suffix, and checks read better as SQL: one small helper. */
async function table(db: Kysely<unknown>, name: string, columns: Column[], constraints: string[] = []): Promise<void> {
  const lines = [...columns.map(([column, definition]) => `"${column}" ${definition}`), ...constraints];
  await sql.raw(`create table "${name}" (\n  ${lines.join(',\n  ')}\n) strict`).execute(db);
}

async function index(db: Kysely<unknown>, name: string, on: string, unique = false): Promise<void> {
  await sql.raw(`create ${unique ? 'unique ' : ''}index "${name}" on ${on}`).execute(db);
}

// `seq` is an explicit rowid: VACUUM may renumber implicit ones, and history names the rows of an import by their range.
const identity: Column[] = [
  ['seq', 'integer primary key autoincrement'],
  ['id', 'text not null unique check (length(id) = 36)'],
];
const stamps: Column[] = [
  ['createdAt', 'text not null'],
  ['updatedAt', 'text not null'],
];
const date = (column: string): string =>
  `text check ("${column}" is null or "${column}" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const flag = (column: string, value: 0 | 1): string =>
  `integer not null default ${value} check ("${column}" in (0, 1))`;
const oneOf = (column: string, values: string[], required = true): string =>
  required
    ? `text not null check ("${column}" in (${values.map((value) => `'${value}'`).join(', ')}))`
    : `text check ("${column}" is null or "${column}" in (${values.map((value) => `'${value}'`).join(', ')}))`;
const json = (column: string, fallback: string): string =>
  `text not null default '${fallback}' check (json_valid("${column}"))`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'blobs', [
    ['hash', 'text primary key check (length(hash) = 64)'],
    ['size', 'integer not null check (size >= 0)'],
    ['bytes', 'blob not null'],
  ]);

  await table(db, 'organisation', [
    ...identity,
    ['name', `text not null check (name <> '')`],
    ['lang', oneOf('lang', ['fr', 'en'])],
    ['country', `text not null default 'FR' check (length(country) = 2)`],
    [
      'primaryColour',
      `text not null default '#1F5C4D' check ("primaryColour" glob '#[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]')`,
    ],
    [
      'accentColour',
      `text not null default '#E0A100' check ("accentColour" glob '#[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]')`,
    ],
    ['logoAttachmentId', 'text'],
    ['fiscalYearStartMonth', 'integer not null default 1 check ("fiscalYearStartMonth" between 1 and 12)'],
    ['coverageRatio', 'integer not null default 50 check ("coverageRatio" >= 1)'],
    ['solicitationThreshold', 'integer not null default 3 check ("solicitationThreshold" >= 1)'],
    ['hourlyCost', 'real check ("hourlyCost" is null or "hourlyCost" >= 0)'],
    ['currency', `text not null default 'EUR' check (length(currency) = 3)`],
    ['settings', json('settings', '{}')],
    ...stamps,
  ]);

  await table(
    db,
    'territories',
    [
      ...identity,
      ['code', `text not null unique check (code <> '')`],
      ['name', `text not null check (name <> '')`],
      ['kind', `text not null check (kind <> '')`],
      ['parentId', 'text references territories (id) on delete restrict'],
      ['colour', 'text'],
      ['searchKey', 'text not null'],
      ...stamps,
    ],
    ['check ("parentId" is null or "parentId" <> id)'],
  );
  await index(db, 'territoriesBySearchKey', 'territories ("searchKey")');
  await index(db, 'territoriesByParent', 'territories ("parentId")');

  await table(
    db,
    'sites',
    [
      ...identity,
      ['code', `text not null unique check (code <> '')`],
      ['name', `text not null check (name <> '')`],
      ['kind', 'text'],
      ['status', `text not null default 'open' check (status in ('open', 'planned', 'closed'))`],
      ['territoryId', 'text references territories (id) on delete restrict'],
      ['address', 'text'],
      ['postcode', 'text'],
      ['city', 'text'],
      ['country', `text not null default 'FR' check (length(country) = 2)`],
      ['lat', 'real check (lat is null or lat between -90 and 90)'],
      ['lon', 'real check (lon is null or lon between -180 and 180)'],
      ['accuracy', oneOf('accuracy', ['site', 'commune', 'department'], false)],
      ['headcount', 'integer check (headcount is null or headcount >= 0)'],
      ['openedOn', date('openedOn')],
      ['closedOn', date('closedOn')],
      ['notes', 'text'],
      ['searchKey', 'text not null'],
      ...stamps,
    ],
    ['check ((lat is null) = (lon is null))', 'check ((lat is null) = (accuracy is null))'],
  );
  await index(db, 'sitesBySearchKey', 'sites ("searchKey")');
  await index(db, 'sitesByTerritory', 'sites ("territoryId")');
  await index(db, 'sitesByKind', 'sites (kind, "searchKey")');
  await index(db, 'sitesByHeadcount', 'sites (headcount)');
  await index(db, 'sitesByCity', 'sites (city)');
  await index(db, 'sitesByPlace', 'sites (lat, lon)');

  await table(
    db,
    'people',
    [
      ...identity,
      ['code', `text unique check (code is null or code <> '')`],
      ['firstName', 'text not null'],
      ['lastName', 'text not null'],
      ['email', 'text'],
      ['phone', 'text'],
      ['jobTitle', 'text'],
      ['siteId', 'text references sites (id) on delete restrict'],
      ['profile', oneOf('profile', ['spontaneous', 'local_manager', 'natural_communicator'], false)],
      ['channel', oneOf('channel', ['volunteer_call', 'manager_recommendation', 'appointed'], false)],
      ['stage', oneOf('stage', ['identified', 'contacted', 'agreed', 'trained', 'active', 'paused', 'alumni'])],
      ['stageSince', date('stageSince')],
      ['joinedOn', date('joinedOn')],
      ['leftOn', date('leftOn')],
      ['allottedHours', 'real check ("allottedHours" is null or "allottedHours" >= 0)'],
      ['lang', `text check (lang is null or length(lang) = 2)`],
      ['notes', 'text'],
      ['searchKey', 'text not null'],
      ...stamps,
    ],
    [`check ("firstName" <> '' or "lastName" <> '')`],
  );
  await index(db, 'peopleBySearchKey', 'people ("searchKey")');
  await index(db, 'peopleBySite', 'people ("siteId", stage)');
  await index(db, 'peopleByStage', 'people (stage, "searchKey")');
  await index(db, 'peopleByProfile', 'people (profile, "searchKey")');
  await index(db, 'peopleByJoined', 'people ("joinedOn")');
  await index(db, 'peopleByEmail', 'people (email)');

  await table(db, 'consents', [
    ...identity,
    ['personId', 'text not null references people (id) on delete cascade'],
    ['purpose', oneOf('purpose', ['face', 'name', 'quote'])],
    ['media', 'text'],
    ['grantedOn', `text not null check ("grantedOn" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`],
    ['expiresOn', date('expiresOn')],
    ['withdrawnOn', date('withdrawnOn')],
    ['notes', 'text'],
    ...stamps,
  ]);
  await index(db, 'consentsByPerson', 'consents ("personId", purpose)');

  await table(
    db,
    'initiatives',
    [
      ...identity,
      ['code', `text unique check (code is null or code <> '')`],
      ['title', `text not null check (title <> '')`],
      ['summary', 'text'],
      ['status', oneOf('status', ['idea', 'planned', 'running', 'done', 'shared', 'abandoned'])],
      ['theme', 'text'],
      ['sdgs', json('sdgs', '[]')],
      ['siteId', 'text references sites (id) on delete restrict'],
      ['leadId', 'text references people (id) on delete set null'],
      ['replicatesId', 'text references initiatives (id) on delete set null'],
      ['startDate', date('startDate')],
      ['endDate', date('endDate')],
      ['notes', 'text'],
      ['searchKey', 'text not null'],
      ...stamps,
    ],
    [
      'check ("endDate" is null or "startDate" is null or "endDate" >= "startDate")',
      'check ("replicatesId" is null or "replicatesId" <> id)',
    ],
  );
  await index(db, 'initiativesBySearchKey', 'initiatives ("searchKey")');
  await index(db, 'initiativesBySite', 'initiatives ("siteId", "startDate")');
  await index(db, 'initiativesByStatus', 'initiatives (status, "startDate")');
  await index(db, 'initiativesByStart', 'initiatives ("startDate")');
  await index(db, 'initiativesByTheme', 'initiatives (theme, "startDate")');
  await index(db, 'initiativesByLead', 'initiatives ("leadId")');
  await index(db, 'initiativesByOrigin', 'initiatives ("replicatesId")');

  await table(db, 'indicators', [
    ...identity,
    ['code', `text not null unique check (code <> '')`],
    ['name', `text not null check (name <> '')`],
    ['nameEn', 'text'],
    ['unit', 'text not null'],
    ['kind', oneOf('kind', ['input', 'output', 'impact'])],
    ['decimals', 'integer not null default 0 check (decimals between 0 and 6)'],
    ['position', 'integer not null default 0'],
    ['description', 'text'],
    ...stamps,
  ]);

  await table(
    db,
    'measurements',
    [
      ...identity,
      ['initiativeId', 'text not null references initiatives (id) on delete cascade'],
      ['indicatorId', 'text not null references indicators (id) on delete restrict'],
      ['date', `text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`],
      ['value', 'real not null'],
      ['provenance', oneOf('provenance', ['measured', 'estimated', 'declared'])],
      ['source', 'text'],
      ['factor', 'real'],
      ['factorVersion', 'text'],
      ['notes', 'text'],
      ...stamps,
    ],
    ['unique ("initiativeId", "indicatorId", date)'],
  );
  await index(db, 'measurementsByIndicator', 'measurements ("indicatorId", date)');

  await table(db, 'attachments', [
    ...identity,
    ['ownerKind', oneOf('ownerKind', ['organisation', 'site', 'person', 'initiative', 'nominee', 'edition'])],
    ['ownerId', 'text not null'],
    ['role', oneOf('role', ['cover', 'portrait', 'logo', 'file'])],
    ['name', `text not null check (name <> '')`],
    ['mediaType', 'text not null'],
    ['size', 'integer not null check (size >= 0)'],
    ['width', 'integer'],
    ['height', 'integer'],
    ['blobHash', 'text not null references blobs (hash) on delete restrict'],
    ['thumbnailHash', 'text references blobs (hash) on delete restrict'],
    ['alt', 'text'],
    ['credit', 'text'],
    ['position', 'integer not null default 0'],
    ...stamps,
  ]);
  await index(db, 'attachmentsByOwner', 'attachments ("ownerKind", "ownerId", position)');
  await index(db, 'attachmentsByBlob', 'attachments ("blobHash")');
  await index(db, 'attachmentsByThumbnail', 'attachments ("thumbnailHash")');

  await table(
    db,
    'awardEditions',
    [
      ...identity,
      ['year', 'integer not null check (year between 1990 and 2200)'],
      ['name', `text not null check (name <> '')`],
      ['status', oneOf('status', ['draft', 'scoring', 'closed'])],
      ['heldOn', date('heldOn')],
      ['place', 'text'],
      ['method', oneOf('method', ['mean', 'trimmed', 'zscore', 'borda', 'schulze'])],
      ['quorum', 'integer not null default 3 check (quorum >= 1)'],
      ['closedAt', 'text'],
      ['snapshot', 'text check (snapshot is null or json_valid(snapshot))'],
      ...stamps,
    ],
    ['unique (year, name)'],
  );
  await table(
    db,
    'awardCategories',
    [
      ...identity,
      ['editionId', 'text not null references "awardEditions" (id) on delete cascade'],
      ['name', `text not null check (name <> '')`],
      ['description', 'text'],
      ['subject', oneOf('subject', ['initiative', 'person', 'either'])],
      ['colour', 'text'],
      ['scaleMin', 'real not null default 0'],
      ['scaleMax', 'real not null default 10'],
      ['winnersCount', 'integer not null default 1 check ("winnersCount" >= 1)'],
      ['position', 'integer not null'],
      ...stamps,
    ],
    ['check ("scaleMax" > "scaleMin")'],
  );
  await index(db, 'awardCategoriesByEdition', '"awardCategories" ("editionId", position)');
  await table(db, 'awardCriteria', [
    ...identity,
    ['categoryId', 'text not null references "awardCategories" (id) on delete cascade'],
    ['name', `text not null check (name <> '')`],
    ['description', 'text'],
    ['weight', 'real not null check (weight > 0)'],
    ['position', 'integer not null'],
    ...stamps,
  ]);
  await index(db, 'awardCriteriaByCategory', '"awardCriteria" ("categoryId", position)');
  await table(
    db,
    'nominees',
    [
      ...identity,
      ['categoryId', 'text not null references "awardCategories" (id) on delete cascade'],
      ['code', 'text'],
      ['initiativeId', 'text references initiatives (id) on delete restrict'],
      ['personId', 'text references people (id) on delete restrict'],
      ['title', 'text'],
      ['story', 'text'],
      ['citation', 'text'],
      ['position', 'integer not null'],
      ...stamps,
    ],
    [
      'check (("initiativeId" is null) <> ("personId" is null))',
      'unique ("categoryId", "initiativeId")',
      'unique ("categoryId", "personId")',
    ],
  );
  await index(db, 'nomineesByInitiative', 'nominees ("initiativeId")');
  await index(db, 'nomineesByPerson', 'nominees ("personId")');
  await table(db, 'jurors', [
    ...identity,
    ['editionId', 'text not null references "awardEditions" (id) on delete cascade'],
    ['name', `text not null check (name <> '')`],
    ['role', 'text'],
    ['email', 'text'],
    ['personId', 'text references people (id) on delete set null'],
    ['isChair', flag('isChair', 0)],
    ['position', 'integer not null'],
    ...stamps,
  ]);
  await index(db, 'jurorsByEdition', 'jurors ("editionId", position)');
  await index(db, 'jurorsByPerson', 'jurors ("personId")');
  await table(
    db,
    'recusals',
    [
      ...identity,
      ['jurorId', 'text not null references jurors (id) on delete cascade'],
      ['nomineeId', 'text not null references nominees (id) on delete cascade'],
      ['kind', oneOf('kind', ['recusal', 'abstention'])],
      ['reason', `text not null check (reason <> '')`],
      ...stamps,
    ],
    ['unique ("jurorId", "nomineeId")'],
  );
  await index(db, 'recusalsByNominee', 'recusals ("nomineeId")');
  await table(
    db,
    'scores',
    [
      ...identity,
      ['jurorId', 'text not null references jurors (id) on delete cascade'],
      ['nomineeId', 'text not null references nominees (id) on delete cascade'],
      ['criterionId', 'text not null references "awardCriteria" (id) on delete cascade'],
      ['value', 'real not null'],
      ['comment', 'text'],
      ...stamps,
    ],
    ['unique ("nomineeId", "jurorId", "criterionId")'],
  );
  await index(db, 'scoresByJuror', 'scores ("jurorId")');
  await index(db, 'scoresByCriterion', 'scores ("criterionId")');
  // A decision is what a person added to the computed ranking: a tie broken, a winner overridden, with the reason.
  await table(
    db,
    'awardDecisions',
    [
      ...identity,
      ['categoryId', 'text not null references "awardCategories" (id) on delete cascade'],
      ['nomineeId', 'text not null references nominees (id) on delete cascade'],
      ['kind', oneOf('kind', ['tie_break', 'override'])],
      ['rank', 'integer not null check (rank >= 1)'],
      ['reason', `text not null check (reason <> '')`],
      ...stamps,
    ],
    ['unique ("categoryId", "nomineeId", kind)'],
  );
  await index(db, 'awardDecisionsByNominee', '"awardDecisions" ("nomineeId")');

  await table(
    db,
    'decks',
    [
      ...identity,
      ['editionId', 'text not null references "awardEditions" (id) on delete cascade'],
      ['lang', oneOf('lang', ['fr', 'en'])],
      ['theme', 'text not null'],
      ['options', json('options', '{}')],
      ...stamps,
    ],
    ['unique ("editionId", lang)'],
  );
  await table(
    db,
    'deckSlides',
    [
      ...identity,
      ['deckId', 'text not null references decks (id) on delete cascade'],
      ['key', 'text not null'],
      ['position', 'integer'],
      ['hidden', flag('hidden', 0)],
      ['overrides', json('overrides', '{}')],
      ['notes', 'text'],
      ...stamps,
    ],
    ['unique ("deckId", key)'],
  );

  await table(
    db,
    'importMappings',
    [
      ...identity,
      ['kind', 'text not null'],
      ['signature', 'text not null'],
      ['mapping', json('mapping', '{}')],
      ...stamps,
    ],
    ['unique (kind, signature)'],
  );

  await table(db, 'transactions', [
    ['seq', 'integer primary key autoincrement'],
    ['procedure', 'text not null'],
    ['summary', json('summary', '{}')],
    ['actor', 'text not null'],
    ['origin', oneOf('origin', ['app', 'cli'])],
    ['at', 'text not null'],
    ['state', oneOf('state', ['done', 'undone', 'discarded'])],
    ['undoneAt', 'text'],
  ]);
  await index(db, 'transactionsByState', 'transactions (state, seq)');
  // A row is either one changed row ('insert', 'update', 'delete') or a run of rows created together ('bulk'): an import of
  // 100,000 rows then costs one line of history. `before`/`after` hold the changed columns of an update, all of them else.
  await table(db, 'history', [
    ['seq', 'integer primary key autoincrement'],
    ['transactionSeq', 'integer not null references transactions (seq) on delete cascade'],
    ['tableName', 'text not null'],
    ['recordId', 'text'],
    ['operation', oneOf('operation', ['insert', 'update', 'delete', 'bulk'])],
    ['before', 'text'],
    ['after', 'text'],
    ['firstSeq', 'integer'],
    ['lastSeq', 'integer'],
    ['payload', 'blob'],
  ]);
  await index(db, 'historyByTransaction', 'history ("transactionSeq", seq)');
  await index(db, 'historyByRecord', 'history ("tableName", "recordId", seq)');
  await sql
    .raw(`create index "historyBulk" on history ("tableName", "firstSeq", "lastSeq") where operation = 'bulk'`)
    .execute(db);
}
