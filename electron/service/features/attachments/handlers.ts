/** Attachments: files taken into the workspace once by content, pictures with a thumbnail, and given back whole. */
import { lstat, open, readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { oneLine } from '#shared/base/texts.ts';
import { maximumAttachmentBytes, type Attachment, type attachmentsContract } from '#shared/attachments/contract.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf, WriteContext } from '../../context.ts';
import type { RawDatabase } from '../../database/connect.ts';
import type { WriteDb } from '../../database/tables.ts';
import { writeFileAtomically } from '../../formats/atomic-file.ts';
import { hashOf, imageTypeOf, readImage, scaledImage } from '../../formats/images.ts';
import { found, given, newRecord, withoutStored } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';

const documentTypes: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.mp4': 'video/mp4',
};

interface ReadFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
  width: number | null;
  height: number | null;
  thumbnail: Buffer | null;
}

async function readPicture(name: string, bytes: Buffer): Promise<ReadFile> {
  const image = await readImage(bytes, name);
  return {
    name,
    bytes,
    mediaType: image.mediaType,
    width: image.width,
    height: image.height,
    thumbnail: image.thumbnail,
  };
}

async function readAttachment(path: string): Promise<ReadFile> {
  const name = oneLine(basename(path));
  const stat = await lstat(path).catch((cause: unknown) => {
    throw new AppError('file_missing', { path }, { cause });
  });
  if (!stat.isFile()) throw new AppError('file_unreadable', { path });
  if (stat.size > maximumAttachmentBytes)
    throw new AppError('file_too_large', { path, size: stat.size, what: 'bytes', max: maximumAttachmentBytes });
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new AppError('file_unreadable', { path }, { cause });
  });
  await handle.close();
  const bytes = await readFile(path);
  if (imageTypeOf(bytes) !== null) return readPicture(name, bytes);
  return {
    name,
    bytes,
    mediaType: documentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
    width: null,
    height: null,
    thumbnail: null,
  };
}

const ownerTables = {
  organisation: 'organisation',
  site: 'sites',
  person: 'people',
  initiative: 'initiatives',
  nominee: 'nominees',
  edition: 'awardEditions',
} as const;

async function assertOwner(db: WriteDb, kind: keyof typeof ownerTables, id: string): Promise<void> {
  const row = await db.selectFrom(ownerTables[kind]).select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown_reference', { field: 'ownerId', id });
}

function storeBlob(raw: RawDatabase, bytes: Buffer): string {
  const hash = hashOf(bytes);
  raw
    .prepare('insert into blobs (hash, size, bytes) values (?, ?, ?) on conflict (hash) do nothing')
    .run(hash, bytes.length, bytes);
  return hash;
}

interface Placing {
  ownerKind: Attachment['ownerKind'];
  ownerId: string;
  role: Attachment['role'];
  alt: string | null;
  credit: string | null;
}

/** Puts files that were read into the workspace, after those the record has. */
async function placeFiles(
  { db, raw, now, note }: WriteContext,
  files: ReadFile[],
  { ownerKind, ownerId, role, alt, credit }: Placing,
): Promise<{ rows: Attachment[] }> {
  await assertOwner(db, ownerKind, ownerId);
  const { last } = await db
    .selectFrom('attachments')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('ownerKind', '=', ownerKind)
    .where('ownerId', '=', ownerId)
    .executeTakeFirstOrThrow();
  // A person has one portrait, an initiative one cover: the former one becomes an ordinary file.
  if (role !== 'file')
    await db
      .updateTable('attachments')
      .set({ role: 'file', updatedAt: now })
      .where('ownerKind', '=', ownerKind)
      .where('ownerId', '=', ownerId)
      .where('role', '=', role)
      .execute();
  const rows = [];
  for (const [index, file] of files.entries()) {
    const values = {
      ...newRecord(now),
      ownerKind,
      ownerId,
      role: index === 0 ? role : ('file' as const),
      name: file.name,
      mediaType: file.mediaType,
      size: file.bytes.length,
      width: file.width,
      height: file.height,
      blobHash: storeBlob(raw, file.bytes),
      thumbnailHash: file.thumbnail === null ? null : storeBlob(raw, file.thumbnail),
      alt,
      credit,
      position: (last ?? -1) + 1 + index,
    };
    rows.push(
      withoutStored(await db.insertInto('attachments').values(values).returningAll().executeTakeFirstOrThrow()),
    );
  }
  if (ownerKind === 'organisation' && role === 'logo')
    await db
      .updateTable('organisation')
      .set({ logoAttachmentId: rows[0]?.id ?? null, updatedAt: now })
      .execute();
  note({ count: rows.length, name: rows[0]?.name ?? '' });
  return { rows };
}

export const attachmentsHandlers: HandlersOf<typeof attachmentsContract> = {
  'attachments.list': async ({ db }, { ownerKind, ownerId }) => ({
    rows: (
      await db
        .selectFrom('attachments')
        .selectAll()
        .where('ownerKind', '=', ownerKind)
        .where('ownerId', '=', ownerId)
        .orderBy('position')
        .orderBy('seq')
        .execute()
    ).map(withoutStored),
  }),

  'attachments.add': async (job, { ownerKind, ownerId, role, paths, alt, credit }) => {
    const files: ReadFile[] = [];
    for (const path of paths) {
      job.progress({ done: files.length, total: paths.length, label: 'readingFiles' });
      const file = await readAttachment(path);
      if (role !== 'file' && file.thumbnail === null) throw new AppError('image_invalid', { name: file.name });
      files.push(file);
      await job.breathe();
    }
    return job.write((context) => placeFiles(context, files, { ownerKind, ownerId, role, alt, credit }));
  },

  'attachments.paste': async (job, { ownerKind, ownerId, role, name, base64 }) => {
    const bytes = Buffer.from(base64, 'base64');
    if (imageTypeOf(bytes) === null) throw new AppError('image_invalid', { name });
    const file = await readPicture(name, bytes);
    return job.write((context) => placeFiles(context, [file], { ownerKind, ownerId, role, alt: null, credit: null }));
  },

  'attachments.update': async ({ db, now, note }, { id, set }) => {
    const before = found(
      await db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst(),
      'attachments',
      id,
    );
    if (set.role !== undefined && set.role !== 'file') {
      if (before.thumbnailHash === null) throw new AppError('image_invalid', { name: before.name });
      await db
        .updateTable('attachments')
        .set({ role: 'file', updatedAt: now })
        .where('ownerKind', '=', before.ownerKind)
        .where('ownerId', '=', before.ownerId)
        .where('role', '=', set.role)
        .where('id', '<>', id)
        .execute();
    }
    const row = await db
      .updateTable('attachments')
      .set({ ...given(set), updatedAt: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ name: row.name });
    return withoutStored(row);
  },

  'attachments.delete': async ({ db, note }, { ids }) => {
    // The content stays: undo brings the record back and must find it. `workspace.check` tells what nothing refers to.
    await db
      .updateTable('organisation')
      .set({ logoAttachmentId: null })
      .where(isOneOf('logoAttachmentId', ids))
      .execute();
    const result = await db.deleteFrom('attachments').where(isOneOf('id', ids)).executeTakeFirst();
    const count = Number(result.numDeletedRows);
    note({ count });
    return { count };
  },

  'attachments.save': async ({ db, signal }, { id, outPath }) => {
    const row = found(
      await db
        .selectFrom('attachments')
        .leftJoin('blobs', 'blobs.hash', 'attachments.blobHash')
        .select(['attachments.name', 'blobs.bytes'])
        .where('attachments.id', '=', id)
        .executeTakeFirst(),
      'attachments',
      id,
    );
    if (row.bytes === null) throw new AppError('content_missing', { name: row.name });
    await writeFileAtomically(outPath, row.bytes, signal);
    return { path: outPath };
  },

  'attachments.image': async ({ db }, { id, size }) => {
    const row = await db
      .selectFrom('attachments')
      .select(['blobHash', 'thumbnailHash'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined || row.thumbnailHash === null) return { dataUrl: null };
    const hash = size === 'thumbnail' ? row.thumbnailHash : row.blobHash;
    const blob = await db.selectFrom('blobs').select('bytes').where('hash', '=', hash).executeTakeFirst();
    if (blob === undefined) return { dataUrl: null };
    if (size === 'thumbnail')
      return { dataUrl: `data:image/jpeg;base64,${Buffer.from(blob.bytes).toString('base64')}` };
    const scaled = await scaledImage(blob.bytes, 1600);
    return { dataUrl: `data:${scaled.mediaType};base64,${scaled.bytes.toString('base64')}` };
  },
};
