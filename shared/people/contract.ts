/** People: the ambassadors of the network, with profile, channel, stage, and the consents they gave. */
import { z } from 'zod';
import {
  channels,
  codeSchema,
  consentPurposes,
  countOutput,
  dateSchema,
  emailSchema,
  idInput,
  idSchema,
  idsInput,
  lineText,
  longText,
  pageInput,
  pageOf,
  profiles,
  scopeSchema,
  shortText,
  stages,
} from '../base/common.ts';
import { read, write } from '../base/define.ts';

const fields = {
  code: codeSchema.nullable(),
  firstName: lineText.max(200),
  lastName: lineText.max(200),
  email: emailSchema.nullable(),
  phone: shortText,
  jobTitle: shortText,
  siteId: idSchema.nullable(),
  profile: z.enum(profiles).nullable(),
  channel: z.enum(channels).nullable(),
  stage: z.enum(stages),
  stageSince: dateSchema.nullable(),
  joinedOn: dateSchema.nullable(),
  leftOn: dateSchema.nullable(),
  /** Hours a month that the person is granted for the role. */
  allottedHours: z.number().min(0).max(744).nullable(),
  lang: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z]{2}$/)
    .nullable(),
  /** When they were last written to because nothing had been heard. */
  remindedOn: dateSchema.nullable(),
  notes: longText,
};

export const personSchema = z.object({ id: idSchema, ...fields, createdAt: z.string(), updatedAt: z.string() });
export type Person = z.infer<typeof personSchema>;

export const personRowSchema = personSchema.extend({
  siteName: z.string().nullable(),
  siteCode: z.string().nullable(),
  territoryId: idSchema.nullable(),
  territoryName: z.string().nullable(),
  initiatives: z.number().int(),
  portraitId: idSchema.nullable(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

export const personSorts = [
  'name',
  'lastName',
  'site',
  'profile',
  'channel',
  'stage',
  'stageSince',
  'joinedOn',
  'remindedOn',
  'initiatives',
  'updatedAt',
] as const;

export const personFilterSchema = z.object({
  scope: scopeSchema.optional(),
  stages: z.array(z.enum(stages)).default([]),
  profiles: z.array(z.enum(profiles)).default([]),
  channels: z.array(z.enum(channels)).default([]),
  territoryIds: z.array(idSchema).default([]),
  /** Those chosen on the map: as many as a network has. */
  siteIds: z.array(idSchema).max(1_000_000).default([]),
  withoutSite: z.boolean().default(false),
  /** At their present stage since before this day. */
  stageBefore: dateSchema.nullable().default(null),
  /** In the network, with a consent whose last day is before this day and that no other of its kind outlasts. */
  consentEndsBefore: dateSchema.nullable().default(null),
});

const createSchema = z
  .object({
    code: fields.code.default(null),
    firstName: fields.firstName.default(''),
    lastName: fields.lastName.default(''),
    email: fields.email.default(null),
    phone: fields.phone.default(null),
    jobTitle: fields.jobTitle.default(null),
    siteId: fields.siteId.default(null),
    profile: fields.profile.default(null),
    channel: fields.channel.default(null),
    stage: fields.stage.default('identified'),
    stageSince: fields.stageSince.default(null),
    joinedOn: fields.joinedOn.default(null),
    leftOn: fields.leftOn.default(null),
    allottedHours: fields.allottedHours.default(null),
    lang: fields.lang.default(null),
    remindedOn: fields.remindedOn.default(null),
    notes: fields.notes.default(null),
  })
  .refine((person) => person.firstName !== '' || person.lastName !== '', {
    path: ['lastName'],
    params: { rule: 'required' },
  });

export const personChangesSchema = z.object(fields).partial();

export const consentSchema = z.object({
  id: idSchema,
  personId: idSchema,
  purpose: z.enum(consentPurposes),
  media: shortText,
  grantedOn: dateSchema,
  expiresOn: dateSchema.nullable(),
  withdrawnOn: dateSchema.nullable(),
  notes: longText,
  createdAt: z.string(),
  updatedAt: z.string(),
});
/** Days before its last one from which a consent is said to end soon: the time it takes to ask again. */
export const consentNoticeDays = 30;
export type Consent = z.infer<typeof consentSchema>;

export const peopleContract = {
  'people.list': read({
    input: z.object({
      ...pageInput,
      sort: z.enum(personSorts).default('name'),
      filter: personFilterSchema.prefault({}),
    }),
    output: pageOf(personRowSchema),
  }),
  'people.ids': read({
    input: z.object({ search: pageInput.search, filter: personFilterSchema.prefault({}) }),
    output: z.object({ ids: z.array(idSchema) }),
  }),
  'people.get': read({ input: idInput, output: personRowSchema }),
  'people.create': write({
    input: createSchema,
    output: personSchema,
  }),
  'people.update': write({
    input: z.object({ id: idSchema, set: personChangesSchema }),
    output: personSchema,
  }),
  'people.updateMany': write({
    input: idsInput.extend({
      set: personChangesSchema.pick({
        stage: true,
        stageSince: true,
        profile: true,
        channel: true,
        siteId: true,
        allottedHours: true,
      }),
    }),
    output: countOutput,
  }),
  'people.delete': write({
    input: idsInput,
    output: countOutput,
  }),
  'people.consents': read({
    input: z.object({ personId: idSchema }),
    output: z.object({ rows: z.array(consentSchema) }),
  }),
  'people.grantConsent': write({
    input: z.object({
      personId: idSchema,
      purpose: consentSchema.shape.purpose,
      media: shortText.default(null),
      grantedOn: dateSchema,
      expiresOn: dateSchema.nullable().default(null),
      notes: longText.default(null),
    }),
    output: consentSchema,
  }),
  /** The same consents for several people. Who has one already that lasts as long is left as he or she is. */
  'people.grantConsents': write({
    input: idsInput.extend({
      purposes: z.array(consentSchema.shape.purpose).min(1),
      media: shortText.default(null),
      grantedOn: dateSchema,
      expiresOn: dateSchema.nullable().default(null),
      notes: longText.default(null),
    }),
    /** Consents recorded, and how many were there already. */
    output: countOutput.extend({ kept: z.number().int() }),
  }),
  'people.withdrawConsent': write({
    input: z.object({ id: idSchema, withdrawnOn: dateSchema }),
    output: consentSchema,
  }),
};
