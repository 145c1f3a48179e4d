/** Who may import whom: the rules of the house, as data, and the judge of one import. */

export interface Wall {
  /** Files the rule is for, by the start of their path. */
  from: string;
  /** Packages (or starts of their names) that these files may import. */
  packages: string[];
  /** Folders of the project that they may import from. */
  folders: string[];
  /** Only types may come from elsewhere. */
  typesOnly?: boolean;
}

const uiPackages = [
  'react',
  'react-dom',
  'react-router',
  'react-i18next',
  'i18next',
  '@mantine/',
  '@tabler/',
  '@tanstack/',
  '@dnd-kit/',
  '@fontsource-variable/',
  '@fontsource/',
  'recharts',
  'maplibre-gl',
  'geojson',
  'dayjs',
  'mantine-form-zod-resolver',
  'zod',
];

/** The first rule whose `from` begins a file's path is the file's rule. */
export const walls: Wall[] = [
  { from: 'shared/', packages: ['zod'], folders: ['shared/'] },
  { from: 'electron/preload/', packages: ['electron'], folders: ['shared/'] },
  { from: 'electron/main/', packages: ['electron', 'node:', 'zod'], folders: ['electron/main/', 'shared/'] },
  { from: 'electron/service/migrations/', packages: ['kysely'], folders: ['electron/service/migrations/'] },
  {
    from: 'electron/service/',
    packages: [
      'node:',
      'kysely',
      'better-sqlite3',
      'sharp',
      'zod',
      'commander',
      'd3-geo',
      'topojson-client',
      'fflate',
      'pptxgenjs',
      'papaparse',
      'read-excel-file',
      'write-excel-file',
      'geojson',
      'topojson-specification',
      'ical-generator',
    ],
    folders: ['electron/service/', 'shared/'],
  },
  { from: 'renderer/', packages: uiPackages, folders: ['renderer/', 'shared/'] },
];

// Files that moved to their feature before what features give to the engines has its own shape; to be gone with it.
const awaitingFacets = /^electron\/service\/features\/((reports|imports)\/(handlers|lists)|campaigns\/report)\.ts$/;

/** Why an import is not allowed, or null when it is. `target` is a package's name or a path from the project's root. */
export function judge(file: string, target: string, isPackage: boolean): string | null {
  const wall = walls.find((one) => file.startsWith(one.from));
  if (wall === undefined) return null;
  if (isPackage)
    return wall.packages.some(
      (name) => target === name || target.startsWith(name.endsWith('/') || name.endsWith(':') ? name : `${name}/`),
    )
      ? null
      : `${wall.from} may not import the package ${target}`;
  if (!wall.folders.some((folder) => target.startsWith(folder))) return `${wall.from} may not import from ${target}`;
  const own = /^(electron\/service|renderer)\/features\/([^/]+)/;
  const [, side, feature] = own.exec(file) ?? [];
  const [, otherSide, other] = own.exec(target) ?? [];
  if (
    !awaitingFacets.test(file) &&
    feature !== undefined &&
    side === otherSide &&
    feature !== other &&
    !feature.endsWith('.ts')
  )
    return `the feature ${feature} may not import the feature ${other}`;
  const layer = /^renderer\/(components|lib|blocks)\//.exec(file)?.[1];
  if (layer !== undefined && target.startsWith('renderer/features/'))
    return `renderer/${layer} may not import a feature`;
  if (layer === 'components' && /^renderer\/(lib\/(api|write)\.|blocks\/)/.test(target))
    return 'components have no access to data';
  return null;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every module that a source names. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
}
