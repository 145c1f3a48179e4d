/** The map taken out: as SVG, PNG, GeoJSON, or as a slide of a deck. */
import { z } from 'zod';
import { colourSchema, type Language } from '#shared/base/common.ts';
import type { mapFormats, networkContract, NetworkFilter } from '#shared/network/contract.ts';
import { reportFilterSchema } from '#shared/reports/contract.ts';
import { mix } from '#shared/deck/colours.ts';
import { themeOf, temperaments } from '#shared/deck/themes.ts';
import { newId } from '#shared/base/ids.ts';
import { sumFigures, type Figures } from '#shared/network/coverage.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf, JobContext } from '../../context.ts';
import type { Row } from '../../database/tables.ts';
import { writeFileAtomically } from '../../formats/atomic-file.ts';
import { loadSharp } from '../../formats/sharp.ts';
import { coverageRatio } from '../../domain/network/coverage.ts';
import { deckOfEdition, newDeck } from '../../domain/awards/deck-of-edition.ts';
import { keepPicture, madePicture } from '../../records/keep-picture.ts';
import { sitesGeoJson, territoriesGeoJson } from './geojson.ts';
import { pictureWords } from './picture/legend-words.ts';
import { inkOn } from './picture/map-dots.ts';
import { mapPicture, scopeAndDay } from './picture/map-picture.ts';
import { attribution } from '../../geo/shapes.ts';
import { readNetworkSites, type NetworkSite } from '../../domain/network/sites.ts';
import { coverageRows, readTerritories } from '../../domain/network/territories.ts';
import { shapesOf, territoryShapes, type TerritoryShapes } from '../../domain/network/territory-shapes.ts';
import { found, newRecord } from '../../records/records.ts';
import { scopeInWords } from '../../engines/reporting/filter.ts';
import type { Picture, PictureColours } from './picture/types.ts';

type Names = 'network.exportMap' | 'network.mapSlide';
type View = Omit<z.output<(typeof networkContract)['network.exportMap']['input']>, 'outPath'>;
type Format = (typeof mapFormats)[number];

interface Shown {
  sites: NetworkSite[];
  names: Map<string, string>;
  territories: { shapes: TerritoryShapes; figures: Map<string, Figures> } | null;
}

async function readShown({ db, today, host }: JobContext, { filter, by, depth }: View): Promise<Shown> {
  const sites = await readNetworkSites(db, filter, await coverageRatio(db), today);
  const territories = await readTerritories(db);
  const names = new Map(territories.map(({ id, name }) => [id, name]));
  if (by === 'site') return { sites, names, territories: null };
  const figures = new Map(
    coverageRows(territories, sites, filter).flatMap((row) =>
      row.id === null ? [] : [[row.id, row.figures] as const],
    ),
  );
  const shapes = shapesOf(territoryShapes(territories, sites, depth, host.resources), new Set(figures.keys()));
  return { sites, names, territories: { shapes, figures } };
}

/** What the sites are narrowed to, in words, as reports say it. */
async function scopeText({ db }: JobContext, filter: NetworkFilter, lang: Language): Promise<string> {
  const lines = await scopeInWords(
    db,
    lang,
    reportFilterSchema.parse({
      territories: [...(filter.scope?.territoryIds ?? []), ...filter.territoryIds],
      siteKinds: [...(filter.scope?.siteKinds ?? []), ...filter.kinds],
      from: filter.scope?.from ?? null,
      to: filter.scope?.to ?? null,
      stages: filter.stages,
      profiles: filter.profiles,
    }),
  );
  return lines.join(', ');
}

async function draw(
  job: JobContext,
  view: View,
  shown: Shown,
  lang: Language,
  size: { width: number; height: number },
  slide: PictureColours | null,
): Promise<Picture> {
  const organisation = await job.db.selectFrom('organisation').select('name').executeTakeFirstOrThrow();
  return mapPicture({
    layer: view.layer,
    sites: shown.sites,
    territories: shown.territories,
    extent: view.extent,
    radiusKm: view.radiusKm,
    organisation: organisation.name,
    title: view.title,
    scope: await scopeText(job, view.filter, lang),
    today: job.today,
    lang,
    ...size,
    resources: job.host.resources,
    slide,
  });
}

const size = { width: 1920, height: 1080 };

/** Pixels for each unit of the SVG: 3840 x 2160 for a picture of the whole. */
async function rasterised(svg: string, width: number): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg), { density: 192, limitInputPixels: 100_000_000, unlimited: true })
    .resize({ width })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function slideColours(theme: ReturnType<typeof themeOf>): PictureColours {
  const { fill, ink, muted } = theme.page;
  const isDark = inkOn(fill, '#000000') === '#FFFFFF';
  return {
    page: fill,
    sea: fill,
    land: mix(fill, isDark ? ink : theme.primary, 0.14),
    border: mix(fill, ink, 0.35),
    ink,
    quiet: muted,
    isDark,
  };
}

const optionsSchema = z
  .object({ colours: z.object({ primary: colourSchema, accent: colourSchema }).nullable() })
  .catch({ colours: null });

function themeOfDeck(
  deck: Pick<Row<'decks'>, 'theme' | 'options'>,
  organisation: Pick<Row<'organisation'>, 'primaryColour' | 'accentColour'>,
): ReturnType<typeof themeOf> {
  const { colours } = optionsSchema.parse(JSON.parse(deck.options));
  return themeOf({
    temperament: temperaments.find((known) => known === deck.theme) ?? 'sober',
    primary: colours?.primary ?? organisation.primaryColour,
    accent: colours?.accent ?? organisation.accentColour,
  });
}

/** The deck a slide is for: one that exists, or the one that an edition will have. */
async function deckFor(
  { db }: JobContext,
  { deckId, editionId = '', lang }: { deckId?: string | undefined; editionId?: string | undefined; lang: Language },
): Promise<Pick<Row<'decks'>, 'editionId' | 'lang' | 'theme' | 'options'> & { id: string | null }> {
  if (deckId !== undefined)
    return found(await db.selectFrom('decks').selectAll().where('id', '=', deckId).executeTakeFirst(), 'decks', deckId);
  found(
    await db.selectFrom('awardEditions').select('id').where('id', '=', editionId).executeTakeFirst(),
    'awardEditions',
    editionId,
  );
  const known = await db
    .selectFrom('decks')
    .selectAll()
    .where('editionId', '=', editionId)
    .where('lang', '=', lang)
    .executeTakeFirst();
  return known ?? { id: null, editionId, lang, ...newDeck };
}

export const mapExportHandlers: Pick<HandlersOf<typeof networkContract>, Names> = {
  'network.exportMap': async (job, { outPath, ...view }) => {
    const lang = view.lang ?? job.lang;
    const format = outPath.slice(outPath.lastIndexOf('.') + 1).toLowerCase() as Format;
    job.progress({ done: 0, total: 3, label: 'readingNetwork' });
    const shown = await readShown(job, view);
    await job.breathe();
    job.progress({ done: 1, total: 3, label: 'drawingMap' });
    if (format === 'geojson') {
      const collection =
        shown.territories === null
          ? sitesGeoJson(shown.sites, shown.names, view.extent, job.today, attribution)
          : territoriesGeoJson(shown.territories.shapes, shown.territories.figures, job.today, attribution);
      await writeFileAtomically(outPath, `${JSON.stringify(collection)}\n`, job.signal);
      return {
        path: outPath,
        format,
        drawn: collection.features.length,
        missing: collection.unlocated + collection.outside,
      };
    }
    const { svg, drawn, missing } = await draw(job, view, shown, lang, size, null);
    await job.breathe();
    job.progress({ done: 2, total: 3, label: 'writingMap' });
    await writeFileAtomically(outPath, format === 'svg' ? svg : await rasterised(svg, 2 * size.width), job.signal);
    return { path: outPath, format, drawn, missing };
  },

  'network.mapSlide': async (job, { deckId, editionId, ...view }) => {
    const deck = await deckFor(job, { deckId, editionId, lang: view.lang ?? job.lang });
    const organisation = await job.db
      .selectFrom('organisation')
      .select(['primaryColour', 'accentColour'])
      .executeTakeFirstOrThrow();
    const { lang } = deck;
    const shown = await readShown(job, view);
    if (shown.sites.length === 0) throw new AppError('not_found', { table: 'sites', id: '' });
    await job.breathe();
    // The shape of the place that the slide keeps for a picture, so that nothing of it is cut.
    const { svg, title, alt } = await draw(
      job,
      view,
      shown,
      lang,
      { width: 1580, height: 1500 },
      slideColours(themeOfDeck(deck, organisation)),
    );
    await job.breathe();
    const picture = await madePicture(
      await rasterised(svg, 1580),
      `${title.replace(/[\\/:*?"<>|]+/g, ' ').slice(0, 120)}.png`,
      alt,
    );
    const figures = sumFigures(shown.sites);
    const say = pictureWords[lang];
    const body = `${say.slideBody({ active: figures.active, target: figures.target, sites: figures.sites, covered: figures.sitesCovered })}\n${scopeAndDay(await scopeText(job, view.filter, lang), job.today, lang)}.`;
    return job.write(async ({ db, now, note }) => {
      const attachmentId = await keepPicture({ db, now }, { ownerKind: 'edition', ownerId: deck.editionId }, picture);
      const key = `own:${newId()}`;
      const id = deck.id ?? (await deckOfEdition({ db, now }, deck.editionId, deck.lang));
      const texts = { eyebrow: say.eyebrow, title, body, caption: say.sources(attribution) };
      await db
        .insertInto('deckSlides')
        .values({
          ...newRecord(now),
          deckId: id,
          key,
          position: null,
          hidden: 0,
          overrides: JSON.stringify({ own: 'picture', texts, pictureId: attachmentId }),
          notes: null,
        })
        .execute();
      await db.updateTable('decks').set({ updatedAt: now }).where('id', '=', id).execute();
      note({ name: title });
      return { key, attachmentId, deckId: id };
    });
  },
};
