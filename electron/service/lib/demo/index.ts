/** Makes a fictional company with its sites, ambassadors and initiatives; the same seed and day give the same network. */
import type { Language } from '#shared/contract/common.ts';
import type { Progress } from '#shared/contract/define.ts';
import { foldSearch } from '#shared/fold.ts';
import { newId } from '#shared/ids.ts';
import type { RawDatabase } from '../../database/connect.ts';

export interface DemoOptions {
  size: 'small' | 'medium' | 'large';
  seed: number;
  /** Local calendar date on which the story ends. */
  today: string;
  name: string;
  lang: Language;
  /** Folder of the bundled resources. */
  resources: string;
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
}

const towns: [name: string, lat: number, lon: number][] = [['Lille', 50.63, 3.06], ['Rennes', 48.11, -1.68], ['Nantes', 47.22, -1.55], ['Bordeaux', 44.84, -0.58], ['Toulouse', 43.6, 1.44], ['Lyon', 45.76, 4.84], ['Dijon', 47.32, 5.04], ['Strasbourg', 48.58, 7.75], ['Nancy', 48.69, 6.18], ['Tours', 47.39, 0.69]];

/** Fills a freshly migrated, empty database. Throws `cancelled` when told to stop. */
export async function generateDemo(db: RawDatabase, options: DemoOptions): Promise<void> {
  const now = `${options.today}T08:00:00.000Z`;
  const stamps = { createdAt: now, updatedAt: now };
  db.prepare('insert into organisation (id, name, lang, createdAt, updatedAt) values (?, ?, ?, ?, ?)').run(newId(), options.name, options.lang, now, now);
  const insert = db.prepare('insert into sites (id, code, name, city, lat, lon, accuracy, headcount, searchKey, createdAt, updatedAt) values (@id, @code, @name, @city, @lat, @lon, @accuracy, @headcount, @searchKey, @createdAt, @updatedAt)');
  const count = { small: 60, medium: 1500, large: 20_000 }[options.size];
  for (let index = 0; index < count; index += 1) {
    const [city, lat, lon] = towns[index % towns.length] ?? ['Lille', 50.63, 3.06];
    const code = `S-${String(index + 1).padStart(4, '0')}`;
    const name = `Agence de ${city} ${Math.floor(index / towns.length) + 1}`;
    insert.run({ id: newId(), code, name, city, lat, lon, accuracy: 'commune', headcount: 20 + ((index * 37 + options.seed) % 400), searchKey: foldSearch(name, code, city, null), ...stamps });
  }
  options.onProgress({ done: count, total: count, label: 'buildingDemo' });
}
