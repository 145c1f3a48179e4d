/**
 * Every kind of record once, in the order of writing (what is referred to before what refers to it). The kinds of import, the lists
 * that leave the app, the tables that the history follows, what the search finds and the reports there are: all follow from this list.
 */
import type { z } from 'zod';
import { adoptionKinds } from './adoptions/kind.ts';
import { attachmentKinds } from './attachments/kind.ts';
import { awardKinds } from './awards/kind.ts';
import type { RecordKind } from './kind.ts';
import { calendarKinds } from './calendar/kind.ts';
import { campaignKinds } from './campaigns/kind.ts';
import { deckKinds } from './deck/kind.ts';
import { importedKinds } from './import/kind.ts';
import { initiativeKinds } from './initiatives/kind.ts';
import { peopleKinds } from './people/kind.ts';
import { siteKinds } from './sites/kind.ts';
import { territoryKinds } from './territories/kind.ts';
import { touchpointRecordKinds } from './touchpoints/kind.ts';
import { workspaceKinds } from './workspace/kind.ts';

const every = [
  ...workspaceKinds,
  ...territoryKinds,
  ...siteKinds,
  ...peopleKinds,
  ...initiativeKinds,
  ...attachmentKinds,
  ...awardKinds,
  ...deckKinds,
  ...importedKinds,
  ...campaignKinds,
  ...adoptionKinds,
  ...calendarKinds,
  ...touchpointRecordKinds,
] as const satisfies readonly RecordKind[];

type Every = (typeof every)[number];
type Imported = Extract<Every, { fields: unknown }>;
type Listed = Extract<Every, { columns: unknown; narrowing: z.ZodRawShape }>;

/** A table whose changes the history keeps. */
export type TrackedTable = Every['table'];
/** A kind that a file can be taken in as. */
export type ImportKind = Imported['table'];
/** A list that can be taken out and in again without a change. */
export type ExportableList = Listed['table'];
/** The word for a record that the search finds. */
export type HitKind = Extract<Every, { hit: string }>['hit'];
export type ReportName = Extract<Every, { reports: readonly string[] }>['reports'][number];
/** The call that takes a list out, before what is common to all lists, as it is asked for and as it arrives. */
export type ListAsked = { [L in Listed as L['table']]: { list: L['table'] } & Given<L['narrowing']> }[ExportableList];
export type ListChoice = { [L in Listed as L['table']]: { list: L['table'] } & Taken<L['narrowing']> }[ExportableList];
type Given<S extends z.ZodRawShape> = z.input<z.ZodObject<S>>;
type Taken<S extends z.ZodRawShape> = z.output<z.ZodObject<S>>;

export const kinds: readonly (RecordKind & { table: TrackedTable })[] = every;

export const trackedTables = kinds.map(({ table }) => table);
export const importKinds = kinds.filter(({ fields }) => fields !== undefined).map(({ table }) => table) as ImportKind[];
export const exportableLists = kinds
  .filter(({ columns }) => columns !== undefined)
  .map(({ table }) => table) as ExportableList[];
export const hitKinds = kinds.flatMap(({ hit }) => (hit === undefined ? [] : [hit])) as HitKind[];
export const reportNames = kinds.flatMap(({ reports }) => reports ?? []) as ReportName[];

const byTable = new Map<string, RecordKind & { table: TrackedTable }>(kinds.map((kind) => [kind.table, kind]));

/** What is said of the kind whose records are in that table. Throws for a table that is no kind. */
export function kindOf(table: TrackedTable): RecordKind {
  const kind = byTable.get(table);
  if (kind === undefined) throw new Error(`no kind ${table}`);
  return kind;
}
