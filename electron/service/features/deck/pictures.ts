/** The bytes of a deck's pictures, upright and no larger than a slide needs; one that cannot be read is left out and said. */
import type { DeckSlide, DeckWarning } from '#shared/deck/contract.ts';
import type { Picture } from '#shared/deck/slides.ts';
import type { JobContext } from '../../context.ts';
import { pictureKey, type PictureBytes } from '../../formats/pptx/deck.ts';
import { scaledImage } from '../../formats/images.ts';
import { loadSharp } from '../../formats/sharp.ts';
import type { DeckMap } from './map.ts';

/** Longer side in pixels: half a slide at 200 dots an inch. */
const pixels = 1500;

/** The map painted last: the deck on screen asks for it after every change of the data, and few change what it shows. */
let painted: { svg: string; picture: PictureBytes } | null = null;

export async function mapPng(map: DeckMap): Promise<PictureBytes> {
  if (painted?.svg === map.svg) return painted.picture;
  const sharp = await loadSharp();
  const bytes = await sharp(Buffer.from(map.svg), { density: 96, limitInputPixels: 50_000_000 })
    .resize({ width: 1600, height: 1600, fit: 'inside' })
    .png()
    .toBuffer();
  const picture: PictureBytes = { mediaType: 'image/png', bytes };
  painted = { svg: map.svg, picture };
  return picture;
}

function picturesOf(slides: DeckSlide[], logo: Picture | null): Map<string, Picture> {
  const pictures = new Map<string, Picture>();
  const all = [logo, ...slides.flatMap((slide) => [slide.picture, ...slide.items.map((item) => item.picture)])];
  for (const picture of all) if (picture !== null) pictures.set(pictureKey(picture), picture);
  return pictures;
}

/** Loads every picture that is shown. `label` is the progress' key. */
export async function loadPictures(
  job: JobContext,
  slides: DeckSlide[],
  logo: Picture | null,
  map: DeckMap | null,
): Promise<{ bytes: Map<string, PictureBytes>; warnings: DeckWarning[] }> {
  const bytes = new Map<string, PictureBytes>();
  const warnings: DeckWarning[] = [];
  const wanted = picturesOf(slides, logo);
  let done = 0;
  for (const [key, picture] of wanted) {
    job.progress({ done, total: wanted.size, label: 'readingFiles' });
    const loaded = picture.source === 'map' ? (map === null ? null : await mapPng(map)) : await loadOne(job, picture);
    if (loaded === null) warnings.push({ kind: 'picture_unreadable', name: picture.alt });
    else bytes.set(key, loaded);
    done += 1;
    await job.breathe();
  }
  return { bytes, warnings };
}

async function loadOne(job: JobContext, picture: Picture): Promise<PictureBytes | null> {
  const row = await job.db
    .selectFrom('attachments')
    .innerJoin('blobs', 'blobs.hash', 'attachments.blobHash')
    .select('blobs.bytes')
    .where('attachments.id', '=', picture.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  try {
    const { mediaType, bytes } = await scaledImage(row.bytes, pixels);
    return { mediaType, bytes };
  } catch {
    // A picture that was whole when it came in and is not now: the deck goes on without it, and says so.
    return null;
  }
}

/** The slides without the pictures that could not be loaded: their designed stand-in is drawn instead. */
export function withLoaded(slides: DeckSlide[], bytes: Map<string, PictureBytes>): DeckSlide[] {
  const kept = (picture: Picture | null): Picture | null =>
    picture !== null && bytes.has(pictureKey(picture)) ? picture : null;
  return slides.map((slide) => ({
    ...slide,
    picture: kept(slide.picture),
    items: slide.items.map((item) => ({ ...item, picture: kept(item.picture) })),
  }));
}
