/** The schemas that several features share: ids, dates, texts, paging, enumerations of the domain. */
import { z } from 'zod';
import { readEmail } from './email.ts';
import { oneLine, severalLines } from './texts.ts';

export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** Whether a text is a day of the calendar, `2026-12-31`. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A local calendar date, `2026-12-31`; 30 February is refused. */
export const dateSchema = z.string().refine(isCalendarDate, { params: { rule: 'date' } });

/** A text of one line, and one of several: trimmed, without control characters. Every text that is kept is one of them. */
export const lineText = z.string().overwrite(oneLine).trim();
export const linesText = z.string().overwrite(severalLines).trim();
/** A text of several lines that is saved while it is typed: a space at its end may be the one between two words. */
export const typedText = z.string().overwrite(severalLines);

/** A required text: not empty, bounded. */
export const nameSchema = lineText.min(1).max(300);
/** An optional short text; empty means missing. */
export const shortText = lineText
  .max(500)
  .nullable()
  .transform((text) => (text === '' ? null : text));
/** An optional long text; empty means missing. */
export const longText = linesText
  .max(20_000)
  .nullable()
  .transform((text) => (text === '' ? null : text));
export const codeSchema = lineText.min(1).max(100);
export const countrySchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/);
export const colourSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^#[0-9A-F]{6}$/);
function bareEmail(text: string): string {
  const read = readEmail(text);
  return 'address' in read ? read.address : text;
}
/** An address freed of what stands around it; one that is none, several at once or badly dotted is refused by its own rule. */
export const emailSchema = lineText
  .max(1000)
  .overwrite(bareEmail)
  .superRefine((text, context) => {
    const read = readEmail(text);
    if ('fault' in read) context.addIssue({ code: 'custom', params: { rule: read.fault } });
  });

/** The largest page the window may ask for: beyond it the copy between processes costs more than another call. */
export const maximumPage = 1000;

/** What is typed into the search of a list. */
export const searchText = z.string().max(200).default('');

export const pageInput = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(maximumPage).default(100),
  search: searchText,
  descending: z.boolean().default(false),
};

/** One page of a list; `total` counts every row that passes the filter. */
export function pageOf<T extends z.ZodType>(row: T): z.ZodObject<{ rows: z.ZodArray<T>; total: z.ZodNumber }> {
  return z.object({ rows: z.array(row), total: z.number().int() });
}

export const idsInput = z.object({ ids: z.array(idSchema).min(1).max(10_000) });
export const idInput = z.object({ id: idSchema });
export const countOutput = z.object({ count: z.number().int() });
export const emptyInput = z.object({}).default({});

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageSchema = z.enum(languages);

export const siteStatuses = ['open', 'planned', 'closed'] as const;
export const accuracies = ['site', 'commune', 'department'] as const;
export const stages = ['identified', 'contacted', 'agreed', 'trained', 'active', 'paused', 'alumni'] as const;
export const profiles = ['spontaneous', 'local_manager', 'natural_communicator'] as const;
export const channels = ['volunteer_call', 'manager_recommendation', 'appointed'] as const;
export const initiativeStatuses = ['idea', 'planned', 'running', 'done', 'shared', 'abandoned'] as const;
export const indicatorKinds = ['input', 'output', 'impact'] as const;
export const provenances = ['measured', 'estimated', 'declared'] as const;
export const consentPurposes = ['face', 'name', 'quote'] as const;
export const ownerKinds = ['organisation', 'site', 'person', 'initiative', 'nominee', 'edition'] as const;
export const attachmentRoles = ['cover', 'portrait', 'logo', 'file'] as const;
export const awardMethods = ['mean', 'trimmed', 'zscore', 'borda', 'schulze'] as const;

/**
 * The global scope that every list, export and slide obeys: territories with all below them, kinds of site, a period whose
 * first and last day both count (null leaves that end open). What a period keeps is said in `electron/service/records/scope.ts`.
 */
export const scopeSchema = z.object({
  territoryIds: z.array(idSchema).max(1000).default([]),
  siteKinds: z.array(z.string().max(500)).max(200).default([]),
  from: dateSchema.nullable().default(null),
  to: dateSchema.nullable().default(null),
});
export type Scope = z.infer<typeof scopeSchema>;
