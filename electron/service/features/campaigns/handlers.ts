/** The campaigns' procedures: lists and views here, changes in the files beside. */
import { sql } from 'kysely';
import type { campaignsContract } from '#shared/campaigns/contract.ts';
import type { HandlersOf } from '../../context.ts';
import { campaignConditions } from '../../domain/campaigns/filter.ts';
import { allIds, inOrder, pageOfIds } from '../../records/paging.ts';
import { writeForms } from './forms.ts';
import { templateHandlers } from './from-template.ts';
import { partHandlers } from './parts.ts';
import { plan } from './plan.ts';
import { scopePreview } from './preview.ts';
import { campaignDetail, campaignRows, campaignSortColumns } from './queries.ts';
import { recordHandlers } from './records.ts';
import { settleHandlers } from './settle.ts';
import { taskHandlers } from './tasks.ts';

export const campaignsHandlers: HandlersOf<typeof campaignsContract> = {
  ...recordHandlers,
  ...partHandlers,
  ...taskHandlers,
  ...settleHandlers,
  ...templateHandlers,

  'campaigns.list': async ({ db, raw, today }, { offset, limit, search, sort, descending, filter }) => {
    const { ids, total } = await pageOfIds(db, {
      table: 'campaigns',
      conditions: campaignConditions(raw, filter, search),
      orderBy: campaignSortColumns[sort],
      descending,
      offset,
      limit,
    });
    return { rows: inOrder(ids, await campaignRows(db, raw, ids, today)), total };
  },

  'campaigns.ids': async ({ db, raw }, { search, filter }) => ({
    ids: await allIds(db, 'campaigns', campaignConditions(raw, filter, search)),
  }),
  'campaigns.get': ({ db, raw, today }, { id }) => campaignDetail(db, raw, id, today),
  'campaigns.plan': plan,
  'campaigns.forms': writeForms,
  'campaigns.scopePreview': ({ db }, input) => scopePreview(db, input),

  'campaigns.facets': async ({ db }) => {
    const distinct = async (column: 'theme' | 'pillar'): Promise<string[]> =>
      (await db.selectFrom('campaigns').select(column).distinct().where(column, 'is not', null).execute())
        .flatMap((row) => (row as Record<string, string | null>)[column] ?? [])
        .sort((a, b) => a.localeCompare(b, 'fr'));
    const owners = await db
      .selectFrom('people')
      .select(['people.id', sql<string>`trim(people."firstName" || ' ' || people."lastName")`.as('name')])
      .where(
        sql<boolean>`people.id in (select "ownerId" from campaigns where "ownerId" is not null union select "ownerId" from "campaignTasks" where "ownerId" is not null)`,
      )
      .orderBy('people.searchKey')
      .execute();
    return { themes: await distinct('theme'), pillars: await distinct('pillar'), owners };
  },
};
