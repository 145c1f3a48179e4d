/** Version 4: on each person, the day when they were last written to because nothing had been heard. Frozen. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table people add column "remindedOn" text check ("remindedOn" is null or "remindedOn" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`,
    )
    .execute(db);
  await sql.raw(`create index "peopleByRemindedOn" on people ("remindedOn")`).execute(db);
}
