/** The words of reports, in the language they are made in: titles, headers, what columns mean, terms of closed lists. */
import type { Language } from '#shared/base/common.ts';
import enFields from '#shared/words/en/fields.json' with { type: 'json' };
import enTables from '#shared/words/en/tables.json' with { type: 'json' };
import enTerms from '#shared/words/en/terms.json' with { type: 'json' };
import frFields from '#shared/words/fr/fields.json' with { type: 'json' };
import frTables from '#shared/words/fr/tables.json' with { type: 'json' };
import frTerms from '#shared/words/fr/terms.json' with { type: 'json' };

type Words = { [key: string]: string | Words };
const fields: Record<Language, Record<string, string>> = { fr: frFields, en: enFields };
const tables: Record<Language, Words> = { fr: frTables, en: enTables };
const terms: Record<Language, Words> = { fr: frTerms, en: enTerms };

function textAt(words: Words, path: string): string | null {
  let at: string | Words | undefined = words;
  for (const step of path.split('.')) at = typeof at === 'object' ? at[step] : undefined;
  return typeof at === 'string' ? at : null;
}

/** A text of `tables.json`, its `{{holes}}` filled; throws for one that is not there, which a test would find. */
export function tableText(lang: Language, path: string, values: Record<string, unknown> = {}): string {
  const text = textAt(tables[lang], path);
  if (text === null) throw new Error(`tables.json lacks ${path}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(values[name] ?? ''));
}

/** The header of a column: its own word, else the name of the contract's field. */
export function columnLabel(lang: Language, id: string): string {
  return textAt(tables[lang], `column.${id}`) ?? fields[lang][id] ?? id;
}

/** What a column means in a table, or in any. */
export function columnHelp(lang: Language, table: string, id: string): string {
  return textAt(tables[lang], `help.${table}.${id}`) ?? tableText(lang, `help.common.${id}`);
}

/** The words of a closed list by code, in the list's order. */
export function termsOf(lang: Language, list: string): Record<string, string> {
  const own = terms[lang][list];
  if (typeof own === 'object') return own as Record<string, string>;
  const codes = Object.keys((tables[lang]['term'] as Words)[list] ?? {});
  return Object.fromEntries(codes.map((code) => [code, tableText(lang, `term.${list}.${code}`)]));
}
