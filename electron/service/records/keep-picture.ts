/** Keeps a picture that the service has made as an attachment of a record. */
import type { Attachment } from '#shared/attachments/contract.ts';
import type { WriteDb } from '../database/tables.ts';
import { hashOf, readImage } from '../formats/images.ts';
import { newRecord } from './records.ts';

export interface MadePicture {
  name: string;
  bytes: Buffer;
  alt: string;
  image: Awaited<ReturnType<typeof readImage>>;
}

/** To be called before the write: a thumbnail takes time. */
export async function madePicture(bytes: Buffer, name: string, alt: string): Promise<MadePicture> {
  return { name, bytes, alt, image: await readImage(bytes, name) };
}

/** Stores the picture's content once, with its record; answers the record's id. */
export async function keepPicture(
  { db, now }: { db: WriteDb; now: string },
  owner: Pick<Attachment, 'ownerKind' | 'ownerId'>,
  picture: MadePicture,
): Promise<string> {
  const store = async (bytes: Buffer): Promise<string> => {
    const hash = hashOf(bytes);
    await db
      .insertInto('blobs')
      .values({ hash, size: bytes.length, bytes })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    return hash;
  };
  const { last } = await db
    .selectFrom('attachments')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('ownerKind', '=', owner.ownerKind)
    .where('ownerId', '=', owner.ownerId)
    .executeTakeFirstOrThrow();
  const { bytes, image } = picture;
  const record = {
    ...newRecord(now),
    ...owner,
    role: 'file' as const,
    name: picture.name,
    mediaType: image.mediaType,
    size: bytes.length,
    width: image.width,
    height: image.height,
    blobHash: await store(bytes),
    thumbnailHash: await store(image.thumbnail),
    alt: picture.alt,
    credit: null,
    position: (last ?? -1) + 1,
  };
  await db.insertInto('attachments').values(record).execute();
  return record.id;
}
