/** The words of the page, by namespace, typed from the French files: a missing one is a compile error. */
import type { ResourceKeys } from 'i18next';
import type common from '../locales/fr/common.json';
import type attachments from '../locales/fr/attachments.json';
import type calendar from '../locales/fr/calendar.json';
import type exportWords from '../locales/fr/export.json';
import type forms from '../locales/fr/forms.json';
import type letters from '../locales/fr/letters.json';
import type load from '../locales/fr/load.json';
import type replies from '../locales/fr/replies.json';
import type scope from '../locales/fr/scope.json';
import type shell from '../locales/fr/shell.json';
import type timeline from '../locales/fr/timeline.json';
import type table from '../locales/fr/table.json';
import type welcome from '../locales/fr/welcome.json';
import type errors from '#shared/words/fr/errors.json';
import type fields from '#shared/words/fr/fields.json';
import type notes from '#shared/words/fr/notes.json';
import type reasons from '#shared/words/fr/reasons.json';
import type tables from '#shared/words/fr/tables.json';
import type terms from '#shared/words/fr/terms.json';

/** What several features share; each feature adds its own namespace to it in its `feature.tsx`. */
export interface Words {
  common: typeof common;
  attachments: typeof attachments;
  calendar: typeof calendar;
  export: typeof exportWords;
  forms: typeof forms;
  letters: typeof letters;
  load: typeof load;
  replies: typeof replies;
  scope: typeof scope;
  shell: typeof shell;
  table: typeof table;
  timeline: typeof timeline;
  welcome: typeof welcome;
  errors: typeof errors;
  fields: typeof fields;
  notes: typeof notes;
  reasons: typeof reasons;
  tables: typeof tables;
  terms: typeof terms;
}

/** One word of any namespace, as `sites:title`. */
export type WordKey = { [N in keyof ResourceKeys]: `${N}:${ResourceKeys[N]}` }[keyof ResourceKeys];
