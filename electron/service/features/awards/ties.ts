/** Jurors tied to a nominee: for each a recusal is proposed, as long as none is declared. */
import { sql } from 'kysely';
import type { ProposedRecusal } from '#shared/awards/contract.ts';
import { jurorTies } from '#shared/awards/results.ts';
import { fold } from '#shared/base/fold.ts';
import type { ReadDb } from '../../database/tables.ts';

interface JurorAs {
  jurorId: string;
  personId: string;
  linked: boolean;
}

/** Who of the network each juror is: the person chosen, else the only one of that address or name. */
async function peopleOf(db: ReadDb, editionId: string): Promise<JurorAs[]> {
  const jurors = await db
    .selectFrom('jurors')
    .select(['id', 'name', 'email', 'personId'])
    .where('editionId', '=', editionId)
    .execute();
  const wanted = jurors
    .filter((juror) => juror.personId === null)
    .flatMap((juror) => [juror.email, juror.name].flatMap((text) => (text === null ? [] : [fold(text)])));
  const { rows } = await sql<{ key: string; ids: number; id: string }>`
    select k.value as key, count(distinct p.id) as ids, min(p.id) as id
    from json_each(${JSON.stringify([...new Set(wanted)])}) k
    join people p on instr(char(31) || p."searchKey" || char(31), char(31) || k.value || char(31)) > 0
    group by k.value`.execute(db);
  const only = new Map(rows.filter((row) => row.ids === 1).map((row) => [row.key, row.id]));
  return jurors.flatMap(({ id, name, email, personId }): JurorAs[] => {
    const known = personId ?? (email === null ? undefined : only.get(fold(email))) ?? only.get(fold(name));
    return known === undefined ? [] : [{ jurorId: id, personId: known, linked: personId !== null }];
  });
}

/** The strongest tie of each pair of juror and nominee in an edition, those already recused left out. */
export async function proposedRecusals(db: ReadDb, editionId: string): Promise<ProposedRecusal[]> {
  const jurors = await peopleOf(db, editionId);
  const { rows } = await sql<{ jurorId: string; nomineeId: string; tie: ProposedRecusal['tie']; linked: number }>`
    with juror as (
      select j.value ->> 'jurorId' as "jurorId", j.value ->> 'personId' as "personId", j.value ->> 'linked' as linked, p."siteId"
      from json_each(${JSON.stringify(jurors)}) j join people p on p.id = j.value ->> 'personId'
    ), nominee as (
      select n.id, n."personId", n."initiativeId", i."leadId", i."replicatesId", o."leadId" as "originLeadId",
        coalesce(i."siteId", s."siteId") as "siteId", c.position as category, n.position
      from nominees n join "awardCategories" c on c.id = n."categoryId"
      left join initiatives i on i.id = n."initiativeId" left join initiatives o on o.id = i."replicatesId"
      left join people s on s.id = n."personId"
      where c."editionId" = ${editionId}
    ), tied as (
      select juror."jurorId", juror.linked, nominee.id as "nomineeId", nominee.category, nominee.position, case
        when nominee."personId" = juror."personId" then 'self'
        when nominee."leadId" = juror."personId" then 'leads'
        when nominee."originLeadId" = juror."personId" or exists (select 1 from initiatives r
          where r."replicatesId" = nominee."initiativeId" and r."leadId" = juror."personId") then 'origin'
        when nominee."siteId" = juror."siteId" then 'sameSite' end as tie
      from juror cross join nominee
    )
    select "jurorId", "nomineeId", tie, linked from tied
    where tie is not null and not exists
      (select 1 from recusals r where r."jurorId" = tied."jurorId" and r."nomineeId" = tied."nomineeId")
    order by category, position`.execute(db);
  return rows
    .map((row) => ({ ...row, linked: row.linked === 1 }))
    .sort((a, b) => jurorTies.indexOf(a.tie) - jurorTies.indexOf(b.tie));
}
