/** Which sites each campaign asks: those on its settled list that have not declined, or for a draft those it would have. */
import { campaignScopeSchema } from '#shared/campaigns/contract.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { scopeTest } from '../campaigns/scope.ts';
import type { SiteTable } from '../campaigns/site-table.ts';
import type { Members } from './asks.ts';

/** Read through the index on site, campaign and status alone: 400,000 answers in one pass. */
export const membersQuery = `select siteId, campaignId from adoptions indexed by adoptionsBySite where status <> 'declined'`;

const kept = new WeakMap<SiteTable, { settled: Members; drafts: Members | null }>();

function settledMembers(reader: RawDatabase, { indexOf }: SiteTable): Members {
  const lists = new Map<string, number[]>();
  for (const id of reader.prepare('select id from campaigns where frozenAt is not null').pluck().all() as string[])
    lists.set(id, []);
  let siteId = '';
  let index: number | undefined;
  for (const [site, campaign] of reader.prepare(membersQuery).raw().iterate() as IterableIterator<[string, string]>) {
    // Rows come site by site.
    if (site !== siteId) {
      siteId = site;
      index = indexOf.get(site);
    }
    // A draft may keep the answers of an earlier sending: its list follows the network all the same.
    if (index !== undefined) lists.get(campaign)?.push(index);
  }
  return new Map([...lists].map(([id, list]) => [id, Int32Array.from(list)]));
}

function draftMembers(reader: RawDatabase, table: SiteTable): Members {
  const same = new Map<string, Int32Array>();
  const drafts = reader
    .prepare(`select id, scope, startDate, endDate from campaigns where status = 'draft' and frozenAt is null`)
    .all() as { id: string; scope: string; startDate: string; endDate: string }[];
  return new Map(
    drafts.map((draft) => {
      const key = `${draft.scope}|${draft.startDate}|${draft.endDate}`;
      const list = same.get(key) ?? scopeMembers(table, campaignScopeSchema.parse(JSON.parse(draft.scope)), draft);
      same.set(key, list);
      return [draft.id, list];
    }),
  );
}

/** Places of the sites a scope takes in. */
export function scopeMembers(
  table: SiteTable,
  scope: Parameters<typeof scopeTest>[0],
  period: Parameters<typeof scopeTest>[1],
): Int32Array {
  const isIn = scopeTest(scope, period, table.below);
  const list: number[] = [];
  for (const [index, site] of table.sites.entries()) if (isIn(site)) list.push(index);
  return Int32Array.from(list);
}

/** Every campaign that may ask, with its sites. `reader` is the reading connection; kept with the table. */
export function campaignMembers(reader: RawDatabase, table: SiteTable, drafts: boolean): Members {
  const entry = kept.get(table) ?? { settled: settledMembers(reader, table), drafts: null };
  kept.set(table, entry);
  if (!drafts) return entry.settled;
  entry.drafts ??= draftMembers(reader, table);
  return new Map([...entry.settled, ...entry.drafts]);
}
