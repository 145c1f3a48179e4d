/** What a file of campaigns can fill, with the header words by which people call it. */
import { idField, notesField } from '../import/common-fields.ts';
import type { Field } from '../import/field.ts';

export const campaignFields: Field[] = [
  idField,
  {
    name: 'code',
    type: 'code',
    words: ['code campagne', 'campaign code', 'code de la campagne', 'id campagne'],
    weak: ['code', 'reference', 'ref', 'identifiant'],
  },
  {
    name: 'title',
    type: 'name',
    required: true,
    words: [
      'campagne',
      'campaign',
      'nom de la campagne',
      'titre de la campagne',
      'campaign name',
      'campaign title',
      'temps fort',
    ],
    weak: ['titre', 'title', 'nom', 'name', 'intitule', 'libelle'],
  },
  { name: 'status', type: 'campaignStatus', words: ['statut', 'status', 'etat', 'avancement'] },
  { name: 'theme', type: 'text', words: ['theme', 'thematique', 'topic', 'axe', 'domaine', 'sujet'] },
  {
    name: 'pillar',
    type: 'text',
    words: ['pilier rse', 'csr pillar', 'pilier strategique'],
    weak: ['pilier', 'pillar'],
  },
  { name: 'sdgs', type: 'sdgs', words: ['odd', 'odds', 'sdg', 'sdgs'] },
  {
    name: 'objective',
    type: 'longText',
    words: ['objectif de la campagne', 'campaign objective', 'but de la campagne'],
    weak: ['objectif', 'objective', 'but', 'description', 'aim'],
  },
  {
    name: 'owner',
    type: 'reference',
    words: ['responsable de la campagne', 'campaign owner', 'chef de campagne', 'pilote de la campagne'],
    weak: ['responsable', 'pilote', 'owner', 'porteur'],
  },
  {
    name: 'startDate',
    type: 'date',
    required: true,
    words: ['date de debut', 'debut', 'start date', 'start', 'date debut', 'lancement', 'date de lancement'],
  },
  {
    name: 'endDate',
    type: 'endDate',
    required: true,
    words: ['date de fin', 'fin', 'end date', 'end', 'date fin', 'cloture'],
  },
  {
    name: 'budget',
    type: 'number',
    words: ['budget de la campagne', 'campaign budget'],
    weak: ['budget', 'enveloppe'],
  },
  { name: 'colour', type: 'colour', words: ['couleur', 'colour', 'color'] },
  notesField,
];
