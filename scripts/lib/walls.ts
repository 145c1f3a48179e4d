/** Who may import whom: the rules of the house, as data, and the judge of one import. */

/** A floor of the house: the files it holds, the packages they may name, and the places below them they may import from. */
export interface Floor {
  /** Start of the paths it holds. */
  holds: string;
  /** Packages, or starts of their names that end in `/` or `:`. */
  packages: string[];
  /** Starts of paths of the project; its own floor is always among them. */
  below: string[];
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
  'zod',
];

const service = (name: string): string => `electron/service/${name}/`;
const rawSql = ['node:', 'kysely'];

// Each floor of the service imports only from those below it (the list goes from the ground up).
const database = [service('database'), service('migrations')];
const plain = [...['formats', 'sources', 'geo'].map(service)];
const records = [...plain, ...database, service('records')];
const domain = [...records, service('domain')];
const engines = [...domain, service('engines')];

/** The first floor whose `holds` begins a file's path is the file's floor. */
export const floors: Floor[] = [
  { holds: 'shared/base/', packages: ['zod'], below: [] },
  { holds: 'shared/', packages: ['zod'], below: ['shared/'] },
  { holds: 'electron/preload/', packages: ['electron'], below: ['shared/'] },
  { holds: 'electron/main/', packages: ['electron', 'node:', 'zod'], below: ['shared/'] },
  { holds: service('migrations'), packages: ['kysely'], below: [] },
  {
    holds: service('database'),
    packages: [...rawSql, 'better-sqlite3'],
    below: ['shared/', service('migrations'), service('formats')],
  },
  {
    holds: service('formats'),
    packages: ['node:', 'sharp', 'yazl', 'ical-generator'],
    below: ['shared/'],
  },
  { holds: service('sources'), packages: ['node:', 'yauzl', 'saxes', 'ssf'], below: ['shared/'] },
  {
    holds: service('geo'),
    packages: ['node:', 'd3-geo', 'topojson-client', 'topojson-specification', 'geojson'],
    below: ['shared/', service('formats')],
  },
  { holds: service('records'), packages: rawSql, below: ['shared/', ...database, ...plain] },
  {
    holds: service('domain'),
    packages: [...rawSql, 'zod', 'geojson', 'topojson-client', 'topojson-specification'],
    below: ['shared/', ...records],
  },
  { holds: service('engines'), packages: rawSql, below: ['shared/', ...domain, 'electron/service/context.ts'] },
  { holds: service('demo'), packages: [...rawSql, 'sharp'], below: ['shared/', ...engines] },
  {
    holds: service('features'),
    packages: [...rawSql, 'd3-geo', 'geojson', 'sharp', 'zod'],
    below: [
      'shared/',
      ...engines,
      service('demo'),
      ...['context', 'host', 'jobs', 'service', 'session', 'workspace', 'writing'].map(
        (name) => `electron/service/${name}.ts`,
      ),
    ],
  },
  { holds: service('cli'), packages: ['node:', 'commander', 'zod'], below: ['electron/service/', 'shared/'] },
  // The process itself: entry, dispatch, session and what they hand around.
  { holds: 'electron/service/', packages: ['node:', 'kysely', 'zod'], below: ['electron/service/', 'shared/'] },
  { holds: 'renderer/components/', packages: uiPackages, below: ['shared/', 'renderer/lib/'] },
  { holds: 'renderer/lib/', packages: uiPackages, below: ['shared/', 'renderer/components/', 'renderer/locales/'] },
  {
    holds: 'renderer/blocks/',
    packages: uiPackages,
    below: ['shared/', 'renderer/components/', 'renderer/lib/', 'renderer/locales/'],
  },
  {
    holds: 'renderer/features/',
    packages: uiPackages,
    below: ['shared/', 'renderer/blocks/', 'renderer/components/', 'renderer/lib/', 'renderer/locales/'],
  },
  // The window knows features by their manifests only; the page's entry hands them over.
  {
    holds: 'renderer/app/',
    packages: uiPackages,
    below: ['shared/', 'renderer/blocks/', 'renderer/components/', 'renderer/lib/', 'renderer/locales/'],
  },
  { holds: 'renderer/', packages: uiPackages, below: ['renderer/', 'shared/'] },
];

/** Files of a feature folder that may name every feature: the registries. */
const registry = /^(?:electron\/service|renderer)\/features\/[^/]+\.tsx?$/;
const featureOf = (path: string): string | undefined =>
  /^(?:electron\/service|renderer)\/features\/([^/]+)\//.exec(path)?.[1];

/** Why an import is not allowed, or null when it is. `target` is a package's name or a path from the project's root. */
export function judge(file: string, target: string, isPackage: boolean): string | null {
  const floor = floors.find((one) => file.startsWith(one.holds));
  if (floor === undefined) return null;
  if (isPackage)
    return floor.packages.some(
      (name) => target === name || target.startsWith(name.endsWith('/') || name.endsWith(':') ? name : `${name}/`),
    )
      ? null
      : `${floor.holds} may not import the package ${target}`;
  if (!target.startsWith(floor.holds) && !floor.below.some((start) => target.startsWith(start)))
    return `${floor.holds} may not import from ${target}`;
  const feature = featureOf(file);
  const other = featureOf(target);
  if (feature !== undefined && other !== undefined && feature !== other)
    return `the feature ${feature} may not import the feature ${other}`;
  // Only a registry names features: a feature that names one would name them all.
  if (feature !== undefined && registry.test(target)) return `the feature ${feature} may not import ${target}`;
  if (file.startsWith('renderer/components/') && /^renderer\/lib\/(api|write)\./.test(target))
    return 'components have no access to data';
  return null;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every module that a source names. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
}
