/** The words of the answer form that sites fill, in the language it is made in. */
import type { AdoptionStatus } from '#shared/campaigns/lists.ts';
import type { Language } from '#shared/base/common.ts';

/** The columns in their order. The first two are hidden: which answer it is, and what was known of it when the form was made. */
export const formColumns = [
  'id',
  'known',
  'code',
  'site',
  'territory',
  'status',
  'what',
  'why',
  'answeredOn',
  'answeredBy',
] as const;
export type FormColumn = (typeof formColumns)[number];

/** What the site may fill in; the rest is locked. */
export const openColumns: readonly FormColumn[] = ['status', 'what', 'why', 'answeredOn', 'answeredBy'];

export interface FormWords {
  sheet: string;
  help: string;
  columns: Record<FormColumn, string>;
  /** The choices of the drop-down list; a site that has not answered leaves it empty. */
  answers: Record<Exclude<AdoptionStatus, 'invited'>, string>;
  listTitle: string;
  listText: string;
  dateText: string;
  /** How to fill it in; `{{campaign}}`, `{{start}}`, `{{end}}` are filled. */
  instructions: string[];
  fileName: string;
}

export const formWords: Record<Language, FormWords> = {
  fr: {
    sheet: 'Réponses',
    help: 'Mode d’emploi',
    columns: {
      id: 'ID Maillage',
      known: 'Repère',
      code: 'Code du site',
      site: 'Site',
      territory: 'Territoire',
      status: 'Réponse',
      what: 'Ce qui a été changé',
      why: 'Pourquoi',
      answeredOn: 'Répondu le',
      answeredBy: 'Répondu par',
    },
    answers: { adopted: 'Adoptée', adapted: 'Adaptée', declined: 'Déclinée', done: 'Faite' },
    listTitle: 'Réponse',
    listText: 'Choisissez dans la liste, ou laissez vide.',
    dateText: 'Une date, par exemple 31/12/2026.',
    instructions: [
      'Campagne\u00a0: {{campaign}}, du {{start}} au {{end}}.',
      'Une ligne par site. Remplissez les colonnes claires\u202f; les autres sont verrouillées pour que les réponses retrouvent leur site.',
      'Adoptée\u00a0: le site la fait telle quelle. Adaptée\u00a0: il la fait autrement, dites ce qui change. Déclinée\u00a0: il ne la fait pas, dites pourquoi. Faite\u00a0: elle a eu lieu.',
      'Un site est libre d’adapter ou de décliner. Une case vide veut dire «\u00a0pas encore répondu\u00a0».',
      'Enregistrez le fichier sans en changer le format, puis renvoyez-le.',
    ],
    fileName: 'Réponses',
  },
  en: {
    sheet: 'Answers',
    help: 'How to fill in',
    columns: {
      id: 'Maillage ID',
      known: 'Mark',
      code: 'Site code',
      site: 'Site',
      territory: 'Territory',
      status: 'Answer',
      what: 'What was changed',
      why: 'Why',
      answeredOn: 'Answered on',
      answeredBy: 'Answered by',
    },
    answers: { adopted: 'Adopted', adapted: 'Adapted', declined: 'Declined', done: 'Done' },
    listTitle: 'Answer',
    listText: 'Choose from the list, or leave empty.',
    dateText: 'A date, for instance 31/12/2026.',
    instructions: [
      'Campaign: {{campaign}}, from {{start}} to {{end}}.',
      'One row for each site. Fill in the light columns; the others are locked so that answers find their site again.',
      'Adopted: the site does it as it is. Adapted: it does it another way, say what changes. Declined: it does not do it, say why. Done: it took place.',
      'A site is free to adapt or decline. An empty cell means “not answered yet”.',
      'Save the file without changing its format, then send it back.',
    ],
    fileName: 'Answers',
  },
};
