/** Files kept inside the workspace: pictures with thumbnails, documents, each belonging to one record. */
import { z } from 'zod';
import {
  attachmentRoles,
  countOutput,
  idInput,
  idSchema,
  idsInput,
  nameSchema,
  ownerKinds,
  shortText,
} from '../base/common.ts';
import { job, read, write } from '../base/define.ts';

/** Larger files belong on a share, not in a workspace that travels by mail. */
export const maximumAttachmentBytes = 50 * 1024 * 1024;

export const attachmentSchema = z.object({
  id: idSchema,
  ownerKind: z.enum(ownerKinds),
  ownerId: idSchema,
  role: z.enum(attachmentRoles),
  name: nameSchema,
  mediaType: z.string(),
  size: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  blobHash: z.string(),
  thumbnailHash: z.string().nullable(),
  alt: shortText,
  credit: shortText,
  position: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const attachmentsContract = {
  'attachments.list': read({
    input: z.object({ ownerKind: z.enum(ownerKinds), ownerId: idSchema }),
    output: z.object({ rows: z.array(attachmentSchema) }),
  }),
  'attachments.add': job({
    input: z.object({
      ownerKind: z.enum(ownerKinds),
      ownerId: idSchema,
      role: z.enum(attachmentRoles).default('file'),
      paths: z.array(z.string().min(1).max(4096)).min(1).max(50),
      alt: shortText.default(null),
      credit: shortText.default(null),
    }),
    output: z.object({ rows: z.array(attachmentSchema) }),
  }),
  /** A picture from the clipboard, its bytes in base64: nothing of it lies on the disk to be named. */
  'attachments.paste': job({
    input: z.object({
      ownerKind: z.enum(ownerKinds),
      ownerId: idSchema,
      role: z.enum(attachmentRoles).default('file'),
      name: nameSchema,
      base64: z
        .base64()
        .min(4)
        .max(Math.ceil(maximumAttachmentBytes / 3) * 4),
    }),
    output: z.object({ rows: z.array(attachmentSchema) }),
  }),
  'attachments.update': write({
    input: z.object({
      id: idSchema,
      set: attachmentSchema.pick({ name: true, alt: true, credit: true, role: true, position: true }).partial(),
    }),
    output: attachmentSchema,
  }),
  'attachments.delete': write({
    input: idsInput,
    output: countOutput,
  }),
  'attachments.save': job({
    input: z.object({ id: idSchema, outPath: z.string().min(1).max(4096) }),
    output: z.object({ path: z.string() }),
  }),
  /** The picture as a data URL: `thumbnail` at most 320 px, `full` at most 1600 px on its longer side. */
  'attachments.image': read({
    input: idInput.extend({ size: z.enum(['thumbnail', 'full']).default('thumbnail') }),
    output: z.object({ dataUrl: z.string().nullable() }),
  }),
};
