/** Version 6: a mark, new at each folding in of the log, that ties a log of changes to the one file it belongs to. Frozen. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table "fileMark" (id integer primary key check (id = 1), mark text not null check (length(mark) = 79)) strict`,
    )
    .execute(db);
  await sql
    .raw(
      `insert into "fileMark" (id, mark) values (1, 'maillage-mark ${'0'.repeat(32)} ' || lower(hex(randomblob(16))))`,
    )
    .execute(db);
}
