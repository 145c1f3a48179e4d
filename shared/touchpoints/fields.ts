/** What a file of touchpoints can fill, with the header words by which people call it. */
import { idField } from '../import/common-fields.ts';
import type { Field } from '../import/field.ts';

export const touchpointFields: Field[] = [
  idField,
  {
    name: 'person',
    type: 'reference',
    required: true,
    words: [
      'ambassadeur',
      'ambassadrice',
      'ambassadeur ou ambassadrice',
      'personne contactee',
      'contact avec',
      'echange avec',
      'person contacted',
      'ambassador',
      'contact with',
    ],
    weak: ['personne', 'person', 'contact', 'nom', 'name', 'adresse electronique', 'email', 'e mail'],
  },
  {
    name: 'kind',
    type: 'choice',
    required: true,
    words: [
      'type d echange',
      'type de contact',
      'moyen',
      'canal de contact',
      'kind of contact',
      'contact type',
      'medium',
    ],
    weak: ['type', 'kind', 'canal', 'channel', 'nature'],
    choices: {
      list: 'touchpointKind',
      words: {
        call: ['appel', 'appel telephonique', 'telephone', 'tel', 'phone', 'phone call', 'visio', 'video call'],
        mail: ['courriel', 'e-mail', 'email', 'mail', 'mel', 'courrier', 'letter'],
        message: ['message instantane', 'sms', 'tchat', 'chat', 'teams', 'text message', 'instant message'],
        visit: ['visite', 'visite de site', 'sur site', 'deplacement', 'site visit', 'on site'],
        meeting: ['reunion', 'rencontre', 'rendez-vous', 'rdv', 'entretien', 'point', 'interview', 'appointment'],
      },
    },
  },
  {
    name: 'date',
    type: 'date',
    required: true,
    words: ['date de l echange', 'date du contact', 'contacte le', 'contact date', 'contacted on'],
    weak: ['date', 'le', 'jour', 'day', 'on'],
  },
  {
    name: 'summary',
    type: 'longText',
    words: ['ce qui s est dit', 'compte rendu', 'contenu de l echange', 'what was said', 'what was agreed'],
    weak: ['resume', 'objet', 'notes', 'note', 'commentaire', 'summary', 'subject', 'comment', 'comments'],
  },
  {
    name: 'author',
    type: 'text',
    words: ['contacte par', 'echange note par', 'note par', 'contacted by', 'noted by'],
    weak: ['auteur', 'par', 'author', 'by', 'qui'],
  },
];
