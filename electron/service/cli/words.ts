/** What the terminal says, in French and in English, and the words of refusals shared with the window. */
import type { Language } from '#shared/base/common.ts';
import type { Failure, FieldIssue } from '#shared/base/result.ts';
import enErrors from '#shared/words/en/errors.json' with { type: 'json' };
import enFields from '#shared/words/en/fields.json' with { type: 'json' };
import frErrors from '#shared/words/fr/errors.json' with { type: 'json' };
import frFields from '#shared/words/fr/fields.json' with { type: 'json' };

const texts = {
  fr: {
    description: 'Maillage en ligne de commande : importer, vérifier, exporter un espace de travail.',
    init: 'Crée un espace de travail',
    name: 'nom de l\u2019organisation',
    demo: 'remplit d\u2019un réseau de démonstration (small, medium, large)',
    seed: 'graine de la démonstration',
    force: 'remplace un fichier existant',
    check: 'Vérifie l\u2019intégrité du fichier',
    backup: 'Sauvegarde le fichier',
    out: 'où écrire',
    restore: 'Remet une sauvegarde à la place du fichier',
    migrate: 'Met le fichier à la version actuelle',
    call: 'Appelle une procédure du contrat ; l\u2019entrée est du JSON, ou « - » pour l\u2019entrée standard',
    procedures: 'Liste les procédures et leurs schémas',
    json: 'répond en JSON',
    lang: 'langue des réponses (fr, en)',
    created: 'Créé : {{path}}',
    healthy: 'Le fichier est sain : {{rows}} lignes, version {{version}}.',
    problem: '{{kind}} : {{text}}',
    backedUp: 'Sauvegarde : {{path}}',
    restored: 'Restauré : {{path}}',
    migrated: 'À jour : version {{version}}',
    badJson: 'L\u2019entrée n\u2019est pas du JSON : {{text}}',
    mappingUsed: 'Colonnes lues (en-tête=champ) : {{pairs}}',
    noColumn: 'Aucune colonne reconnue.',
    leftOut: 'laissée de côté : {{column}} ({{field}} ?) : {{reason}} ; par exemple « {{value}} »',
    firstRecords: 'premières fiches : {{names}}',
    newTerritories: 'territoires inconnus ici : {{names}}',
    hiddenSkipped: 'Lignes masquées laissées de côté : {{count}} (--hidden-rows pour les lire).',
    isReport:
      'Ce fichier est un rapport, fait pour être lu : pour modifier et reprendre des fiches, exportez plutôt la liste.',
    looksLike: 'D\u2019après ses colonnes, ce fichier contient plutôt autre chose : --kind {{kind}}.',
    createMissingHint: 'Pour créer les territoires et les sites inconnus : --create-missing',
    mapFields: 'Champs de --map :',
    mapIndicators: 'Pour les initiatives, indicator:CODE désigne aussi un indicateur, existant ou à créer.',
    import: 'Importe un fichier CSV ou XLSX',
    kind: 'ce que décrivent les lignes',
    sheet: 'feuille du classeur',
    map: 'colonnes : "En-tête=champ,..."',
    mapping: 'fichier JSON de correspondance',
    encoding: 'encodage du CSV',
    delimiter: 'séparateur du CSV',
    createMissing: 'crée les territoires et sites inconnus',
    dryRun: 'vérifie sans rien changer',
    rejects: 'où écrire les lignes rejetées',
    counts:
      '{{read}} lignes lues : {{created}} créées, {{updated}} modifiées, {{unchanged}} inchangées, {{rejected}} rejetées.',
    countsToCome:
      '{{read}} lignes lues : {{created}} à créer, {{updated}} à modifier, {{unchanged}} inchangées, {{rejected}} rejetées.',
    markHint: 'Pour lire ce fichier quand même, chaque signe illisible devenant \uFFFD : --mark-illegal',
    dryRunDone: 'Vérification seule, rien n\u2019a été changé.',
    rejectLine: 'ligne {{line}}, {{column}} : {{value}} ({{reason}})',
    rejectsSaved: 'Lignes rejetées : {{path}}',
    updateOnly: 'met à jour ce qui existe, ne crée rien',
    headerLine: 'ligne de l\u2019en-tête',
    markIllegal: 'lit un fichier dont des octets ne sont pas dans l\u2019encodage : chacun devient \uFFFD',
    hiddenRows: 'lit aussi les lignes masquées d\u2019un classeur',
    colon: ' : ',
    ofColumn: '{{column}} : ',
    reasonLine: 'Rejetées : {{count}}, {{column}}{{reason}}',
    unread: 'colonnes non lues : {{columns}}',
    also_sites: 'sites nouveaux : {{count}}',
    also_territories: 'territoires nouveaux : {{count}}',
    also_indicators: 'indicateurs nouveaux : {{count}}',
    also_measurements: 'mesures nouvelles : {{count}}',
    also_measurementsUpdated: 'mesures modifiées : {{count}}',
    totalLine: '{{column}} : total {{total}} (valeurs : {{count}})',
    report: 'Exporte un rapport',
    reportName: 'le rapport',
    dialect: 'CSV pour Excel en français (excel-fr) ou pour un programme (machine)',
    format: 'csv ou xlsx ; sinon d\u2019après le nom du fichier',
    filter: 'filtre en JSON, par exemple {"from":"2026-01-01","territories":["IDF"]}',
    reportOut: 'fichier à écrire, ou « - » pour la sortie standard',
    dictionary: 'écrit aussi le dictionnaire des colonnes',
    reported: '{{rows}} lignes : {{path}}',
    deck: 'Exporte le diaporama d\u2019une édition',
    edition: 'identifiant ou année de l\u2019édition',
    decked: '{{slides}} diapositives : {{path}}',
    noEdition: 'Aucune édition « {{edition}} ». Éditions : {{known}}',
    recruit:
      'Dit où recruter : les sites qui mettent le plus de salariés à portée d\u2019une ambassadrice ou d\u2019un ambassadeur',
    recruitCount: 'nombre de recrues',
    radiusKm: 'rayon d\u2019action en kilomètres',
    sameTerritory: 'le territoire au lieu du rayon',
    territory: 'code, nom ou identifiant d\u2019un territoire',
    recruitOut: 'écrit la liste (.csv ou .xlsx)',
    recruitHelp:
      'Chaque recrue est placée là où elle atteint le plus de salariés que personne n\u2019atteint encore ; les ambassadeurs actifs comptent. Ce choix atteint au moins 63 % (1 - 1/e) de ce que ferait le meilleur choix possible d\u2019autant de sites (Nemhauser, Wolsey et Fisher, 1978).',
    recruitLine: '{{rank}}. {{name}} ({{code}}) : {{gain}} salariés de plus, {{reached}} % atteints',
    recruitSum:
      '{{count}} recrues : de {{before}} à {{after}} salariés atteints sur {{employees}} ; au moins {{atLeast}} % du meilleur choix possible.',
    recruitEnough: 'Tous les salariés connus sont à portée : davantage de recrues n\u2019y ajoutent rien.',
    recruitUnknown: 'Sites sans effectif connu, dont les salariés ne sont pas comptés : {{count}}',
    noTerritory: 'Aucun territoire « {{territory}} », ou plusieurs. Territoires : {{known}}',
    mapWithoutTerritories:
      'Il n\u2019y a pas encore de territoire : la carte par territoire est vide. Créez-en, ou dessinez les sites (--by site).',
    mapOf: 'Dessine la carte du réseau',
    layer: 'ce que la carte montre',
    mapBy: 'les sites ou les territoires',
    mapOut: 'fichier à écrire (.svg, .png ou .geojson)',
    mapped: '{{drawn}} dessinés, {{missing}} non : {{path}}',
    calendar: 'Exporte le plan en calendrier (.ics)',
    calendarInclude: 'ce qu\u2019il contient, parmi {{parts}}',
    fromDate: 'premier jour, par exemple 2026-01-01',
    toDate: 'dernier jour',
    calendared: '{{events}} événements : {{path}}',
    forms: 'Écrit les formulaires de réponse d\u2019une campagne',
    formsCampaign: 'code ou identifiant de la campagne',
    formsPer: 'un formulaire par territoire (territory) ou par site (site)',
    formsOut: 'dossier où les écrire',
    formsUnanswered: 'seulement pour les sites qui n\u2019ont pas répondu',
    formed: 'Formulaires : {{files}}. Sites : {{sites}}. Dossier : {{path}}',
    noCampaign: 'Aucune campagne « {{campaign}} ». Campagnes : {{known}}',
  },
  en: {
    description: 'Maillage from a terminal: import, check and export a workspace.',
    init: 'Create a workspace',
    name: 'name of the organisation',
    demo: 'fill with a demonstration network (small, medium, large)',
    seed: 'seed of the demonstration',
    force: 'replace an existing file',
    check: 'Check the integrity of the file',
    backup: 'Back the file up',
    out: 'where to write',
    restore: 'Put a backup in the place of the file',
    migrate: 'Bring the file to the current version',
    call: 'Call a procedure of the contract; the input is JSON, or “-” for standard input',
    procedures: 'List the procedures and their schemas',
    json: 'answer in JSON',
    lang: 'language of the answers (fr, en)',
    created: 'Created: {{path}}',
    healthy: 'The file is healthy: {{rows}} rows, version {{version}}.',
    problem: '{{kind}}: {{text}}',
    backedUp: 'Backup: {{path}}',
    restored: 'Restored: {{path}}',
    migrated: 'Up to date: version {{version}}',
    badJson: 'The input is not JSON: {{text}}',
    mappingUsed: 'Columns read (header=field): {{pairs}}',
    noColumn: 'No column was recognised.',
    leftOut: 'left out: {{column}} ({{field}}?): {{reason}}; for instance “{{value}}”',
    firstRecords: 'first records: {{names}}',
    newTerritories: 'territories unknown here: {{names}}',
    hiddenSkipped: 'Hidden rows left out: {{count}} (--hidden-rows to read them).',
    isReport:
      'This file is a report, made to be read: to change records and take them in again, export the list instead.',
    looksLike: 'By its columns this file rather holds something else: --kind {{kind}}.',
    createMissingHint: 'To create unknown territories and sites: --create-missing',
    mapFields: 'Fields of --map:',
    mapIndicators: 'For initiatives, indicator:CODE names an indicator too, known or to be created.',
    import: 'Import a CSV or XLSX file',
    kind: 'what the rows are about',
    sheet: 'sheet of the workbook',
    map: 'columns: "Header=field,..."',
    mapping: 'JSON file with the mapping',
    encoding: 'encoding of the CSV',
    delimiter: 'delimiter of the CSV',
    createMissing: 'create unknown territories and sites',
    dryRun: 'check without changing anything',
    rejects: 'where to write the rejected rows',
    counts:
      '{{read}} rows read: {{created}} created, {{updated}} updated, {{unchanged}} unchanged, {{rejected}} rejected.',
    countsToCome:
      '{{read}} rows read: {{created}} to create, {{updated}} to update, {{unchanged}} unchanged, {{rejected}} rejected.',
    markHint: 'To read this file all the same, each unreadable character becoming \uFFFD: --mark-illegal',
    dryRunDone: 'Checked only, nothing was changed.',
    rejectLine: 'line {{line}}, {{column}}: {{value}} ({{reason}})',
    rejectsSaved: 'Rejected rows: {{path}}',
    updateOnly: 'update what is there, create nothing',
    headerLine: 'line of the header',
    markIllegal: 'read a file some bytes of which are not in the encoding: each becomes \uFFFD',
    hiddenRows: 'read the hidden rows of a workbook too',
    colon: ': ',
    ofColumn: '{{column}}: ',
    reasonLine: 'Rejected: {{count}}, {{column}}{{reason}}',
    unread: 'columns not read: {{columns}}',
    also_sites: 'new sites: {{count}}',
    also_territories: 'new territories: {{count}}',
    also_indicators: 'new indicators: {{count}}',
    also_measurements: 'new measurements: {{count}}',
    also_measurementsUpdated: 'measurements updated: {{count}}',
    totalLine: '{{column}}: total {{total}} (values: {{count}})',
    report: 'Export a report',
    reportName: 'the report',
    dialect: 'CSV for Excel in French (excel-fr) or for a program (machine)',
    format: 'csv or xlsx; else by the name of the file',
    filter: 'filter as JSON, for instance {"from":"2026-01-01","territories":["IDF"]}',
    reportOut: 'file to write, or “-” for the standard output',
    dictionary: 'also write the dictionary of the columns',
    reported: '{{rows}} rows: {{path}}',
    deck: 'Export the deck of an edition',
    edition: 'id or year of the edition',
    decked: '{{slides}} slides: {{path}}',
    noEdition: 'No edition “{{edition}}”. Editions: {{known}}',
    recruit: 'Tell where to recruit: the sites that bring the most employees within reach of an ambassador',
    recruitCount: 'number of recruits',
    radiusKm: 'radius of action in kilometres',
    sameTerritory: 'the territory instead of the radius',
    territory: 'code, name or id of a territory',
    recruitOut: 'write the list (.csv or .xlsx)',
    recruitHelp:
      'Each recruit is put where they reach the most employees whom nobody reaches yet; active ambassadors count. This choice reaches at least 63% (1 - 1/e) of what the best possible choice of as many sites would (Nemhauser, Wolsey and Fisher, 1978).',
    recruitLine: '{{rank}}. {{name}} ({{code}}): {{gain}} more employees, {{reached}}% reached',
    recruitSum:
      '{{count}} recruits: from {{before}} to {{after}} employees reached of {{employees}}; at least {{atLeast}}% of the best possible choice.',
    recruitEnough: 'All known employees are within reach: more recruits would add nothing.',
    recruitUnknown: 'Sites without a known headcount, whose employees are not counted: {{count}}',
    noTerritory: 'No territory “{{territory}}”, or several. Territories: {{known}}',
    mapWithoutTerritories:
      'There is no territory yet: the map by territory is empty. Create some, or draw the sites (--by site).',
    mapOf: 'Draw the map of the network',
    layer: 'what the map shows',
    mapBy: 'sites or territories',
    mapOut: 'file to write (.svg, .png or .geojson)',
    mapped: '{{drawn}} drawn, {{missing}} not: {{path}}',
    calendar: 'Export the plan as a calendar (.ics)',
    calendarInclude: 'what it holds, among {{parts}}',
    fromDate: 'first day, for instance 2026-01-01',
    toDate: 'last day',
    calendared: '{{events}} events: {{path}}',
    forms: 'Write the answer forms of a campaign',
    formsCampaign: 'code or id of the campaign',
    formsPer: 'one form for each territory or for each site',
    formsOut: 'folder to write them in',
    formsUnanswered: 'only for sites that have not answered',
    formed: 'Forms: {{files}}. Sites: {{sites}}. Folder: {{path}}',
    noCampaign: 'No campaign “{{campaign}}”. Campaigns: {{known}}',
  },
} as const;

export type CliWord = keyof (typeof texts)['fr'];

/** Fills `{{name}}` holes; an unknown hole becomes empty. */
function fill(text: string, values: Record<string, unknown>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(values[name] ?? ''));
}

export function say(lang: Language, word: CliWord, values: Record<string, unknown> = {}): string {
  return fill(texts[lang][word], values);
}

/** The language of the terminal: LC_ALL, LC_MESSAGES, LANG, then the system's where terminals set none; French unless it is English. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const system = process.platform === 'linux' ? '' : new Intl.DateTimeFormat().resolvedOptions().locale;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || system;
  return /^en/i.test(locale) ? 'en' : 'fr';
}

interface ErrorTexts {
  [code: string]: { title: string; text: string } | string | Record<string, string>;
}

/** A refusal in the words of the window: what happened, where, what to do. */
export function refusalText(lang: Language, failure: Failure): string {
  const errors = (lang === 'en' ? enErrors : frErrors) as unknown as ErrorTexts;
  const fields = (lang === 'en' ? enFields : frFields) as Record<string, string>;
  const rules = errors['rule'] as Record<string, string>;
  const name = (path: string): string => {
    const last =
      path
        .split('.')
        .filter((part) => !/^\d+$/.test(part))
        .pop() ?? path;
    // On the command line a field is typed by its contract name: it is said beside the words.
    return fields[last] === undefined ? path : `${path} (${fields[last]})`;
  };
  const issue = (one: FieldIssue): string =>
    fill(String(errors['field']), { path: name(one.path), rule: rules[one.rule] ?? rules['custom'] ?? '' });
  const values: Record<string, unknown> = { logId: failure.logId ?? '' };
  for (const [key, value] of Object.entries(failure.details))
    values[key] = Array.isArray(value)
      ? value.map((one) => (typeof one === 'string' ? one : issue(one))).join(', ')
      : value;
  values['fields'] = values['issues'] ?? '';
  const words = (errors[failure.code] ?? errors['internal']) as { title: string; text: string };
  return [fill(words.title, values), fill(words.text, values)].filter((part) => part !== '').join(' ');
}
