/** The list of migrations, in order; a migration's version is its place in the list, counted from 1. */
import type { Kysely } from 'kysely';
import { up as initial } from './0001-initial.ts';
import { up as campaigns } from './0002-campaigns.ts';
import { up as network } from './0003-network.ts';
import { up as reminders } from './0004-reminders.ts';
import { up as touchpoints } from './0005-touchpoints.ts';
import { up as fileMark } from './0006-file-mark.ts';
import { up as searchKeys } from './0007-search-keys.ts';

export interface Migration {
  version: number;
  name: string;
  up: (db: Kysely<unknown>) => Promise<void>;
}

export const migrations: Migration[] = [
  { version: 1, name: 'initial', up: initial },
  { version: 2, name: 'campaigns', up: campaigns },
  { version: 3, name: 'network', up: network },
  { version: 4, name: 'reminders', up: reminders },
  { version: 5, name: 'touchpoints', up: touchpoints },
  { version: 6, name: 'file-mark', up: fileMark },
  { version: 7, name: 'search-keys', up: searchKeys },
];

export const latestVersion = migrations.length;
