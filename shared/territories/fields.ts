/** What a file of territories can fill, with the header words by which people call it. */
import { idField } from '../import/common-fields.ts';
import type { Field } from '../import/field.ts';

export const territoryFields: Field[] = [
  idField,
  {
    name: 'name',
    type: 'name',
    required: true,
    words: [
      'nom',
      'name',
      'libelle',
      'territoire',
      'territory',
      'region',
      'direction',
      'intitule',
      'label',
      'nom du territoire',
      'territory name',
      'secteur',
      'zone',
    ],
  },
  {
    name: 'code',
    type: 'code',
    words: [
      'code',
      'code territoire',
      'territory code',
      'identifiant',
      'reference',
      'ref',
      'id territoire',
      'code region',
      'region code',
    ],
  },
  {
    name: 'kind',
    type: 'text',
    words: ['type', 'kind', 'niveau', 'level', 'nature', 'categorie', 'category', 'type de territoire'],
  },
  {
    name: 'parent',
    type: 'reference',
    words: [
      'parent',
      'territoire parent',
      'parent territory',
      'rattache a',
      'rattachement',
      'code parent',
      'parent code',
      'territoire superieur',
      'belongs to',
      'part of',
      'pays',
      'country',
    ],
  },
  { name: 'colour', type: 'colour', words: ['couleur', 'colour', 'color'] },
];
