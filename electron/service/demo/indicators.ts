/** What the fictional company counts. */
import { inserter, type DemoContext } from './insert.ts';

export interface DemoIndicator {
  id: string;
  code: string;
  decimals: number;
  /** The factor from activity to impact, for what is worked out rather than counted. */
  factor: number | null;
}

const definitions: [
  code: string,
  name: string,
  nameEn: string,
  unit: string,
  kind: 'input' | 'output' | 'impact',
  decimals: number,
  factor: number | null,
  description: string,
][] = [
  [
    'HEURES',
    'Heures de bénévolat',
    'Volunteer hours',
    'h',
    'input',
    0,
    null,
    'Temps de travail donné aux actions, préparation comprise.',
  ],
  [
    'PARTICIPANTS',
    'Collègues participants',
    'Colleagues taking part',
    'personnes',
    'input',
    0,
    null,
    'Collègues présents, comptés une fois par action.',
  ],
  [
    'BENEFICIAIRES',
    'Personnes aidées',
    'People helped',
    'personnes',
    'output',
    0,
    null,
    'Personnes hors de l’entreprise à qui l’action a servi.',
  ],
  [
    'SENSIBILISES',
    'Personnes sensibilisées',
    'People reached',
    'personnes',
    'output',
    0,
    null,
    'Personnes venues à un atelier, une visite ou une conférence.',
  ],
  [
    'DECHETS',
    'Déchets évités',
    'Waste avoided',
    'kg',
    'impact',
    0,
    null,
    'Matière réemployée, donnée ou triée au lieu d’être jetée.',
  ],
  [
    'CO2',
    'Émissions évitées',
    'Emissions avoided',
    'tCO2e',
    'impact',
    2,
    0.193,
    'Estimation à partir de l’activité et d’un facteur d’émission.',
  ],
  ['DONS', 'Dons versés', 'Money given', 'EUR', 'output', 0, null, 'Collectes et abondement de l’entreprise.'],
  [
    'ARBRES',
    'Arbres et haies plantés',
    'Trees and hedges planted',
    'plants',
    'output',
    0,
    null,
    'Plants mis en terre, reprise non déduite.',
  ],
  ['REPAS', 'Repas offerts', 'Meals served', 'repas', 'output', 0, null, 'Équivalents repas remis aux associations.'],
  [
    'KM',
    'Kilomètres sans voiture',
    'Kilometres without a car',
    'km',
    'output',
    0,
    null,
    'Trajets domicile-travail à vélo, à pied ou en transport.',
  ],
];

export function writeIndicators(context: DemoContext): Map<string, DemoIndicator> {
  const insert = inserter(context, 'indicators', [
    'id',
    'code',
    'name',
    'nameEn',
    'unit',
    'kind',
    'decimals',
    'position',
    'description',
  ]);
  const indicators = new Map<string, DemoIndicator>();
  for (const [position, [code, name, nameEn, unit, kind, decimals, factor, description]] of definitions.entries()) {
    const id = context.newId();
    insert([id, code, name, nameEn, unit, kind, decimals, position, description]);
    indicators.set(code, { id, code, decimals, factor });
  }
  return indicators;
}
