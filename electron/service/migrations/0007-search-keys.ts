/** Version 7: the stored search keys made anew where a text holds an apostrophe or a hyphen that keys did not take for one. Frozen. */
import { sql, type Kysely } from 'kysely';

// The way texts are folded as of this version, for keys that have nothing of the app to lean on.
const ligatures: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ĳ: 'ij',
  ﬁ: 'fi',
  ﬂ: 'fl',
};
const apostrophes =
  '`\u00B4\u02B9\u02BB-\u02BD\u02BF\u02C8\u02CA\u02CB\u2018\u2019\u201B\u2032\u2035\uA78C\uFF07\uFF40';
const hyphens = '\u02D7\u2010-\u2015\u2043\u2212\uFE31\uFE32\uFE58\uFE63\uFF0D';
const invisible = '\u00AD\u200B-\u200D\u2060\uFEFF';
const [anApostrophe, aHyphen, unseen] = [apostrophes, hyphens, invisible].map((signs) => new RegExp(`[${signs}]`, 'g'));
const plainSigns = (text: string): string =>
  text
    .replace(unseen as RegExp, '')
    .replace(anApostrophe as RegExp, "'")
    .replace(aHyphen as RegExp, '-');

function fold(text: string): string {
  const letters = plainSigns(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđðþıĳﬁﬂ]/g, (letter) => ligatures[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return plainSigns(letters)
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim();
}

type Stored = Record<string, string | number | null>;

/** The parts of each table's key, in order; a part of several columns joins them by a space. */
const keys: Record<string, string[][]> = {
  territories: [['name'], ['code']],
  sites: [['name'], ['code'], ['city'], ['postcode']],
  people: [['lastName', 'firstName'], ['firstName', 'lastName'], ['email'], ['code']],
  initiatives: [['title'], ['theme'], ['code']],
  campaigns: [['title'], ['theme'], ['pillar'], ['code']],
  touchpoints: [['summary'], ['author']],
};

function keyOf(table: string, row: Stored): string {
  return (keys[table] ?? [])
    .map((columns) => (columns.length === 1 ? row[columns[0] ?? ''] : columns.map((one) => row[one]).join(' ')))
    .filter((part) => part !== null && part !== undefined && part !== '')
    .map((part) => fold(String(part)))
    .join('\u001f');
}

/** Where a sign stands that keys did not take for what it is; all others keep their key. */
const touched = (column: string): string => `"${column}" glob '*[${apostrophes}${hyphens}${invisible}]*'`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, parts] of Object.entries(keys)) {
    const columns = [...new Set(parts.flat())];
    const { rows } = await sql
      .raw<Stored>(
        `select seq, "searchKey", ${columns.map((column) => `"${column}"`).join(', ')} from "${table}" where ${columns.map(touched).join(' or ')}`,
      )
      .execute(db);
    for (const row of rows) {
      const key = keyOf(table, row);
      if (key !== row['searchKey'])
        await sql`update ${sql.table(table)} set "searchKey" = ${key} where seq = ${row['seq']}`.execute(db);
    }
    // Undo and redo put whole rows and changed columns back: the keys among them follow.
    const history = await sql<{ seq: number; before: string | null; after: string | null }>`
      select seq, before, after from history where "tableName" = ${table} and operation <> 'bulk'
      and (${sql.raw(`${touched('before')} or ${touched('after')}`)})`.execute(db);
    for (const { seq, before, after } of history.rows)
      await sql`update history set before = ${rekeyed(table, before)}, after = ${rekeyed(table, after)} where seq = ${seq}`.execute(
        db,
      );
  }
}

/** A row of the history with its key made anew: from all its columns where it has them, else from the key itself. */
function rekeyed(table: string, text: string | null): string | null {
  if (text === null) return null;
  const row = JSON.parse(text) as Stored;
  if (typeof row['searchKey'] !== 'string') return text;
  const isWhole = (keys[table] ?? []).flat().every((column) => column in row);
  const key = isWhole ? keyOf(table, row) : row['searchKey'].split('\u001f').map(fold).join('\u001f');
  return JSON.stringify({ ...row, searchKey: key });
}
