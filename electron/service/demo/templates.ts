/** What sites do: the models from which the demonstration's initiatives are made. Months are those in which they start. */
export type Scene =
  | 'planting'
  | 'bike'
  | 'recycling'
  | 'sea'
  | 'city'
  | 'solar'
  | 'hands'
  | 'meal'
  | 'classroom'
  | 'repair'
  | 'run'
  | 'clothes'
  | 'hives';
export type ThemeKey =
  | 'climate'
  | 'mobility'
  | 'circular'
  | 'nature'
  | 'solidarity'
  | 'inclusion'
  | 'education'
  | 'health';

export interface Template {
  scene: Scene;
  theme: ThemeKey;
  sdgs: number[];
  /** 1 to 12; none means any month. */
  months: number[];
  /** Usual length, in days. */
  days: number;
  /** Usual number of colleagues who take part. */
  participants: number;
  /** Indicator codes with the amount usual for that many participants. */
  amounts: [code: string, amount: number][];
  fr: { titles: string[]; summary: string };
  en: { titles: string[]; summary: string };
}

export const themes: Record<ThemeKey, { fr: string; en: string }> = {
  climate: { fr: 'Climat et énergie', en: 'Climate and energy' },
  mobility: { fr: 'Mobilité', en: 'Mobility' },
  circular: { fr: 'Économie circulaire', en: 'Circular economy' },
  nature: { fr: 'Biodiversité', en: 'Biodiversity' },
  solidarity: { fr: 'Solidarité', en: 'Solidarity' },
  inclusion: { fr: 'Inclusion et handicap', en: 'Inclusion and disability' },
  education: { fr: 'Éducation et insertion', en: 'Education and employment' },
  health: { fr: 'Santé', en: 'Health' },
};

type Line = [
  Scene,
  ThemeKey,
  number[],
  number[],
  number,
  number,
  [string, number][],
  [string[], string],
  [string[], string],
];

const line = ([
  scene,
  theme,
  sdgs,
  months,
  days,
  participants,
  amounts,
  [titlesFr, summaryFr],
  [titlesEn, summaryEn],
]: Line): Template => ({
  scene,
  theme,
  sdgs,
  months,
  days,
  participants,
  amounts,
  fr: { titles: titlesFr, summary: summaryFr },
  en: { titles: titlesEn, summary: summaryEn },
});

export const templates: Template[] = (
  [
    [
      'bike',
      'mobility',
      [3, 11, 13],
      [9, 5],
      28,
      24,
      [
        ['KM', 1900],
        ['CO2', 0.36],
      ],
      [
        ['Un mois sans voiture', 'Le défi vélo du site'],
        'Pendant quatre semaines, les équipes viennent à vélo, à pied ou en bus et notent leurs trajets sur le tableau de l’entrée.',
      ],
      [
        ['A month without the car', 'The site’s cycling challenge'],
        'For four weeks teams come by bike, on foot or by bus and write their trips on the board at the entrance.',
      ],
    ],
    [
      'bike',
      'mobility',
      [11, 12],
      [3, 4, 9],
      1,
      14,
      [
        ['SENSIBILISES', 45],
        ['DECHETS', 90],
      ],
      [
        ['Atelier de réparation de vélos', 'Remise en selle'],
        'Un mécanicien d’une association locale vient une journée : chacun apprend à régler ses freins et repart avec un vélo sûr.',
      ],
      [
        ['Bike repair workshop', 'Back in the saddle'],
        'A mechanic from a local charity comes for a day: everyone learns to set brakes and leaves with a safe bike.',
      ],
    ],
    [
      'city',
      'mobility',
      [11, 13],
      [1, 2, 9, 10],
      180,
      18,
      [
        ['KM', 14_000],
        ['CO2', 2.7],
      ],
      [
        ['Covoiturage entre équipes', 'On partage la route'],
        'Les horaires de deux équipes ont été accordés pour que l’on puisse partager les voitures ; quatre places leur sont gardées près de l’entrée.',
      ],
      [
        ['Car sharing between shifts', 'Sharing the road'],
        'Two shifts were aligned so that cars can be shared; four spaces are kept for them near the entrance.',
      ],
    ],
    [
      'bike',
      'mobility',
      [3, 11],
      [4, 5, 6],
      60,
      8,
      [
        ['KM', 5200],
        ['CO2', 1],
      ],
      [
        ['Vélos de service à l’essai', 'Les tournées à vélo cargo'],
        'Deux vélos cargo remplacent une camionnette pour les livraisons du centre-ville.',
      ],
      [
        ['Trying service bikes', 'Rounds by cargo bike'],
        'Two cargo bikes replace a van for deliveries in the town centre.',
      ],
    ],
    [
      'clothes',
      'solidarity',
      [1, 12],
      [11, 12, 1],
      21,
      12,
      [
        ['DECHETS', 240],
        ['BENEFICIAIRES', 130],
      ],
      [
        ['Collecte de manteaux', 'Un hiver au chaud'],
        'Des portants dans le hall, trois semaines de collecte, et des manteaux triés par taille avant d’être remis à une association du quartier.',
      ],
      [
        ['Coat collection', 'A warm winter'],
        'Racks in the lobby, three weeks of collecting, and coats sorted by size before they go to a local charity.',
      ],
    ],
    [
      'clothes',
      'circular',
      [12],
      [3, 4, 10],
      14,
      10,
      [['DECHETS', 420]],
      [
        ['Seconde vie des vêtements de travail', 'Nos blouses deviennent sacs'],
        'Les tenues retirées du service sont décousues et transformées en sacs par un atelier d’insertion.',
      ],
      [
        ['A second life for workwear', 'Our overalls become bags'],
        'Clothes taken out of service are unpicked and made into bags by a social workshop.',
      ],
    ],
    [
      'meal',
      'solidarity',
      [1, 2],
      [11, 12],
      3,
      16,
      [
        ['REPAS', 900],
        ['DECHETS', 180],
      ],
      [
        ['Grande collecte alimentaire', 'Une caisse pour la banque alimentaire'],
        'Tri et mise en caisses des dons avec les bénévoles de la banque alimentaire, sur le temps de travail.',
      ],
      [
        ['Food drive', 'A crate for the food bank'],
        'Sorting and packing donations with food bank volunteers, in working hours.',
      ],
    ],
    [
      'meal',
      'circular',
      [2, 12],
      [1, 3, 9, 10],
      90,
      7,
      [
        ['DECHETS', 610],
        ['CO2', 1.4],
      ],
      [
        ['La cantine anti-gaspi', 'Moins dans la poubelle, plus dans l’assiette'],
        'Pesée des restes chaque jour, deux tailles d’assiettes, du pain à la demande : les quantités jetées sont affichées chaque vendredi.',
      ],
      [
        ['The no-waste canteen', 'Less in the bin'],
        'Leftovers weighed daily, two plate sizes, bread on request: what is thrown away is posted every Friday.',
      ],
    ],
    [
      'meal',
      'health',
      [2, 3],
      [5, 6, 9],
      5,
      22,
      [['SENSIBILISES', 80]],
      [
        ['La semaine des paniers de saison', 'Le marché du jeudi'],
        'Un maraîcher voisin vend ses légumes dans la cour et une diététicienne donne ses idées de repas.',
      ],
      [
        ['Seasonal baskets week', 'Thursday market'],
        'A neighbouring grower sells vegetables in the yard and a dietitian shares meal ideas.',
      ],
    ],
    [
      'recycling',
      'circular',
      [12, 13],
      [11],
      9,
      20,
      [
        ['DECHETS', 380],
        ['SENSIBILISES', 110],
      ],
      [
        ['Semaine de réduction des déchets', 'Huit jours pour moins jeter'],
        'Une poubelle vidée sur la table pour commencer, des îlots de tri pour finir, et des bouteilles consignées dans les distributeurs.',
      ],
      [
        ['Waste reduction week', 'Eight days to throw away less'],
        'It begins with a bin emptied on the table and ends with sorting points and returnable bottles in the machines.',
      ],
    ],
    [
      'recycling',
      'circular',
      [9, 12],
      [2, 5, 10],
      120,
      6,
      [
        ['DECHETS', 3800],
        ['CO2', 2.2],
      ],
      [
        ['Palettes et cartons en boucle', 'Emballages de retour'],
        'Les cartons repartent vides vers l’entrepôt dans les mêmes camions et servent quatre fois en moyenne.',
      ],
      [
        ['Pallets and boxes in a loop', 'Packaging comes back'],
        'Boxes return empty to the warehouse in the same lorries and are used four times on average.',
      ],
    ],
    [
      'recycling',
      'circular',
      [12],
      [1, 6, 9],
      30,
      9,
      [
        ['DECHETS', 150],
        ['DONS', 600],
      ],
      [
        ['Recyclage des téléphones oubliés', 'Fonds de tiroirs'],
        'Chacun vide ses tiroirs : les appareils qui marchent sont reconditionnés, les autres démontés par un atelier adapté.',
      ],
      [
        ['Forgotten phones, recycled', 'Back of the drawer'],
        'Everyone empties their drawers: working phones are refurbished, the others dismantled by a sheltered workshop.',
      ],
    ],
    [
      'recycling',
      'circular',
      [12],
      [1, 9],
      200,
      15,
      [
        ['DECHETS', 260],
        ['CO2', 0.5],
      ],
      [
        ['Adieu gobelets', 'Une tasse pour chacun'],
        'Les gobelets ont quitté les machines à café. Chaque collègue a reçu une tasse dessinée par les enfants d’une école voisine.',
      ],
      [
        ['Goodbye paper cups', 'A mug for everyone'],
        'Cups have left the coffee machines. Each colleague was given a mug drawn by children of a nearby school.',
      ],
    ],
    [
      'repair',
      'circular',
      [12],
      [2, 4, 10, 11],
      1,
      13,
      [
        ['DECHETS', 75],
        ['SENSIBILISES', 38],
      ],
      [
        ['Café réparation', 'On répare, on ne jette plus'],
        'Grille-pain, lampes et fermetures éclair : les techniciens du site réparent avec leurs collègues un vendredi par mois.',
      ],
      [
        ['Repair café', 'Mend, don’t bin'],
        'Toasters, lamps and zips: the site’s technicians mend them with colleagues one Friday a month.',
      ],
    ],
    [
      'repair',
      'education',
      [4, 8, 12],
      [3, 6, 9],
      60,
      8,
      [
        ['BENEFICIAIRES', 46],
        ['DECHETS', 310],
      ],
      [
        ['Ordinateurs reconditionnés pour les collégiens', 'Un clavier pour apprendre'],
        'Les ordinateurs remplacés sont effacés, nettoyés et remis à des familles suivies par une association de soutien scolaire.',
      ],
      [
        ['Refurbished computers for pupils', 'A keyboard to learn on'],
        'Replaced computers are wiped, cleaned and given to families supported by a tutoring charity.',
      ],
    ],
    [
      'repair',
      'circular',
      [9, 12],
      [4, 5, 10],
      45,
      5,
      [['DECHETS', 520]],
      [
        ['La recyclerie du site', 'Mobilier à reprendre'],
        'Un local ouvert chaque mardi où les services déposent et reprennent mobilier et fournitures.',
      ],
      [
        ['The site’s reuse room', 'Furniture to take away'],
        'A room open every Tuesday where departments leave and take furniture and supplies.',
      ],
    ],
    [
      'planting',
      'nature',
      [13, 15],
      [11, 12, 2, 3],
      1,
      26,
      [['ARBRES', 180]],
      [
        ['Plantation d’une haie champêtre', 'Deux cents mètres de haie'],
        'Charmes, noisetiers et prunelliers plantés au bord du parking avec un pépiniériste et la classe de l’école voisine.',
      ],
      [
        ['Planting a country hedge', 'Two hundred metres of hedge'],
        'Hornbeam, hazel and blackthorn planted along the car park with a nurseryman and the class next door.',
      ],
    ],
    [
      'planting',
      'nature',
      [11, 15],
      [3, 4, 5],
      120,
      9,
      [
        ['SENSIBILISES', 30],
        ['DECHETS', 140],
      ],
      [
        ['Le potager partagé', 'Des tomates derrière l’entrepôt'],
        'Six bacs, un composteur et un tour d’arrosage : la récolte va à la cantine et à une épicerie solidaire.',
      ],
      [
        ['The shared vegetable garden', 'Tomatoes behind the warehouse'],
        'Six beds, a composter and a watering rota: the harvest goes to the canteen and a social grocery.',
      ],
    ],
    [
      'planting',
      'nature',
      [13, 15],
      [10, 11, 2],
      2,
      30,
      [['ARBRES', 420]],
      [
        ['Une forêt sur le terrain vague', 'Mille petits arbres'],
        'Un terrain sans usage est rendu aux arbres : essences locales, plantation serrée, suivi des reprises au printemps.',
      ],
      [
        ['A wood on waste land', 'A thousand small trees'],
        'Unused ground goes back to trees: local species, close planting, survival counted in spring.',
      ],
    ],
    [
      'hives',
      'nature',
      [2, 15],
      [4, 5],
      150,
      6,
      [
        ['SENSIBILISES', 70],
        ['DONS', 350],
      ],
      [
        ['Prairie fleurie et ruches', 'Le toit aux abeilles'],
        'La pelouse n’est plus tondue que deux fois l’an ; un apiculteur suit les ruches et raconte la saison aux équipes.',
      ],
      [
        ['Wildflower meadow and hives', 'Bees on the roof'],
        'The lawn is cut only twice a year; a beekeeper looks after the hives and tells teams about the season.',
      ],
    ],
    [
      'planting',
      'nature',
      [15],
      [2, 3],
      30,
      8,
      [['SENSIBILISES', 25]],
      [
        ['Nichoirs et refuges', 'Un toit pour les hirondelles'],
        'Trente nichoirs fabriqués à l’atelier et posés sous les avant-toits, avec l’avis d’une association de protection des oiseaux.',
      ],
      [
        ['Nest boxes and shelters', 'A roof for swallows'],
        'Thirty nest boxes made in the workshop and hung under the eaves, on the advice of a bird charity.',
      ],
    ],
    [
      'city',
      'nature',
      [11, 15],
      [3, 9, 10],
      20,
      5,
      [['SENSIBILISES', 40]],
      [
        ['Éteindre pour les étoiles', 'La nuit rendue au site'],
        'Enseignes et parkings s’éteignent à 22 heures ; une soirée d’observation réunit voisins et équipes.',
      ],
      [
        ['Lights out for the stars', 'The night given back'],
        'Signs and car parks go dark at ten; an evening of stargazing brings neighbours and teams together.',
      ],
    ],
    [
      'sea',
      'nature',
      [6, 14],
      [5, 6, 9],
      1,
      28,
      [
        ['DECHETS', 310],
        ['SENSIBILISES', 35],
      ],
      [
        ['Nettoyage des berges', 'La rivière propre'],
        'Une matinée en bottes le long de l’eau ; les déchets sont triés, pesés et déclarés à un programme de sciences participatives.',
      ],
      [
        ['River bank clean-up', 'A clean river'],
        'A morning in boots along the water; waste is sorted, weighed and reported to a citizen science programme.',
      ],
    ],
    [
      'sea',
      'nature',
      [12, 14],
      [4, 6, 9],
      1,
      32,
      [
        ['DECHETS', 460],
        ['SENSIBILISES', 60],
      ],
      [
        ['Mission plage propre', 'Marée basse, sacs pleins'],
        'À marée basse, les équipes et leurs familles ramassent filets, bouteilles et mégots avec une association du littoral.',
      ],
      [
        ['Clean beach mission', 'Low tide, full bags'],
        'At low tide teams and their families pick up nets, bottles and cigarette ends with a coastal charity.',
      ],
    ],
    [
      'repair',
      'climate',
      [6, 12],
      [2, 3, 7],
      100,
      4,
      [['SENSIBILISES', 20]],
      [
        ['Chasse aux fuites d’eau', 'Chaque goutte compte'],
        'Relevés de nuit, douchettes économes et récupération de pluie pour le lavage des camions.',
      ],
      [
        ['Hunting water leaks', 'Every drop counts'],
        'Night readings, thrifty nozzles and rainwater to wash the lorries.',
      ],
    ],
    [
      'solar',
      'climate',
      [7, 13],
      [3, 5, 9],
      180,
      6,
      [['CO2', 14]],
      [
        ['Ombrières solaires du parking', 'Le soleil au-dessus des voitures'],
        'Les ambassadeurs ont mené l’enquête auprès des équipes et suivent la production affichée dans le hall.',
      ],
      [
        ['Solar car park', 'Sun above the cars'],
        'Ambassadors surveyed the teams and follow the output shown in the lobby.',
      ],
    ],
    [
      'solar',
      'climate',
      [7, 13],
      [10, 11, 1],
      120,
      12,
      [
        ['CO2', 5.5],
        ['SENSIBILISES', 60],
      ],
      [
        ['19 degrés, et un pull', 'Le défi énergie d’hiver'],
        'Relevé des compteurs chaque lundi, portes à quai fermées, ateliers sur les gestes utiles : les étages comparent leurs résultats.',
      ],
      [
        ['19 degrees and a jumper', 'Winter energy challenge'],
        'Meters read every Monday, dock doors shut, workshops on what works: floors compare their results.',
      ],
    ],
    [
      'solar',
      'climate',
      [7, 9],
      [4, 6],
      90,
      4,
      [['CO2', 8]],
      [
        ['Éclairage revu dans les allées', 'La lumière au bon endroit'],
        'Capteurs de présence et lampes sobres, réglés allée par allée avec les caristes.',
      ],
      [
        ['Lighting the aisles anew', 'Light where it is needed'],
        'Presence sensors and thrifty lamps, set aisle by aisle with the forklift drivers.',
      ],
    ],
    [
      'city',
      'climate',
      [13],
      [1, 2, 3, 10, 11],
      1,
      18,
      [['SENSIBILISES', 18]],
      [
        ['Atelier sur le climat', 'Comprendre en trois heures'],
        'Un jeu de cartes, des causes et des effets, puis une liste d’actions choisies par l’équipe pour son propre site.',
      ],
      [
        ['Climate workshop', 'Three hours to understand'],
        'A deck of cards, causes and effects, then a list of actions the team chooses for its own site.',
      ],
    ],
    [
      'city',
      'climate',
      [9, 13],
      [9, 10, 11],
      30,
      9,
      [
        ['CO2', 0.4],
        ['DECHETS', 20],
      ],
      [
        ['Grand ménage numérique', 'Des serveurs plus légers'],
        'Une heure par semaine pour vider les boîtes et les dossiers, et des appareils gardés deux ans de plus.',
      ],
      [
        ['Digital spring clean', 'Lighter servers'],
        'An hour a week to empty mailboxes and folders, and devices kept two years longer.',
      ],
    ],
    [
      'classroom',
      'education',
      [4, 10],
      [10, 11, 1],
      240,
      8,
      [['BENEFICIAIRES', 22]],
      [
        ['Mentorat de collégiens', 'Un collègue, un élève'],
        'Une rencontre par mois toute l’année scolaire, un carnet commun, et une visite du site pour finir.',
      ],
      [
        ['Mentoring pupils', 'One colleague, one pupil'],
        'One meeting a month through the school year, a shared notebook, and a visit of the site to end with.',
      ],
    ],
    [
      'classroom',
      'education',
      [4, 8],
      [11, 12, 1, 2],
      5,
      10,
      [['BENEFICIAIRES', 12]],
      [
        ['Le stage de troisième pour tous', 'Cinq jours, dix métiers'],
        'Des stages réservés aux élèves sans réseau, préparés avec les collèges du quartier et partagés entre services.',
      ],
      [
        ['Work experience for all', 'Five days, ten trades'],
        'Placements kept for pupils without contacts, prepared with local schools and shared between departments.',
      ],
    ],
    [
      'classroom',
      'education',
      [4, 5, 9],
      [3, 4, 11],
      1,
      7,
      [['SENSIBILISES', 85]],
      [
        ['Elles font la technique', 'Ingénieures en classe'],
        'Des collègues racontent leur métier dans les lycées, machines à l’appui.',
      ],
      [
        ['Women in engineering', 'Engineers in class'],
        'Colleagues tell secondary schools about their work, with machines to try.',
      ],
    ],
    [
      'classroom',
      'education',
      [8, 10],
      [2, 4, 6, 9],
      40,
      9,
      [['BENEFICIAIRES', 26]],
      [
        ['Préparer un entretien', 'Le coup de pouce vers l’emploi'],
        'Relecture de CV, entretiens blancs et appels à des employeurs voisins, avec une association d’insertion.',
      ],
      [
        ['Getting ready for interviews', 'A hand towards work'],
        'CVs read, mock interviews and calls to neighbouring employers, with an employment charity.',
      ],
    ],
    [
      'classroom',
      'education',
      [4, 10],
      [1, 9],
      200,
      6,
      [['BENEFICIAIRES', 18]],
      [
        ['Cours de français entre collègues', 'Les mots du quai'],
        'Deux heures par semaine sur le temps de travail pour lire une consigne, écrire un message, passer un permis.',
      ],
      [
        ['Language lessons between colleagues', 'Words from the dock'],
        'Two hours a week in working time to read an instruction, write a message, pass a licence.',
      ],
    ],
    [
      'hands',
      'inclusion',
      [3, 8, 10],
      [11],
      5,
      24,
      [['SENSIBILISES', 130]],
      [
        ['Semaine pour l’emploi des personnes handicapées', 'Un duo pour une journée'],
        'Des demandeurs d’emploi en situation de handicap passent une journée en duo avec un collègue ; trois recrutements l’an passé.',
      ],
      [
        ['Disability employment week', 'A duo for a day'],
        'Jobseekers with disabilities spend a day paired with a colleague; three were hired last year.',
      ],
    ],
    [
      'hands',
      'inclusion',
      [4, 10],
      [2, 3, 9, 11],
      30,
      11,
      [['SENSIBILISES', 26]],
      [
        ['Premiers pas en langue des signes', 'Bonjour avec les mains'],
        'Cinq séances du midi avec un formateur sourd ; le café du site prend désormais les commandes en signes.',
      ],
      [
        ['First steps in sign language', 'Good morning in signs'],
        'Five lunchtime sessions with a deaf trainer; the site café now takes orders in sign.',
      ],
    ],
    [
      'hands',
      'inclusion',
      [8, 10],
      [4, 6, 10],
      90,
      5,
      [['BENEFICIAIRES', 9]],
      [
        ['Achats auprès d’ateliers adaptés', 'Acheter autrement'],
        'Espaces verts, mise sous pli et plateaux-repas confiés à des établissements voisins.',
      ],
      [
        ['Buying from sheltered workshops', 'Buying differently'],
        'Grounds, mailing and lunch trays entrusted to neighbouring workshops.',
      ],
    ],
    [
      'hands',
      'inclusion',
      [5, 10],
      [3, 11],
      4,
      19,
      [['SENSIBILISES', 90]],
      [
        ['Parler du sexisme ordinaire', 'Les mots qui restent'],
        'Une exposition de phrases entendues, des saynètes jouées par les équipes, et un numéro à appeler affiché partout.',
      ],
      [
        ['Talking about everyday sexism', 'Words that stay'],
        'An exhibition of things heard, short scenes played by the teams, and a number to call posted everywhere.',
      ],
    ],
    [
      'hands',
      'inclusion',
      [3, 10],
      [4, 5, 10],
      60,
      6,
      [['BENEFICIAIRES', 21]],
      [
        ['Le réseau des aidants', 'Ne plus être seul'],
        'Un café mensuel pour les collègues qui s’occupent d’un proche, des dons de jours de congé et un guide des droits.',
      ],
      [
        ['The carers’ network', 'No longer alone'],
        'A monthly coffee for colleagues who look after a relative, days of leave given, and a guide to rights.',
      ],
    ],
    [
      'hands',
      'health',
      [3],
      [1, 3, 6, 10, 12],
      1,
      30,
      [['BENEFICIAIRES', 78]],
      [
        ['Don de sang sur le site', 'Une heure, trois vies'],
        'La camionnette de collecte s’installe dans la cour et chacun peut s’y rendre sur son temps de travail.',
      ],
      [
        ['Blood donation at work', 'One hour, three lives'],
        'The donor van parks in the yard and anyone may go in working time.',
      ],
    ],
    [
      'hands',
      'health',
      [3, 5],
      [10],
      20,
      26,
      [
        ['SENSIBILISES', 140],
        ['DONS', 1900],
      ],
      [
        ['Octobre rose', 'Un ruban pour en parler'],
        'Ateliers de dépistage avec une sage-femme, course solidaire et collecte doublée par l’entreprise.',
      ],
      [
        ['Pink October', 'A ribbon to talk about it'],
        'Screening workshops with a midwife, a charity run and a collection doubled by the company.',
      ],
    ],
    [
      'run',
      'health',
      [3, 17],
      [5, 6, 9],
      1,
      36,
      [
        ['DONS', 2600],
        ['KM', 360],
      ],
      [
        ['Courir pour l’hôpital', 'Dix kilomètres solidaires'],
        'Chaque kilomètre parcouru vaut trois euros versés au service pédiatrique de l’hôpital voisin.',
      ],
      [
        ['Running for the hospital', 'Ten charity kilometres'],
        'Every kilometre is worth three euros to the children’s ward of the nearby hospital.',
      ],
    ],
    [
      'run',
      'health',
      [3],
      [2, 3, 9],
      45,
      20,
      [['SENSIBILISES', 46]],
      [
        ['Réveil du dos', 'Dix minutes avant le quai'],
        'Échauffement collectif à la prise de poste, monté avec le kinésithérapeute et les équipes de nuit.',
      ],
      [
        ['Waking up backs', 'Ten minutes before the dock'],
        'Warm-up together at the start of the shift, set up with the physiotherapist and the night teams.',
      ],
    ],
    [
      'run',
      'solidarity',
      [10, 17],
      [6, 7],
      1,
      28,
      [
        ['DONS', 1500],
        ['BENEFICIAIRES', 60],
      ],
      [
        ['Le tournoi de quartier', 'Jouer ensemble'],
        'Un tournoi mixte avec les jeunes du quartier, une buvette tenue par les équipes, la recette à une maison de quartier.',
      ],
      [
        ['The neighbourhood tournament', 'Playing together'],
        'A mixed tournament with local youngsters; the takings go to a community centre.',
      ],
    ],
    [
      'city',
      'solidarity',
      [1, 10, 11],
      [12],
      15,
      22,
      [
        ['BENEFICIAIRES', 95],
        ['DONS', 1200],
      ],
      [
        ['Boîtes de Noël solidaires', 'Un Noël pour chacun'],
        'Une boîte à chaussures, quelque chose de chaud, de bon et de beau : remises aux maraudes avant les fêtes.',
      ],
      [
        ['Christmas shoeboxes', 'A Christmas for everyone'],
        'A shoebox with something warm, tasty and beautiful, handed to street outreach before the holidays.',
      ],
    ],
    [
      'city',
      'solidarity',
      [1, 17],
      [1, 6],
      300,
      32,
      [['DONS', 5200]],
      [
        ['L’arrondi sur salaire', 'Quelques centimes, un projet'],
        'Les centimes du salaire net vont à une association choisie par le vote des équipes, doublés par l’entreprise.',
      ],
      [
        ['Pennies from pay', 'A few cents, one project'],
        'Cents of net pay go to a charity chosen by the teams’ vote, doubled by the company.',
      ],
    ],
    [
      'classroom',
      'solidarity',
      [4, 10],
      [6, 7, 8],
      30,
      12,
      [
        ['BENEFICIAIRES', 70],
        ['DONS', 400],
      ],
      [
        ['Cartables de rentrée', 'Prêts pour septembre'],
        'Cahiers, trousses et calculatrices réunis pendant l’été pour les enfants d’un centre d’hébergement.',
      ],
      [
        ['School bags for September', 'Ready for term'],
        'Notebooks, pencil cases and calculators gathered over the summer for children of a shelter.',
      ],
    ],
  ] satisfies Line[]
).map(line);
