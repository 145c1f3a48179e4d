/** The names of what records point to, for a reader of the history: also of what has been deleted since. */
import { trackedTables, type TrackedTable } from '#shared/kinds.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { referencesOf } from '../../database/references.ts';
import type { Catalogue } from '../../engines/facets.ts';

type StoredRow = Record<string, unknown>;

/** Columns that hold lists of ids in JSON, by the key inside. */
const referredLists: Record<string, TrackedTable> = {
  territoryIds: 'territories',
  siteIds: 'sites',
  excludedSiteIds: 'sites',
};

/** The columns that point without a foreign key: the organisation is there before any file. */
const pointers: Record<string, TrackedTable> = { logoAttachmentId: 'attachments' };

/** The table of a file's owner depends on the row: its kind says it. */
const tableOfOwner: Record<string, TrackedTable> = {
  organisation: 'organisation',
  site: 'sites',
  person: 'people',
  initiative: 'initiatives',
  nominee: 'nominees',
  edition: 'awardEditions',
};

/** What stands for a record whose name nobody knows any more. */
const forgotten = '…';
/** Longer lists are counted, not told. */
const maximumListed = 5;

export interface Names {
  /** A stored value as a reader would say it. `row` is the record as far as it is known. */
  of: (table: string, field: string, value: unknown, row: StoredRow) => unknown;
}

export function namesOf(db: RawDatabase, own: Catalogue['names']): Names {
  const known = new Map<string, string>();
  const stored = new Map(trackedTables.map((table) => [table, db.prepare(`select * from "${table}" where id = ?`)]));
  const past = db
    .prepare(
      `select coalesce(after, before) from history where tableName = ? and recordId = ? and operation in ('insert', 'delete') order by seq desc limit 1`,
    )
    .pluck();

  const rowOf = (table: TrackedTable, id: string): StoredRow | null => {
    const present = stored.get(table)?.get(id) as StoredRow | undefined;
    if (present !== undefined) return present;
    const text = past.get(table, id) as string | undefined;
    return text === undefined ? null : (JSON.parse(text) as StoredRow);
  };

  const nameOf = (table: TrackedTable, id: string): string => {
    const key = `${table} ${id}`;
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    // Before it is looked up: a record that points to itself must not turn in circles.
    known.set(key, forgotten);
    const row = rowOf(table, id);
    const name = row === null ? forgotten : titleOf(table, row);
    known.set(key, name);
    return name;
  };

  const titleOf = (table: TrackedTable, row: StoredRow): string => {
    const text = (field: string): string => (typeof row[field] === 'string' ? row[field].trim() : '');
    const named = own[table]?.(row, nameOf);
    if (named !== undefined && named !== '') return named;
    return text('title') || text('name') || text('kind') || forgotten;
  };

  const listed = (json: unknown): string | null => {
    if (json === null || typeof json !== 'object') return json === null ? null : String(json);
    const parts = Array.isArray(json)
      ? json.map((item) => String(item))
      : Object.entries(json).flatMap(([key, value]) => {
          const table = referredLists[key];
          if (Array.isArray(value))
            return value.map((item) => (table === undefined ? String(item) : nameOf(table, String(item))));
          return value === null ? [] : [String(value)];
        });
    const more = parts.length - maximumListed;
    return parts.length === 0
      ? null
      : [...parts.slice(0, maximumListed), ...(more > 0 ? [`+ ${more}`] : [])].join(', ');
  };

  return {
    of: (table, field, value, row) => {
      if (typeof value !== 'string') return value;
      const target =
        table === 'attachments' && field === 'ownerId'
          ? tableOfOwner[String(row['ownerKind'])]
          : ((referencesOf(db, table).get(field) as TrackedTable | undefined) ?? pointers[field]);
      if (target !== undefined) return nameOf(target, value);
      return /^[[{]/.test(value) ? listed(readJson(value)) : value;
    },
  };
}

/** A text that only looks like JSON stays a text. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
