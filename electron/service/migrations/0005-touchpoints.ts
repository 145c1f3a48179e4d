/** Version 5: contacts with people of the network. Frozen. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table touchpoints (
  seq integer primary key autoincrement,
  id text not null unique check (length(id) = 36),
  "personId" text not null references people (id) on delete cascade,
  kind text not null check (kind in ('call', 'mail', 'message', 'visit', 'meeting')),
  date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  summary text,
  author text,
  "searchKey" text not null,
  "createdAt" text not null,
  "updatedAt" text not null
) strict`,
    )
    .execute(db);
  await sql.raw(`create index "touchpointsByPerson" on touchpoints ("personId", date)`).execute(db);
  await sql.raw(`create index "touchpointsByDate" on touchpoints (date)`).execute(db);
  await sql.raw(`create index "touchpointsByAuthor" on touchpoints (author)`).execute(db);
  await sql.raw(`create index "touchpointsBySearchKey" on touchpoints ("searchKey")`).execute(db);
}
