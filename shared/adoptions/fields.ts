/** What a file of answers can fill, with the header words by which people call it. */
import { idField, siteWords } from '../import/common-fields.ts';
import type { Field } from '../import/field.ts';

export const adoptionFields: Field[] = [
  idField,
  {
    name: 'campaign',
    type: 'reference',
    required: true,
    words: ['campagne', 'campaign', 'code campagne', 'campaign code', 'code de la campagne', 'nom de la campagne'],
  },
  { name: 'siteCode', type: 'reference', required: true, words: siteWords },
  {
    name: 'status',
    type: 'adoptionStatus',
    required: true,
    words: [
      'reponse',
      'answer',
      'appropriation',
      'adoption',
      'reponse du site',
      'site answer',
      'participation du site',
    ],
    weak: ['statut', 'status', 'etat', 'decision'],
  },
  {
    name: 'what',
    type: 'longText',
    words: ['ce qui a ete change', 'what was changed', 'adaptation', 'adaptations', 'ce qui change'],
    weak: ['quoi', 'what', 'detail'],
  },
  {
    name: 'why',
    type: 'longText',
    words: ['pourquoi', 'why', 'raison du refus', 'motif du refus', 'reason given'],
    weak: ['motif', 'raison', 'reason'],
  },
  {
    name: 'answeredOn',
    type: 'date',
    words: ['repondu le', 'answered on', 'date de reponse', 'answer date'],
    weak: ['date'],
  },
  {
    name: 'answeredBy',
    type: 'text',
    words: ['repondu par', 'answered by', 'repondant', 'respondent'],
    weak: ['contact'],
  },
];
