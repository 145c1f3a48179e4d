/** Pictures on their way in: recognised by their bytes, bounded, and given a thumbnail. */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/base/result.ts';
import { loadSharp } from './sharp.ts';

/** Above this a picture is refused before it is decoded: 100 megapixels are 400 MB in memory. */
export const maximumPixels = 100_000_000;
export const thumbnailPixels = 320;

export interface ReadImage {
  mediaType: string;
  width: number;
  height: number;
  thumbnail: Buffer;
}

const signatures: [mediaType: string, test: (bytes: Uint8Array) => boolean][] = [
  ['image/jpeg', (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff],
  ['image/png', (b) => b[0] === 0x89 && b[1] === 0x50 && b[2] === 0x4e && b[3] === 0x47],
  ['image/gif', (b) => b[0] === 0x47 && b[1] === 0x49 && b[2] === 0x46 && b[3] === 0x38],
  [
    'image/webp',
    (b) =>
      b[0] === 0x52 &&
      b[1] === 0x49 &&
      b[2] === 0x46 &&
      b[3] === 0x46 &&
      b[8] === 0x57 &&
      b[9] === 0x45 &&
      b[10] === 0x42 &&
      b[11] === 0x50,
  ],
];

/** The media type told by a file's first bytes, or null when it is not a picture we show. A file's name is never trusted. */
export function imageTypeOf(bytes: Uint8Array): string | null {
  return signatures.find(([, test]) => test(bytes))?.[0] ?? null;
}

/** SHA-256 of the content, in hex: the key under which it is stored once. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads size and makes a thumbnail, upright whatever the camera's turn. Throws `image_invalid` naming the file. */
export async function readImage(bytes: Buffer, name: string): Promise<ReadImage> {
  const mediaType = imageTypeOf(bytes);
  if (mediaType === null) throw new AppError('image_invalid', { name });
  const sharp = await loadSharp();
  try {
    const image = sharp(bytes, { limitInputPixels: maximumPixels, failOn: 'error' });
    const meta = await image.metadata();
    const turned = (meta.orientation ?? 1) >= 5;
    const thumbnail = await image
      .rotate()
      .resize(thumbnailPixels, thumbnailPixels, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#FFFFFF' })
      .jpeg({ quality: 80 })
      .toBuffer();
    return {
      mediaType,
      width: (turned ? meta.height : meta.width) ?? 0,
      height: (turned ? meta.width : meta.height) ?? 0,
      thumbnail,
    };
  } catch (cause) {
    throw new AppError('image_invalid', { name }, { cause });
  }
}

/** A JPEG of at most `pixels` on its longer side, for screens and slides; PNG where the picture is see-through. */
export async function scaledImage(
  bytes: Uint8Array,
  pixels: number,
): Promise<{ mediaType: 'image/jpeg' | 'image/png'; bytes: Buffer; width: number; height: number }> {
  const sharp = await loadSharp();
  const image = sharp(bytes, { limitInputPixels: maximumPixels })
    .rotate()
    .resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true });
  const { hasAlpha } = await sharp(bytes, { limitInputPixels: maximumPixels }).metadata();
  const output = hasAlpha === true ? image.png() : image.jpeg({ quality: 84, mozjpeg: false });
  const { data, info } = await output.toBuffer({ resolveWithObject: true });
  return {
    mediaType: hasAlpha === true ? 'image/png' : 'image/jpeg',
    bytes: data,
    width: info.width,
    height: info.height,
  };
}
