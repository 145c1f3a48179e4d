/** Lists in the columns that the import reads, so that a file taken out and in again changes nothing. */
import { sql, type RawBuilder } from 'kysely';
import type { Language } from '#shared/base/common.ts';
import type { ExportableList, ReportCell, ReportColumn, reportsContract } from '#shared/reports/contract.ts';
import { exportColumns } from '#shared/import/export-columns.ts';
import { fieldOf } from '#shared/import/fields.ts';
import type { HandlersOf } from '../../context.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import { adoptionConditions, joinAdoptionSite } from '../../domain/adoptions/filter.ts';
import { campaignConditions } from '../../domain/campaigns/filter.ts';
import { initiativeConditions, joinInitiativeSite } from '../../domain/initiatives/filter.ts';
import { joinPersonSite, personConditions } from '../../domain/people/filter.ts';
import { siteConditions } from '../../domain/sites/filter.ts';
import { peopleReferences } from '../../domain/people/references.ts';
import { all, type Condition } from '../../records/paging.ts';
import { cellsInOrder } from '../../engines/reporting/columns.ts';
import { sdgText } from '../initiatives/report.ts';
import type { ReportTable } from '../../engines/reporting/types.ts';
import { tableText, termsOf } from '../../engines/reporting/words.ts';
import { isOneOf } from '../../records/scope.ts';
import { writeTable } from '../../engines/reporting/write.ts';

type Handler = HandlersOf<typeof reportsContract>['reports.exportList'];
type Choice = Parameters<Handler>[1];

const typeOf = (list: ExportableList, field: string): ReportColumn['type'] => {
  const type = fieldOf(list, field)?.type;
  if (type === 'date' || type === 'endDate') return 'date';
  if (type === 'integer') return 'integer';
  if (type === 'number' || type === 'hours' || type === 'degrees') return 'number';
  return type === 'stage' ||
    type === 'profile' ||
    type === 'channel' ||
    type === 'initiativeStatus' ||
    type === 'siteStatus' ||
    type === 'provenance' ||
    type === 'campaignStatus' ||
    type === 'adoptionStatus'
    ? 'enum'
    : 'text';
};

/** The columns of a list: the import's own fields under headers that it knows again. */
function columnsOf(list: ExportableList, lang: Language): ReportColumn[] {
  return exportColumns(list, lang).map(({ field, label }) => {
    const type = typeOf(list, field);
    return {
      id: field,
      label,
      help: '',
      type,
      unit: null,
      decimals: null,
      terms: type === 'enum' ? termsOf(lang, fieldOf(list, field)?.type ?? '') : null,
    };
  });
}

interface Source {
  table: ExportableList;
  joins: RawBuilder<unknown>;
  conditions: Condition[];
  order: RawBuilder<unknown>;
}

function sourceOf(choice: Choice, reader: RawDatabase): Source {
  const none = sql``;
  switch (choice.list) {
    case 'territories':
      return { table: 'territories', joins: none, conditions: [], order: sql`territories."searchKey"` };
    case 'sites':
      return {
        table: 'sites',
        joins: none,
        conditions: siteConditions(choice.filter, choice.search),
        order: sql`sites."searchKey"`,
      };
    case 'people':
      return {
        table: 'people',
        joins: joinPersonSite,
        conditions: personConditions(choice.filter, choice.search),
        order: sql`people."searchKey"`,
      };
    case 'initiatives':
      return {
        table: 'initiatives',
        joins: joinInitiativeSite,
        conditions: initiativeConditions(choice.filter, choice.search),
        order: sql`initiatives."searchKey"`,
      };
    case 'measurements':
      return {
        table: 'measurements',
        joins: sql`join initiatives on initiatives.id = measurements."initiativeId" ${joinInitiativeSite}`,
        conditions:
          choice.initiativeIds === null
            ? initiativeConditions(choice.filter, choice.search)
            : [isOneOf('measurements.initiativeId', choice.initiativeIds)],
        order: sql`measurements.seq`,
      };
    case 'campaigns':
      return {
        table: 'campaigns',
        joins: none,
        conditions: campaignConditions(reader, choice.filter, choice.search),
        order: sql`campaigns."startDate"`,
      };
    case 'adoptions':
      return {
        table: 'adoptions',
        joins: joinAdoptionSite,
        conditions: adoptionConditions(choice.filter, choice.search),
        order: sql`adoptions."campaignId", sites."searchKey"`,
      };
  }
}

type Records = { id: string }[];
type Reader = (ids: string[]) => Promise<Records>;

async function readerOf(db: ReadDb, list: ExportableList): Promise<Reader> {
  if (list === 'territories') {
    return async (ids) => {
      const rows = await db
        .selectFrom('territories')
        .leftJoin('territories as above', 'above.id', 'territories.parentId')
        .selectAll('territories')
        .select('above.code as parent')
        .where(isOneOf('territories.id', ids))
        .execute();
      return rows;
    };
  }
  if (list === 'sites') {
    return async (ids) => {
      const rows = await db
        .selectFrom('sites')
        .leftJoin('territories', 'territories.id', 'sites.territoryId')
        .selectAll('sites')
        .select('territories.code as territory')
        .where(isOneOf('sites.id', ids))
        .execute();
      // A place worked out from the address follows it: written down, it would come back as exact.
      return rows.map((row) => (row.accuracy === 'site' ? row : { ...row, lat: null, lon: null }));
    };
  }
  if (list === 'people') {
    return async (ids) =>
      db
        .selectFrom('people')
        .leftJoin('sites', 'sites.id', 'people.siteId')
        .selectAll('people')
        .select('sites.code as siteCode')
        .where(isOneOf('people.id', ids))
        .execute();
  }
  if (list === 'initiatives') {
    const people = peopleReferences(
      await db.selectFrom('people').select(['id', 'code', 'email', 'firstName', 'lastName']).execute(),
    );
    return async (ids) => {
      const rows = await db
        .selectFrom('initiatives')
        .leftJoin('sites', 'sites.id', 'initiatives.siteId')
        .selectAll('initiatives')
        .select('sites.code as siteCode')
        .select(
          sql<
            string | null
          >`(select coalesce(origin.code, origin.id) from initiatives origin where origin.id = initiatives."replicatesId")`.as(
            'replicates',
          ),
        )
        .where(isOneOf('initiatives.id', ids))
        .execute();
      return rows.map((row) => ({
        ...row,
        sdgs: sdgText(row.sdgs),
        lead: row.leadId === null ? null : people.nameOf(row.leadId),
      }));
    };
  }
  if (list === 'campaigns') {
    const people = peopleReferences(
      await db.selectFrom('people').select(['id', 'code', 'email', 'firstName', 'lastName']).execute(),
    );
    return async (ids) => {
      const rows = await db.selectFrom('campaigns').selectAll().where(isOneOf('id', ids)).execute();
      return rows.map((row) => ({
        ...row,
        sdgs: sdgText(row.sdgs),
        owner: row.ownerId === null ? row.ownerName : people.nameOf(row.ownerId),
      }));
    };
  }
  if (list === 'adoptions') {
    return async (ids) =>
      db
        .selectFrom('adoptions')
        .innerJoin('campaigns', 'campaigns.id', 'adoptions.campaignId')
        .innerJoin('sites', 'sites.id', 'adoptions.siteId')
        .selectAll('adoptions')
        .select(['campaigns.code as campaign', 'sites.code as siteCode'])
        .where(isOneOf('adoptions.id', ids))
        .execute();
  }
  return async (ids) => {
    const rows = await db
      .selectFrom('measurements')
      .innerJoin('initiatives', 'initiatives.id', 'measurements.initiativeId')
      .innerJoin('indicators', 'indicators.id', 'measurements.indicatorId')
      .selectAll('measurements')
      .select([
        'indicators.code as indicator',
        sql<string>`coalesce(initiatives.code, initiatives.title)`.as('initiative'),
      ])
      .where(isOneOf('measurements.id', ids))
      .execute();
    return rows;
  };
}

async function listTable(db: ReadDb, reader: RawDatabase, lang: Language, choice: Choice): Promise<ReportTable> {
  const { table, joins, conditions, order } = sourceOf(choice, reader);
  const id = sql.ref(`${table}.id`);
  const chosen = choice.ids === null ? conditions : [isOneOf(`${table}.id`, choice.ids)];
  const where = all(chosen);
  const columns = columnsOf(choice.list, lang);
  const read = await readerOf(db, choice.list);
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from ${sql.table(table)} ${joins} where ${where}`.execute(db);
  return {
    columns,
    total: rows[0]?.total ?? 0,
    keys: sql`select ${id} from ${sql.table(table)} ${joins} where ${where} order by ${order}, ${sql.ref(`${table}.seq`)}`,
    read: async (keys) =>
      cellsInOrder(
        keys,
        await read(keys.map(String)),
        columns.map((column) => column.id),
      ) as ReportCell[][],
  };
}

export const exportList: Handler = (job, choice) =>
  writeTable(job, choice, async (db, lang) => ({
    table: await listTable(db, job.raw, lang, choice),
    title: tableText(lang, `report.${choice.list === 'territories' ? 'sites' : choice.list}.title`),
    scope: [],
    about: null,
  }));
