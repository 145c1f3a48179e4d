/**
 * Everything that asks something of sites. Each kind of record that asks is a source in one list: a new one (gatherings, say)
 * is added to it and counts everywhere at once.
 */
import type { RawDatabase } from '../../database/connect.ts';
import type { ReadDb } from '../../database/tables.ts';
import type { SiteTable } from '../campaigns/site-table.ts';
import type { Ask, Asker, AskSource, Members } from './asks.ts';
import { campaignSource } from './campaign-asks.ts';

const askSources: readonly AskSource[] = [campaignSource];

/** Every ask of every source in these weeks, both counted; of these records alone when they are given. */
export function allAsks(db: RawDatabase, from: number, to: number, ids?: string[]): Ask[] {
  return askSources.flatMap((source) => source.asks(db, from, to, ids));
}

/** Every record that may ask, with its sites. `reader` is the reading connection. */
export function membersOf(reader: RawDatabase, table: SiteTable, drafts: boolean): Members {
  return new Map(askSources.flatMap((source) => [...source.members(reader, table, drafts)]));
}

/** The records that may ask something of one site, by id. */
export async function askersOf(
  db: ReadDb,
  table: SiteTable,
  siteId: string,
  drafts: boolean,
): Promise<Map<string, Asker>> {
  const all = await Promise.all(askSources.map((source) => source.askersOf(db, table, siteId, drafts)));
  return new Map(all.flatMap((some) => [...some]));
}
