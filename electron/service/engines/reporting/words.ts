/** The words of reports, in the language they are made in: titles, headers, what columns mean, terms of closed lists. */
import type { Language } from '#shared/base/common.ts';
import enFields from '#shared/words/en/fields.json' with { type: 'json' };
import enTables from '#shared/words/en/tables.json' with { type: 'json' };
import enTerms from '#shared/words/en/terms.json' with { type: 'json' };
import frFields from '#shared/words/fr/fields.json' with { type: 'json' };
import frTables from '#shared/words/fr/tables.json' with { type: 'json' };
import frTerms from '#shared/words/fr/terms.json' with { type: 'json' };
import { broughtAt, wordsAt, type Words } from '../words.ts';

const fields: Record<Language, Record<string, string>> = { fr: frFields, en: enFields };
const tables: Record<Language, Words> = { fr: frTables, en: enTables };
const terms: Record<Language, Words> = { fr: frTerms, en: enTerms };

const asText = (found: string | Words | undefined): string | null => (typeof found === 'string' ? found : null);
const asTree = (found: string | Words | undefined): Words | null => (typeof found === 'object' ? found : null);

/** A text of the tables, the common ones first, then those a feature brought. */
function textAt(lang: Language, path: string): string | null {
  return asText(wordsAt(tables[lang], path)) ?? asText(broughtAt(lang, `tables.${path}`));
}

/** A text of `tables.json`, its `{{holes}}` filled; throws for one that is not there, which a test would find. */
export function tableText(lang: Language, path: string, values: Record<string, unknown> = {}): string {
  const text = textAt(lang, path);
  if (text === null) throw new Error(`tables.json lacks ${path}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(values[name] ?? ''));
}

/** The header of a column: its own word, else the name of the contract's field. */
export function columnLabel(lang: Language, id: string): string {
  return textAt(lang, `column.${id}`) ?? fieldLabel(lang, id);
}

/** What a column means in a table, or in any. */
export function columnHelp(lang: Language, table: string, id: string): string {
  return textAt(lang, `help.${table}.${id}`) ?? tableText(lang, `help.common.${id}`);
}

/** The words of a closed list by code, in the list's order; empty for a list that nobody knows. */
export function termsOf(lang: Language, list: string): Record<string, string> {
  const own = asTree(wordsAt(terms[lang], list)) ?? asTree(broughtAt(lang, `terms.${list}`));
  if (own !== null) return own as Record<string, string>;
  const codes = Object.keys(asTree(wordsAt(tables[lang], `term.${list}`)) ?? {});
  return Object.fromEntries(codes.map((code) => [code, tableText(lang, `term.${list}.${code}`)]));
}

/** The word for a field of a record, wherever it is shown; its name when nobody has a word for it. */
export function fieldLabel(lang: Language, field: string): string {
  return fields[lang][field] ?? asText(broughtAt(lang, `fields.${field}`)) ?? field;
}
