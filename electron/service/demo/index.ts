/** Makes a fictional company with its sites, ambassadors and initiatives; the same seed and day give the same network. */
import type { Language } from '#shared/base/common.ts';
import type { Progress } from '#shared/base/define.ts';
import { AppError } from '#shared/base/result.ts';
import type { RawDatabase } from '../database/connect.ts';
import { writeAwards } from './awards.ts';
import { campaignCounts, writeCampaigns } from './campaigns.ts';
import { writeIndicators } from './indicators.ts';
import { initiativeCounts, writeInitiatives } from './initiatives.ts';
import { inserter, type DemoContext, type Size } from './insert.ts';
import { largeMeasurements, writeMeasurements } from './measurements.ts';
import { siteCounts, writeNetwork } from './network.ts';
import { personCounts, writePeople } from './people.ts';
import { drawPictures, writePictures } from './pictures/store.ts';
import { writeTouchpoints } from './touchpoints.ts';
import { idMaker } from './random.ts';

export interface DemoOptions {
  size: Size;
  seed: number;
  /** Local calendar date on which the story ends. */
  today: string;
  /** What the file is called; the fictional company keeps a name of its own. */
  name: string;
  lang: Language;
  /** Folder of the bundled resources. */
  resources: string;
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
  /** The id of the company, if it is not to follow from the seed: two files made from one seed are two workspaces. */
  organisationId?: string;
}

/** Invented names; the demonstration must not pass for a real company. */
const companies = ['Groupe Valorne', 'Maison Tercelin', 'Ostréval', 'Groupe Alvéane'];

function writeOrganisation(context: DemoContext, given: string | undefined): string {
  const made = context.newId();
  const id = given ?? made;
  const name = companies[Math.abs(context.seed - 1) % companies.length] ?? 'Groupe Valorne';
  inserter(context, 'organisation', ['id', 'name', 'lang', 'hourlyCost'])([id, name, context.lang, 38]);
  return id;
}

/** Fills a freshly migrated, empty database, in one transaction. Throws `cancelled` when told to stop. */
export async function generateDemo(db: RawDatabase, options: DemoOptions): Promise<void> {
  const { size, seed, today, lang, resources, onProgress, signal } = options;
  const total =
    campaignCounts[size] +
    siteCounts[size] +
    personCounts[size] +
    initiativeCounts[size] +
    (size === 'large' ? largeMeasurements : 5 * initiativeCounts[size]);
  let done = 0;
  const step = async (more: number): Promise<void> => {
    done += more;
    onProgress({ done: Math.min(done, total), total, label: 'buildingDemo' });
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    if (signal.aborted) throw new AppError('cancelled');
  };
  const context: DemoContext = { db, seed, size, today, lang, resources, newId: idMaker(seed, today), step };
  const pictures = await drawPictures(context);
  db.exec('begin');
  try {
    const organisationId = writeOrganisation(context, options.organisationId);
    const sites = await writeNetwork(context);
    const people = await writePeople(context, sites);
    const initiatives = await writeInitiatives(context, people, sites);
    const indicators = writeIndicators(context);
    await writeMeasurements(context, initiatives, indicators);
    const { nominated, close } = writeAwards(context, initiatives, people);
    writePictures(context, pictures, organisationId, nominated, initiatives, people);
    await close();
    await writeCampaigns(context, people, initiatives, indicators);
    writeTouchpoints(context, people);
    await step(0);
    onProgress({ done: total, total, label: 'buildingDemo' });
    db.exec('commit');
  } catch (cause) {
    if (db.inTransaction) db.exec('rollback');
    throw cause;
  }
}
