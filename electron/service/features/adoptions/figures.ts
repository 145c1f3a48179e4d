/** Adoption seen from above: by territory and kind, on the map, and what sites made their own. */
import { sql } from 'kysely';
import { changedShare } from '#shared/campaigns/shares.ts';
import { adoptionStatuses } from '#shared/campaigns/lists.ts';
import type { adoptionsContract } from '#shared/adoptions/contract.ts';
import { fold } from '#shared/base/fold.ts';
import type { OutputOf } from '#shared/contract.ts';
import type { HandlersOf } from '../../context.ts';
import type { ReadDb } from '../../database/tables.ts';
import { adoptionFigures, answersWhere, type AnswersOf } from './answer-figures.ts';
import { adoptionMapSvg, type AnsweringSite } from './answer-map.ts';
import { joinAdoptionSite } from '../../domain/adoptions/filter.ts';
import { shapesOf, territoryShapes } from '../../domain/network/territory-shapes.ts';

type Names = 'adoptions.figures' | 'adoptions.map' | 'adoptions.autonomy';
type Said = OutputOf<'adoptions.autonomy'>['said'][number];

const mostSaid = 20;

/** What sites wrote when they adapted or declined, the most frequent first. */
async function saidBy(db: ReadDb, of: AnswersOf): Promise<Said[]> {
  const groups = new Map<string, Said>();
  for (const { status, field } of [
    { status: 'adapted', field: 'what' },
    { status: 'adapted', field: 'why' },
    { status: 'declined', field: 'why' },
  ] as const) {
    const rows = await sql<{
      text: string;
      n: number;
    }>`select trim(${sql.ref(`adoptions.${field}`)}) as text, count(*) as n from adoptions ${joinAdoptionSite}
      where ${answersWhere(of)} and adoptions.status = ${status} and adoptions.${sql.ref(field)} is not null group by 1 order by n desc, min(adoptions.seq) limit 5000`.execute(
      db,
    );
    for (const { text, n } of rows.rows) {
      const key = `${status}|${field}|${fold(text)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { status, field, text, count: n });
      else group.count += n;
    }
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count || (fold(a.text) < fold(b.text) ? -1 : 1))
    .slice(0, mostSaid);
}

export const figureHandlers: Pick<HandlersOf<typeof adoptionsContract>, Names> = {
  'adoptions.figures': ({ db }, { by, ...of }) => adoptionFigures(db, by, of),

  'adoptions.map': async ({ db, host }, { width, height, depth, ...of }) => {
    // Counted before the sites are looked at: 20,000 rows instead of as many as there are answers.
    const counts = sql.join(
      adoptionStatuses.map((status) => sql`count(*) filter (where adoptions.status = ${status}) as ${sql.ref(status)}`),
    );
    const { rows } = await sql<
      Omit<AnsweringSite, 'answers'> & AnsweringSite['answers']
    >`select sites.id, sites.lat, sites.lon, sites.country, sites."territoryId", asked.*
      from (select adoptions."siteId", ${counts} from adoptions ${joinAdoptionSite} where ${answersWhere(of)} group by adoptions."siteId") asked join sites on sites.id = asked."siteId" order by sites.seq`.execute(
      db,
    );
    const asked = rows.map(
      ({ id, lat, lon, country, territoryId, invited, adopted, adapted, declined, done }): AnsweringSite => ({
        id,
        lat,
        lon,
        country,
        territoryId,
        answers: { invited, adopted, adapted, declined, done },
      }),
    );
    const territories = await db
      .selectFrom('territories')
      .select(['id', 'name', 'parentId'])
      .orderBy('searchKey')
      .execute();
    const figures = new Map(
      (await adoptionFigures(db, 'territory', of)).rows.flatMap((row) =>
        row.id === null ? [] : [[row.id, row] as const],
      ),
    );
    const shapes = shapesOf(territoryShapes(territories, asked, depth, host.resources), new Set(figures.keys()));
    return {
      ...adoptionMapSvg({ sites: asked, shapes, figures, width, height, resources: host.resources }),
      depths: shapes.depths,
      without: shapes.without,
    };
  },

  'adoptions.autonomy': async ({ db }, { by, least, offset, limit, ...of }) => {
    const { rows, whole } = await adoptionFigures(db, by, of);
    const share = new Map(rows.map((row) => [row, changedShare(row)]));
    const answered = rows.filter((row) => row.sites - row.invited >= least);
    const order = new Map(rows.map((row, index) => [row, index]));
    answered.sort(
      (a, b) =>
        (share.get(b) ?? 0) - (share.get(a) ?? 0) ||
        b.adapted + b.declined - a.adapted - a.declined ||
        (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
    return { rows: answered.slice(offset, offset + limit), total: answered.length, whole, said: await saidBy(db, of) };
  },
};
