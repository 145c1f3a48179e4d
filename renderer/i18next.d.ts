/** Types every key from the French files: a missing one is a compile error. */
import type common from './locales/fr/common.json';
import type errors from '#shared/words/fr/errors.json';
import type fields from '#shared/words/fr/fields.json';
import type forms from './locales/fr/forms.json';
import type home from './locales/fr/home.json';
import type settings from './locales/fr/settings.json';
import type shell from './locales/fr/shell.json';
import type welcome from './locales/fr/welcome.json';
import type table from './locales/fr/table.json';
import type tables from '#shared/words/fr/tables.json';
import type terms from '#shared/words/fr/terms.json';
import type attachments from './locales/fr/attachments.json';
import type history from './locales/fr/history.json';
import type sites from './locales/fr/sites.json';
import type network from './locales/fr/network.json';
import type people from './locales/fr/people.json';
import type initiatives from './locales/fr/initiatives.json';
import type calendar from './locales/fr/calendar.json';
import type campaigns from './locales/fr/campaigns.json';
import type territories from './locales/fr/territories.json';
import type awards from './locales/fr/awards.json';
import type exportWords from './locales/fr/export.json';
import type letters from './locales/fr/letters.json';
import type replies from './locales/fr/replies.json';
import type reports from './locales/fr/reports.json';
import type notes from '#shared/words/fr/notes.json';
import type reasons from '#shared/words/fr/reasons.json';
import type scope from './locales/fr/scope.json';
import type deck from './locales/fr/deck.json';
import type imports from './locales/fr/imports.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      errors: typeof errors;
      fields: typeof fields;
      forms: typeof forms;
      home: typeof home;
      settings: typeof settings;
      shell: typeof shell;
      welcome: typeof welcome;
      table: typeof table;
      tables: typeof tables;
      terms: typeof terms;
      attachments: typeof attachments;
      history: typeof history;
      sites: typeof sites;
      network: typeof network;
      people: typeof people;
      initiatives: typeof initiatives;
      calendar: typeof calendar;
      campaigns: typeof campaigns;
      territories: typeof territories;
      awards: typeof awards;
      export: typeof exportWords;
      letters: typeof letters;
      replies: typeof replies;
      reports: typeof reports;
      notes: typeof notes;
      reasons: typeof reasons;
      imports: typeof imports;
      deck: typeof deck;
      scope: typeof scope;
    };
  }
}
