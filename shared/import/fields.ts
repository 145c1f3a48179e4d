/** The fields that each kind of import can fill, with the header words by which people call them. */
import type { EnumName } from './enums.ts';

export const importKinds = ['territories', 'sites', 'people', 'initiatives', 'measurements', 'scores', 'campaigns', 'adoptions'] as const;
export type ImportKind = (typeof importKinds)[number];

export type FieldType =
  | 'name' | 'text' | 'longText' | 'code' | 'postcode' | 'country' | 'integer' | 'number' | 'hours' | 'date' | 'endDate' | 'email' | 'colour' | 'lang' | 'sdgs' | 'degrees' | 'place'
  | 'reference' | 'id' | EnumName;

export interface Field {
  name: string;
  type: FieldType;
  /** A record cannot be created without it (or without another field that stands for it, see the kind's rules). */
  required?: true;
  /** Whole headers, folded and without punctuation, that mean this field. */
  words: string[];
  /** Words that mean this field only when nothing else fits better. */
  weak?: string[];
}

const id: Field = { name: 'id', type: 'id', words: ['id maillage', 'maillage id', 'id'] };
const notes: Field = { name: 'notes', type: 'longText', words: ['notes', 'note', 'remarques', 'remarque', 'commentaire', 'commentaires', 'observations', 'observation', 'comments', 'comment', 'remarks'] };
const siteWords = ['code site', 'site code', 'site', 'code du site', 'id site', 'identifiant site', 'code magasin', 'magasin', 'etablissement', 'code etablissement', 'agence', 'code agence', 'usine', 'lieu de travail', 'site de rattachement', 'rattachement', 'store', 'store code', 'plant', 'location', 'workplace', 'office', 'nom du site', 'site name',
  'etablissement d affectation', 'site d affectation', 'lieu d affectation', 'affectation', 'code affectation', 'work location', 'location code', 'site de travail', 'unite d affectation', 'implantation', 'code implantation', 'point de vente', 'nom magasin', 'nom du magasin', 'nom de l etablissement', 'boutique', 'depot', 'entrepot', 'warehouse', 'branch', 'site rh', 'code etablissement d affectation', 'libelle etablissement', 'libelle site', 'identifiant du site'];

const territories: Field[] = [
  id,
  { name: 'name', type: 'name', required: true, words: ['nom', 'name', 'libelle', 'territoire', 'territory', 'region', 'direction', 'intitule', 'label', 'nom du territoire', 'territory name', 'secteur', 'zone'] },
  { name: 'code', type: 'code', words: ['code', 'code territoire', 'territory code', 'identifiant', 'reference', 'ref', 'id territoire', 'code region', 'region code'] },
  { name: 'kind', type: 'text', words: ['type', 'kind', 'niveau', 'level', 'nature', 'categorie', 'category', 'type de territoire'] },
  { name: 'parent', type: 'reference', words: ['parent', 'territoire parent', 'parent territory', 'rattache a', 'rattachement', 'code parent', 'parent code', 'territoire superieur', 'belongs to', 'part of', 'pays', 'country'] },
  { name: 'colour', type: 'colour', words: ['couleur', 'colour', 'color'] },
];

const sites: Field[] = [
  id,
  { name: 'name', type: 'name', required: true, words: ['nom', 'name', 'site', 'nom du site', 'site name', 'libelle', 'designation', 'intitule', 'enseigne', 'nom site', 'nom de la gare', 'nom officiel', 'denomination', 'magasin', 'etablissement', 'usine', 'agence', 'store', 'store name', 'plant', 'gare', 'label', 'implantation', 'immeuble', 'batiment', 'nom immeuble', 'denomination immeuble', 'nom du batiment', 'building', 'building name', 'property', 'property name', 'asset name', 'nom de l etablissement', 'nom etablissement', 'nom du magasin', 'nom magasin', 'nom de l agence', 'libelle site', 'libelle du site', 'libelle etablissement', 'point de vente', 'nom du point de vente', 'boutique', 'depot', 'entrepot', 'warehouse', 'branch', 'branch name', 'facility', 'facility name', 'nom officiel du musee', 'nom de l implantation', 'nom usine'], weak: ['raison sociale', 'titre', 'title'] },
  { name: 'code', type: 'code', words: ['code', 'code site', 'site code', 'code du site', 'identifiant', 'id site', 'reference', 'ref', 'uic', 'code uic', 'siret', 'code etablissement', 'numero', 'numero de site', 'matricule', 'code magasin', 'store code', 'site id', 'code interne', 'n site', 'no site', 'code agence', 'store number', 'plant code', 'code ug', 'code implantation', 'id implantation', 'code uo', 'code unite', 'code entite', 'numero etablissement', 'numero d etablissement', 'no etablissement', 'finess', 'uai', 'code lieu', 'id lieu', 'identifiant lieu', 'asset id', 'building id', 'building code', 'property id', 'property code', 'cost center', 'cost centre', 'centre de cout', 'code centre de cout', 'code pdv', 'code point de vente', 'facility id', 'location id', 'branch code', 'numero de magasin', 'numero magasin'], weak: ['trigramme', 'sigle', 'code court', 'id', 'siren'] },
  { name: 'kind', type: 'text', words: ['type', 'type de site', 'kind', 'site type', 'nature', 'categorie', 'category', 'format', 'type d etablissement', 'activite', 'segment', 'typologie', 'type d immeuble', 'usage', 'type de batiment', 'type d implantation', 'format magasin', 'nature du site', 'property type', 'building type', 'facility type'] },
  { name: 'status', type: 'siteStatus', words: ['statut', 'status', 'etat', 'situation', 'statut du site', 'site status'] },
  { name: 'territory', type: 'reference', words: ['territoire', 'territory', 'region', 'region administrative', 'direction regionale', 'direction', 'secteur', 'zone', 'area', 'perimetre', 'code territoire', 'territory code', 'dr', 'region operationnelle', 'direction operationnelle', 'business unit', 'pole', 'cluster', 'delegation', 'region commerciale', 'direction territoriale', 'territoire de rattachement', 'region name', 'nom de la region', 'sales region'], weak: ['departement', 'department'] },
  { name: 'address', type: 'text', words: ['adresse', 'address', 'rue', 'street', 'voie', 'adresse postale', 'street address', 'adresse 1', 'address line 1', 'numero et voie', 'adresse ligne 1', 'adresse complete', 'adresse du site', 'libelle voie', 'address 1', 'address line', 'n et voie'] },
  { name: 'postcode', type: 'postcode', words: ['code postal', 'cp', 'postcode', 'postal code', 'zip', 'zip code', 'codepostal', 'cpostal', 'code postale', 'code post', 'postal', 'cp site', 'post code'] },
  { name: 'city', type: 'text', words: ['ville', 'commune', 'city', 'town', 'localite', 'nom de la commune', 'nom commune', 'municipality', 'libelle commune', 'cp ville', 'code postal ville', 'code postal et ville', 'locality', 'bureau distributeur', 'ville du site'] },
  { name: 'country', type: 'country', words: ['pays', 'country', 'code pays', 'country code'] },
  { name: 'lat', type: 'degrees', words: ['latitude', 'lat', 'y', 'coord y', 'coordonnee y', 'latitude wgs84', 'y wgs84', 'latitude degres'] },
  { name: 'lon', type: 'degrees', words: ['longitude', 'lon', 'lng', 'long', 'x', 'coord x', 'coordonnee x', 'longitude wgs84', 'x wgs84', 'longitude degres'] },
  { name: 'latLon', type: 'place', words: ['position geographique', 'coordonnees', 'coordonnees geographiques', 'geolocalisation', 'localisation', 'position', 'gps', 'coordonnees gps', 'lat lon', 'latlon', 'lat lng', 'latitude longitude', 'coordinates', 'geo point', 'geo point 2d', 'geopoint', 'wgs84', 'location', 'point geo', 'geom'] },
  { name: 'headcount', type: 'integer', words: ['effectif', 'effectifs', 'headcount', 'salaries', 'nombre de salaries', 'nb salaries', 'nombre d employes', 'collaborateurs', 'nombre de collaborateurs', 'nb collaborateurs', 'employees', 'number of employees', 'staff', 'etp', 'fte', 'effectif total', 'nb employes', 'effectif present', 'effectifs presents', 'effectif physique', 'effectif etp', 'nb de salaries', 'nb de collaborateurs', 'nombre d agents', 'nb agents', 'nombre de personnes', 'nb personnes', 'head count', 'nb etp', 'workforce', 'number of staff', 'effectif inscrit', 'effectif moyen', 'effectif du site', 'total employees', 'employee count', 'nombre employes'] },
  { name: 'openedOn', type: 'date', words: ['ouverture', 'date d ouverture', 'ouvert le', 'opened on', 'opened', 'opening date', 'date ouverture', 'date de mise en service', 'mise en service', 'ouvert depuis', 'date d entree dans les lieux', 'start of lease'] },
  { name: 'closedOn', type: 'endDate', words: ['fermeture', 'date de fermeture', 'ferme le', 'closed on', 'closed', 'closing date', 'date fermeture'] },
  notes,
];

const people: Field[] = [
  id,
  { name: 'code', type: 'code', words: ['matricule', 'code', 'identifiant', 'id salarie', 'employee id', 'employee number', 'numero de salarie', 'staff id', 'id rh', 'reference', 'personnel number', 'badge', 'code personne', 'matricule rh', 'matricule salarie', 'id employe', 'numero matricule', 'numero de matricule', 'n matricule', 'person id', 'worker id', 'employee no', 'employee code', 'global id', 'identifiant rh', 'identifiant salarie', 'id collaborateur', 'code salarie', 'code collaborateur', 'id agent'], weak: ['numero', 'id'] },
  { name: 'firstName', type: 'text', words: ['prenom', 'prenoms', 'first name', 'firstname', 'given name', 'forename', 'prenom usuel', 'prenom d usage', 'legal first name', 'preferred first name', 'prenom du salarie'] },
  { name: 'lastName', type: 'text', words: ['nom', 'nom de famille', 'last name', 'lastname', 'surname', 'family name', 'nom usuel', 'nom d usage', 'nom patronymique', 'nom marital', 'legal last name', 'nom salarie', 'nom du salarie', 'preferred last name', 'family'] },
  { name: 'fullName', type: 'text', words: ['nom complet', 'nom prenom', 'nom et prenom', 'prenom nom', 'prenom et nom', 'full name', 'fullname', 'ambassadeur', 'ambassadrice', 'ambassadeur rice', 'ambassador', 'collaborateur', 'salarie', 'employee', 'personne', 'person', 'contact', 'referent', 'nom et prenoms', 'nom prenoms', 'noms et prenoms', 'identite', 'collaboratrice', 'salarie e', 'agent', 'worker', 'worker name', 'employee name', 'display name', 'nom affiche', 'benevole', 'prenom nom de l ambassadeur', 'nom de l ambassadeur'], weak: ['name'] },
  { name: 'email', type: 'email', words: ['email', 'e mail', 'mail', 'courriel', 'adresse mail', 'adresse e mail', 'adresse email', 'email address', 'adresse electronique', 'mel', 'messagerie', 'email professionnel', 'mail pro', 'work email', 'email pro', 'mail professionnel', 'courriel professionnel', 'adresse de messagerie', 'adresse courriel', 'primary work email', 'business email', 'user principal name', 'e mail professionnel', 'adresse mail professionnelle'] },
  { name: 'phone', type: 'text', words: ['telephone', 'tel', 'phone', 'mobile', 'portable', 'numero de telephone', 'phone number', 'gsm', 'telephone portable', 'telephone mobile', 'telephone professionnel', 'tel portable', 'tel mobile', 'tel pro', 'ligne directe', 'mobile phone', 'work phone'] },
  { name: 'jobTitle', type: 'text', words: ['fonction', 'poste', 'metier', 'intitule de poste', 'job title', 'job', 'role', 'position', 'emploi', 'title', 'occupation', 'titre', 'libelle emploi', 'libelle du poste', 'libelle poste', 'emploi occupe', 'intitule du poste', 'intitule poste', 'fonction exercee', 'business title', 'position title', 'libelle fonction'] },
  { name: 'siteCode', type: 'reference', words: siteWords },
  { name: 'profile', type: 'profile', words: ['profil', 'profile', 'type de profil', 'profil d ambassadeur', 'type d ambassadeur', 'ambassador profile'] },
  { name: 'channel', type: 'channel', words: ['canal', 'channel', 'canal de recrutement', 'recruitment channel', 'mode de recrutement', 'origine', 'source', 'recrutement', 'recruitment', 'recrute par', 'mode d identification', 'identifie par', 'mode d entree'] },
  { name: 'stage', type: 'stage', words: ['etape', 'stage', 'statut', 'status', 'etat', 'avancement', 'situation', 'phase', 'statut ambassadeur', 'etat d avancement', 'statut dans le reseau', 'etape du parcours', 'ambassador status'] },
  { name: 'stageSince', type: 'date', words: ['depuis', 'depuis le', 'etape depuis', 'date de l etape', 'stage since', 'since', 'date etape', 'date de statut', 'etape depuis le'] },
  { name: 'joinedOn', type: 'date', words: ['date d entree', 'arrivee', 'arrive le', 'date d arrivee', 'date d adhesion', 'entree dans le reseau', 'joined on', 'joined', 'joining date', 'start date', 'membre depuis', 'date entree', 'date d engagement', 'ambassadeur depuis', 'member since', 'entree', 'date d integration', 'date integration', 'inscrit le', 'date d inscription', 'ambassadrice depuis', 'entree reseau', 'date de nomination', 'onboarding date', 'enrolled on', 'volontaire depuis'] },
  { name: 'leftOn', type: 'endDate', words: ['date de sortie', 'sortie', 'depart', 'date de depart', 'left on', 'left', 'leaving date', 'parti le', 'end date', 'sortie le', 'fin de mission', 'date de fin de mission', 'fin de mandat', 'date de fin'] },
  { name: 'allottedHours', type: 'hours', words: ['heures allouees', 'heures', 'temps alloue', 'allotted hours', 'hours', 'heures par mois', 'hours per month', 'heures mensuelles', 'temps accorde', 'credit d heures', 'heures accordees', 'h mois', 'temps dedie', 'heures dediees', 'nb heures', 'volume horaire', 'nombre d heures'] },
  { name: 'lang', type: 'lang', words: ['langue', 'language', 'lang', 'langue de communication', 'preferred language'] },
  notes,
];

const initiatives: Field[] = [
  id,
  { name: 'code', type: 'code', words: ['code', 'code initiative', 'initiative code', 'reference', 'ref', 'identifiant', 'numero', 'id initiative', 'code action', 'n'], weak: ['id'] },
  { name: 'title', type: 'name', required: true, words: ['titre', 'title', 'initiative', 'intitule', 'nom de l initiative', 'nom', 'action', 'projet', 'project', 'libelle', 'name', 'initiative title', 'nom de l action', 'nom du projet', 'objet', 'raison sociale', 'beneficiaire', 'association', 'nom de l association', 'titre de l initiative', 'nom du projet associatif', 'nom action', 'titre du projet', 'titre de l action', 'intitule de l action', 'intitule du projet', 'evenement', 'event', 'event name', 'activity', 'structure beneficiaire', 'nom du beneficiaire', 'organisme', 'nom association', 'project name', 'project title'] },
  { name: 'summary', type: 'longText', words: ['resume', 'description', 'summary', 'descriptif', 'presentation', 'detail', 'details', 'en bref', 'contenu', 'descriptif de l action', 'description de l action', 'description courte', 'objectif', 'objectifs', 'project description'], weak: ['raison sociale 2', 'objet'] },
  { name: 'status', type: 'initiativeStatus', words: ['statut', 'status', 'etat', 'avancement', 'state', 'etape', 'stage', 'etat d avancement', 'statut de l action', 'statut du projet', 'project status'] },
  { name: 'theme', type: 'text', words: ['theme', 'thematique', 'topic', 'axe', 'domaine', 'categorie', 'category', 'sujet', 'pilier', 'type', 'cause', 'axe rse', 'pilier rse', 'enjeu', 'axe strategique', 'csr pillar', 'thematique rse'] },
  { name: 'sdgs', type: 'sdgs', words: ['odd', 'odds', 'sdg', 'sdgs', 'objectifs de developpement durable', 'sustainable development goals', 'goals'] },
  { name: 'siteCode', type: 'reference', words: siteWords },
  { name: 'lead', type: 'reference', words: ['pilote', 'responsable', 'porteur', 'porteuse', 'lead', 'leader', 'owner', 'referent', 'ambassadeur', 'ambassadrice', 'porte par', 'email du pilote', 'lead email', 'contact', 'animateur', 'ambassador', 'chef de projet', 'porteur de projet', 'porteur du projet', 'pilote de l action', 'responsable du projet', 'email porteur', 'initiateur', 'initiatrice', 'project lead', 'project owner', 'nom du porteur'] },
  { name: 'replicates', type: 'reference', words: ['essaime de', 'replique', 'origine', 'replicates', 'inspire de', 'initiative d origine', 'replication de', 'copied from', 'repris de', 'essaimage de'] },
  { name: 'startDate', type: 'date', words: ['date de debut', 'debut', 'start date', 'start', 'date', 'date debut', 'annee', 'year', 'lancement', 'date de lancement', 'started on', 'commence le', 'exercice', 'date de realisation', 'date de l action', 'date d evenement', 'date evenement', 'event date', 'du', 'date de versement', 'date de la decision', 'date de convention'] },
  { name: 'endDate', type: 'endDate', words: ['date de fin', 'fin', 'end date', 'end', 'date fin', 'terminee le', 'ended on', 'cloture', 'echeance', 'au', 'jusqu au', 'until', 'date de cloture'] },
  notes,
];

const measurements: Field[] = [
  id,
  { name: 'initiative', type: 'reference', required: true, words: ['initiative', 'code initiative', 'initiative code', 'action', 'projet', 'project', 'titre de l initiative', 'initiative title', 'nom de l initiative', 'code de l initiative', 'reference initiative'], weak: ['code', 'titre', 'title'] },
  { name: 'indicator', type: 'reference', required: true, words: ['indicateur', 'indicator', 'code indicateur', 'indicator code', 'mesure', 'kpi', 'metrique', 'metric', 'code de l indicateur'], weak: ['nom de l indicateur', 'indicator name'] },
  { name: 'date', type: 'date', required: true, words: ['date', 'date de mesure', 'measured on', 'periode', 'period', 'mois', 'month', 'annee', 'year', 'jour', 'date de la mesure', 'measurement date', 'date de releve', 'date du releve', 'date de saisie'] },
  { name: 'value', type: 'number', required: true, words: ['valeur', 'value', 'quantite', 'quantity', 'montant', 'amount', 'nombre', 'number', 'resultat', 'result', 'total', 'chiffre', 'valeur mesuree', 'releve', 'volume', 'measured value'] },
  { name: 'provenance', type: 'provenance', words: ['provenance', 'origine', 'nature de la donnee', 'qualite', 'data quality', 'type de donnee', 'origin', 'fiabilite'] },
  { name: 'source', type: 'text', words: ['source', 'origine de la donnee', 'fichier source', 'data source'] },
  { name: 'factor', type: 'number', words: ['facteur', 'factor', 'facteur d emission', 'emission factor', 'coefficient'] },
  { name: 'factorVersion', type: 'text', words: ['version du facteur', 'factor version', 'version'] },
  notes,
];

const scores: Field[] = [
  { name: 'juror', type: 'reference', required: true, words: ['jure', 'juree', 'juror', 'jury', 'membre du jury', 'email du jure', 'juror email', 'nom du jure', 'votant', 'evaluateur', 'judge', 'juror name', 'juree e'] },
  { name: 'nominee', type: 'reference', required: true, words: ['nomme', 'nominee', 'candidat', 'candidate', 'candidature', 'initiative', 'nomine', 'projet', 'entry', 'dossier', 'nommee', 'finaliste', 'code nomme'] },
  { name: 'criterion', type: 'reference', required: true, words: ['critere', 'criterion', 'criteria', 'critere de notation'] },
  { name: 'value', type: 'number', required: true, words: ['note', 'score', 'valeur', 'value', 'points', 'notation', 'mark', 'rating'] },
  { name: 'comment', type: 'longText', words: ['commentaire', 'comment', 'avis', 'appreciation', 'remarque', 'observation', 'feedback'] },
  { name: 'category', type: 'reference', words: ['categorie', 'category', 'prix', 'award', 'trophee'] },
  { name: 'edition', type: 'reference', words: ['edition', 'annee', 'year', 'millesime'] },
];

const campaigns: Field[] = [
  id,
  { name: 'code', type: 'code', words: ['code campagne', 'campaign code', 'code de la campagne', 'id campagne'], weak: ['code', 'reference', 'ref', 'identifiant'] },
  { name: 'title', type: 'name', required: true, words: ['campagne', 'campaign', 'nom de la campagne', 'titre de la campagne', 'campaign name', 'campaign title', 'temps fort'], weak: ['titre', 'title', 'nom', 'name', 'intitule', 'libelle'] },
  { name: 'status', type: 'campaignStatus', words: ['statut', 'status', 'etat', 'avancement'] },
  { name: 'theme', type: 'text', words: ['theme', 'thematique', 'topic', 'axe', 'domaine', 'sujet'] },
  { name: 'pillar', type: 'text', words: ['pilier rse', 'csr pillar', 'pilier strategique'], weak: ['pilier', 'pillar'] },
  { name: 'sdgs', type: 'sdgs', words: ['odd', 'odds', 'sdg', 'sdgs'] },
  { name: 'objective', type: 'longText', words: ['objectif de la campagne', 'campaign objective', 'but de la campagne'], weak: ['objectif', 'objective', 'but', 'description', 'aim'] },
  { name: 'owner', type: 'reference', words: ['responsable de la campagne', 'campaign owner', 'chef de campagne', 'pilote de la campagne'], weak: ['responsable', 'pilote', 'owner', 'porteur'] },
  { name: 'startDate', type: 'date', required: true, words: ['date de debut', 'debut', 'start date', 'start', 'date debut', 'lancement', 'date de lancement'] },
  { name: 'endDate', type: 'endDate', required: true, words: ['date de fin', 'fin', 'end date', 'end', 'date fin', 'cloture'] },
  { name: 'budget', type: 'number', words: ['budget de la campagne', 'campaign budget'], weak: ['budget', 'enveloppe'] },
  { name: 'colour', type: 'colour', words: ['couleur', 'colour', 'color'] },
  notes,
];

const adoptions: Field[] = [
  id,
  { name: 'campaign', type: 'reference', required: true, words: ['campagne', 'campaign', 'code campagne', 'campaign code', 'code de la campagne', 'nom de la campagne'] },
  { name: 'siteCode', type: 'reference', required: true, words: siteWords },
  { name: 'status', type: 'adoptionStatus', required: true, words: ['reponse', 'answer', 'appropriation', 'adoption', 'reponse du site', 'site answer', 'participation du site'], weak: ['statut', 'status', 'etat', 'decision'] },
  { name: 'what', type: 'longText', words: ['ce qui a ete change', 'what was changed', 'adaptation', 'adaptations', 'ce qui change'], weak: ['quoi', 'what', 'detail'] },
  { name: 'why', type: 'longText', words: ['pourquoi', 'why', 'raison du refus', 'motif du refus', 'reason given'], weak: ['motif', 'raison', 'reason'] },
  { name: 'answeredOn', type: 'date', words: ['repondu le', 'answered on', 'date de reponse', 'answer date'], weak: ['date'] },
  { name: 'answeredBy', type: 'text', words: ['repondu par', 'answered by', 'repondant', 'respondent'], weak: ['contact'] },
];

export const fieldsOf: Record<ImportKind, Field[]> = { territories, sites, people, initiatives, measurements, scores, campaigns, adoptions };

/** The prefix by which a column of an initiative file goes to an indicator: `indicator:HOURS`. */
export const indicatorPrefix = 'indicator:';

/** The field of that name, `indicator:CODE` included for initiatives; null when the kind has none. */
export function fieldOf(kind: ImportKind, name: string): Field | null {
  if (kind === 'initiatives' && name.startsWith(indicatorPrefix) && name.length > indicatorPrefix.length && name.length <= indicatorPrefix.length + 100) {
    return { name, type: 'number', words: [] };
  }
  return fieldsOf[kind].find((field) => field.name === name) ?? null;
}
