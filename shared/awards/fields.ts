/** What a file of scores can fill, with the header words by which people call it. */
import type { Field } from '../import/field.ts';

export const scoreFields: Field[] = [
  {
    name: 'juror',
    type: 'reference',
    required: true,
    words: [
      'jure',
      'juree',
      'juror',
      'jury',
      'membre du jury',
      'email du jure',
      'juror email',
      'nom du jure',
      'votant',
      'evaluateur',
      'judge',
      'juror name',
      'juree e',
    ],
  },
  {
    name: 'nominee',
    type: 'reference',
    required: true,
    words: [
      'nomme',
      'nominee',
      'candidat',
      'candidate',
      'candidature',
      'initiative',
      'nomine',
      'projet',
      'entry',
      'dossier',
      'nommee',
      'finaliste',
      'code nomme',
    ],
  },
  {
    name: 'criterion',
    type: 'reference',
    required: true,
    words: ['critere', 'criterion', 'criteria', 'critere de notation'],
  },
  {
    name: 'value',
    type: 'number',
    required: true,
    words: ['note', 'score', 'valeur', 'value', 'points', 'notation', 'mark', 'rating'],
  },
  {
    name: 'comment',
    type: 'longText',
    words: ['commentaire', 'comment', 'avis', 'appreciation', 'remarque', 'observation', 'feedback'],
  },
  { name: 'category', type: 'reference', words: ['categorie', 'category', 'prix', 'award', 'trophee'] },
  { name: 'edition', type: 'reference', words: ['edition', 'annee', 'year', 'millesime'] },
];
