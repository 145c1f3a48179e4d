/** Puts the generated pictures into the workspace as attachments, stored once by content as every picture is. */
import { hashOf, readImage } from '../../formats/images.ts';
import { loadSharp } from '../../formats/sharp.ts';
import type { DemoInitiative } from '../initiatives.ts';
import { inserter, type DemoContext, type Size } from '../insert.ts';
import type { DemoPerson } from '../people.ts';
import { randomOf } from '../random.ts';
import { logo, portrait } from './portrait.ts';
import { sceneAlt, sceneNames, sceneSvg } from './scenes.ts';

interface Stored {
  name: string;
  mediaType: string;
  size: number;
  width: number;
  height: number;
  bytes: Buffer;
  thumbnail: Buffer;
}

export interface Pictures {
  /** Several of each scene, in the order of the scenes. */
  covers: Map<string, Stored[]>;
  women: Stored[];
  men: Stored[];
  logo: Stored;
}

const variants: Record<Size, number> = { small: 4, medium: 4, large: 4 };
const portraits: Record<Size, number> = { small: 44, medium: 80, large: 80 };
const coverShare: Record<Size, number> = { small: 0.6, medium: 0.3, large: 0.05 };

async function rendered(name: string, svg: string, isPhoto: boolean): Promise<Stored> {
  const sharp = await loadSharp();
  const drawn = sharp(Buffer.from(svg));
  const bytes = await (isPhoto ? drawn.jpeg({ quality: 82 }) : drawn.png({ palette: true })).toBuffer();
  const { mediaType, width, height, thumbnail } = await readImage(bytes, name);
  return { name, mediaType, size: bytes.length, width, height, bytes, thumbnail };
}

/** Draws the pool of pictures: the same seed draws the same ones. */
export async function drawPictures(context: DemoContext): Promise<Pictures> {
  const { seed, size } = context;
  const covers = new Map<string, Stored[]>();
  for (const scene of sceneNames) {
    const numbers = Array.from({ length: variants[size] }, (_, index) => index + 1);
    covers.set(
      scene,
      await Promise.all(
        numbers.map((number) =>
          rendered(`${scene}-${number}.jpg`, sceneSvg(scene, randomOf(seed, `scene ${scene} ${number}`)), true),
        ),
      ),
    );
    await context.step(0);
  }
  const faces = async (isWoman: boolean): Promise<Stored[]> => {
    const numbers = Array.from({ length: portraits[size] / 2 }, (_, index) => 2 * index + (isWoman ? 1 : 2));
    return Promise.all(
      numbers.map((number) =>
        rendered(
          `portrait-${String(number).padStart(2, '0')}.jpg`,
          portrait(randomOf(seed, `portrait ${number}`), isWoman),
          true,
        ),
      ),
    );
  };
  const women = await faces(true);
  const men = await faces(false);
  return { covers, women, men, logo: await rendered('logo.png', logo(), false) };
}

/** Attaches them: the company's mark, a portrait to some people, a cover to some initiatives; `first` have theirs before all others. */
export function writePictures(
  context: DemoContext,
  pictures: Pictures,
  organisationId: string,
  first: { initiatives: DemoInitiative[]; people: DemoPerson[] },
  initiatives: DemoInitiative[],
  people: DemoPerson[],
): void {
  const random = randomOf(context.seed, 'pictures');
  const blob = inserter(context, 'blobs', ['hash', 'size', 'bytes']);
  const attachment = inserter(context, 'attachments', [
    'id',
    'ownerKind',
    'ownerId',
    'role',
    'name',
    'mediaType',
    'size',
    'width',
    'height',
    'blobHash',
    'thumbnailHash',
    'alt',
    'credit',
    'position',
  ]);
  const hashes = new Map<Buffer, string>();
  const known = new Set<string>();
  const keep = (bytes: Buffer): string => {
    const hash = hashes.get(bytes) ?? hashOf(bytes);
    hashes.set(bytes, hash);
    if (!known.has(hash)) blob([hash, bytes.length, bytes]);
    known.add(hash);
    return hash;
  };
  const credit = context.lang === 'fr' ? 'Illustration générée' : 'Generated illustration';
  const attach = (ownerKind: string, ownerId: string, role: string, picture: Stored, alt: string): string => {
    const id = context.newId();
    attachment([
      id,
      ownerKind,
      ownerId,
      role,
      picture.name,
      picture.mediaType,
      picture.size,
      picture.width,
      picture.height,
      keep(picture.bytes),
      keep(picture.thumbnail),
      alt,
      credit,
      0,
    ]);
    return id;
  };
  const mark = attach(
    'organisation',
    organisationId,
    'logo',
    pictures.logo,
    context.lang === 'fr' ? 'Logo : une fleur de cinq feuilles' : 'Logo: a flower of five leaves',
  );
  context.db.prepare('update organisation set "logoAttachmentId" = ?').run(mark);

  const nominated = new Set(first.initiatives.map((one) => one.id));
  const turns = new Map<string, number>();
  for (const initiative of [
    ...first.initiatives,
    ...initiatives.filter(
      (one) => !nominated.has(one.id) && one.status !== 'idea' && random.chance(coverShare[context.size]),
    ),
  ]) {
    const scene = initiative.template.scene;
    const list = pictures.covers.get(scene) ?? [];
    const turn = turns.get(scene) ?? 0;
    turns.set(scene, turn + 1);
    const picture = list[turn % list.length];
    if (picture !== undefined) attach('initiative', initiative.id, 'cover', picture, sceneAlt(scene, context.lang));
  }

  // A face is used once in a small network; large ones may repeat them.
  const left = { women: [...pictures.women], men: [...pictures.men] };
  const chosen = new Set(first.people);
  for (const person of [
    ...first.people,
    ...people.filter((one) => one.stage === 'active' && !chosen.has(one) && random.chance(0.45)),
  ]) {
    const pool = person.isWoman ? left.women : left.men;
    if (pool.length === 0 && context.size !== 'small') pool.push(...(person.isWoman ? pictures.women : pictures.men));
    const picture = pool.shift();
    if (picture !== undefined)
      attach(
        'person',
        person.id,
        'portrait',
        picture,
        context.lang === 'fr' ? `Portrait dessiné de ${person.name}` : `Drawn portrait of ${person.name}`,
      );
  }
}
