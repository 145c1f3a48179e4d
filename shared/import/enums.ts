/** The French and English words by which people write the closed lists of the domain in their spreadsheets. */
import { adoptionStatuses, campaignStatuses } from '#shared/campaigns/lists.ts';
import { channels, initiativeStatuses, profiles, provenances, siteStatuses, stages } from '#shared/base/common.ts';
import { fold } from '#shared/base/fold.ts';
import { cellText, type Cell } from './cells.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

type Words<T extends string> = Record<T, string[]>;

const stageWords: Words<(typeof stages)[number]> = {
  identified: [
    'identifie',
    'repere',
    'pressenti',
    'prospect',
    'a contacter',
    'potentiel',
    'lead',
    'spotted',
    'new',
    'nouveau',
  ],
  contacted: ['contacte', 'approche', 'sollicite', 'relance', 'reached', 'reached out', 'invited', 'invite'],
  agreed: [
    'accepte',
    "d'accord",
    'accord',
    'engage',
    'volontaire',
    'confirme',
    'a dit oui',
    'accepted',
    'committed',
    'confirmed',
    'signed up',
    'recrute',
    'recruited',
    'en formation',
    'en cours de formation',
    'a former',
    'in training',
    'inscrit',
  ],
  trained: ['forme', 'formation suivie', 'formation faite', 'training done', 'onboarded', 'integre'],
  active: ['actif', 'active', 'en activite', 'en poste', 'ambassadeur', 'ambassadrice', 'ambassador', 'en action'],
  paused: [
    'en pause',
    'pause',
    'suspendu',
    'inactif',
    'en sommeil',
    'dormant',
    'on hold',
    'inactive',
    'on leave',
    'en conge',
  ],
  alumni: ['ancien', 'ancienne', 'parti', 'sorti', 'ex', 'termine', 'former', 'left', 'alumnus', 'alumna', 'past'],
};
const profileWords: Words<(typeof profiles)[number]> = {
  spontaneous: [
    'engage spontane',
    'engagee spontanee',
    'spontane',
    'spontanee',
    'engage',
    'volontaire',
    'spontaneous',
    'self starter',
    'volunteer',
    'committed',
  ],
  local_manager: [
    'manager de proximite',
    'manager local',
    'manageur de proximite',
    'manager',
    'encadrant',
    'encadrante',
    'responsable',
    'local manager',
    'line manager',
    'manageuse',
  ],
  natural_communicator: [
    'communicant naturel',
    'communicante naturelle',
    'communicant',
    'communicante',
    'relais',
    'influenceur',
    'natural communicator',
    'communicator',
    'influencer',
  ],
};
const channelWords: Words<(typeof channels)[number]> = {
  volunteer_call: [
    'appel a volontaires',
    'appel a volontariat',
    'appel au volontariat',
    'appel a candidatures',
    'volontariat',
    'volontaire',
    'candidature',
    'candidature spontanee',
    'volunteer call',
    'call for volunteers',
    'volunteer',
    'application',
  ],
  manager_recommendation: [
    'recommandation des managers',
    'recommandation du manager',
    'recommandation manager',
    'recommandation',
    'recommande',
    'coopte',
    'cooptation',
    'manager recommendation',
    'recommendation',
    'recommended',
    'recommended by manager',
    'referral',
    'parrainage',
  ],
  appointed: [
    'nomme',
    'designe',
    'designation',
    'nomination',
    'designation directe',
    'mandate',
    'appointment',
    'appointed',
    'designated',
    'nominated',
  ],
};
const initiativeStatusWords: Words<(typeof initiativeStatuses)[number]> = {
  idea: ['idee', 'proposition', 'propose', "a l'etude", 'brouillon', 'proposal', 'proposed', 'draft', 'suggestion'],
  planned: [
    'prevu',
    'planifie',
    'programme',
    'a venir',
    'a faire',
    'scheduled',
    'upcoming',
    'to do',
    'todo',
    'valide',
    'approved',
  ],
  running: ['en cours', 'lance', 'demarre', 'ongoing', 'in progress', 'started', 'active', 'actif', 'live'],
  done: [
    'fait',
    'termine',
    'realise',
    'acheve',
    'fini',
    'cloture',
    'clos',
    'completed',
    'complete',
    'finished',
    'closed',
    'ended',
  ],
  shared: ['partage', 'essaime', 'diffuse', 'publie', 'published', 'spread'],
  abandoned: ['abandonne', 'annule', 'arrete', 'refuse', 'cancelled', 'canceled', 'stopped', 'dropped'],
};
const siteStatusWords: Words<(typeof siteStatuses)[number]> = {
  open: [
    'ouvert',
    'en service',
    'en activite',
    'actif',
    'active',
    'en exploitation',
    'oui',
    'opened',
    'operating',
    'in operation',
  ],
  planned: ['prevu', 'en projet', 'projet', 'a venir', 'en construction', 'a ouvrir', 'upcoming', 'future'],
  closed: ['ferme', 'cede', 'clos', 'inactif', 'supprime', 'inactive', 'shut', 'sold'],
};
const provenanceWords: Words<(typeof provenances)[number]> = {
  measured: ['mesure', 'compte', 'releve', 'reel', 'pese', 'facture', 'actual', 'metered', 'counted'],
  estimated: ['estime', 'estimation', 'calcule', 'modelise', 'estimate', 'calculated', 'modelled', 'modeled'],
  declared: ['declare', 'declaratif', 'declaration', 'reported', 'self reported', 'self declared'],
};

const adoptionWords: Words<(typeof adoptionStatuses)[number]> = {
  invited: [
    'invite',
    'en attente',
    'sans reponse',
    'pas de reponse',
    'a relancer',
    'no answer',
    'not answered',
    'pending',
    'waiting',
  ],
  adopted: ['adopte', 'oui', 'accepte', 'telle quelle', 'ok', 'yes', 'accepted', 'agreed'],
  adapted: ['adapte', 'oui avec adaptation', 'modifie', 'amenage', 'autrement', 'changed', 'modified'],
  declined: ['decline', 'non', 'refuse', 'pas cette fois', 'no', 'refused', 'rejected'],
  done: ['fait', 'realise', 'termine', 'completed', 'finished'],
};
const campaignStatusWords: Words<(typeof campaignStatuses)[number]> = {
  draft: ['brouillon', 'projet', 'en preparation', 'idee', 'planned'],
  ready: ['pret', 'validee', 'valide', 'approved'],
  running: ['en cours', 'lancee', 'active', 'ongoing', 'in progress', 'live'],
  closed: ['close', 'clos', 'cloturee', 'terminee', 'finie', 'done', 'finished', 'ended'],
  archived: ['archivee', 'archive'],
};

const lists = {
  adoptionStatus: { values: adoptionStatuses, words: adoptionWords },
  campaignStatus: { values: campaignStatuses, words: campaignStatusWords },
  stage: { values: stages, words: stageWords },
  profile: { values: profiles, words: profileWords },
  channel: { values: channels, words: channelWords },
  initiativeStatus: { values: initiativeStatuses, words: initiativeStatusWords },
  siteStatus: { values: siteStatuses, words: siteStatusWords },
  provenance: { values: provenances, words: provenanceWords },
} as const;
export type EnumName = keyof typeof lists;

/** Whether a type of field is a closed list of the domain. */
export const isClosedList = (type: string): type is EnumName => Object.hasOwn(lists, type);

/** `Formé(e)`, `formés`, `en-cours`, `2 - En cours` come to one plain form. */
function plainWord(text: string): string {
  return fold(text)
    .replace(/^\d+\s*[-.):]\s*/, '')
    .replace(/\s*[([/·.]\s*(?:e|ve|le|ne|se|euse|trice|rice|ice)?\s*[-.·]?s?[)\]]?$/, '')
    .replace(/[_\-–/]+/g, ' ')
    .replace(/[.:;!]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Feminine and plural endings off, so that a list holds each word once. */
function stem(word: string): string {
  return word.replace(/e*s?\b/g, '');
}

interface WordIndex {
  exact: Map<string, string>;
  stems: Map<string, string>;
  /** What cells read so far mean: a column of a hundred thousand rows holds some five words. */
  read: Map<string, Outcome<string>>;
}

/** Of a column that holds anything but the list's words no more is kept. */
const mostRead = 500;

function index(words: Record<string, readonly string[]>): WordIndex {
  const exact = new Map<string, string>();
  const stemmed = new Map<string, string>();
  for (const [value, own] of Object.entries(words)) {
    for (const word of [value, ...own].map(plainWord)) {
      exact.set(word, value);
      if (!stemmed.has(stem(word))) stemmed.set(stem(word), value);
    }
  }
  return { exact, stems: stemmed, read: new Map() };
}

const indexes = Object.fromEntries(
  (Object.keys(lists) as EnumName[]).map((name) => [
    name,
    index(
      Object.fromEntries(
        lists[name].values.map((value) => [value, (lists[name].words as Record<string, string[]>)[value] ?? []]),
      ),
    ),
  ]),
) as Record<EnumName, WordIndex>;

/** Reads a value of a closed list by its code or any of its French and English words, whatever the accents, gender, number. */
export function parseEnum(cell: Cell, name: EnumName): Outcome<string> {
  return readWord(cell, name, indexes[name]);
}

/** The same for a closed list of a kind's own: the reader of its cells. */
export function choiceReader(list: string, words: Record<string, readonly string[]>): (cell: Cell) => Outcome<string> {
  const known = index(words);
  return (cell) => readWord(cell, list, known);
}

/** No word of a closed list is nearly as long; patterns never see what is. */
const longest = 100;

function readWord(cell: Cell, list: string, { exact, stems, read }: WordIndex): Outcome<string> {
  const text = cellText(cell);
  if (text.length > longest) return refuse('notInList', { list });
  const known = read.get(text);
  if (known !== undefined) return known;
  const word = plainWord(text);
  const found = exact.get(word) ?? stems.get(stem(word));
  const outcome = found === undefined ? refuse('notInList', { list }) : accept(found);
  if (read.size < mostRead) read.set(text, outcome);
  return outcome;
}
