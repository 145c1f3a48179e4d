/** What only the window can do: dialogs, recent files, preferences, links. Answered by the shell, never by the service. */
import { z } from 'zod';
import { emptyInput, languageSchema } from '../base/common.ts';
import { shell } from '../base/define.ts';
import type { WorkspaceInfo } from '../workspace/contract.ts';

export const themes = ['system', 'light', 'dark'] as const;

export const preferencesSchema = z.object({
  lang: languageSchema,
  theme: z.enum(themes),
  backupFolder: z.string().nullable(),
  actor: z.string(),
  /** Unfolded, folded, or as the window has room. */
  sidebar: z.enum(['auto', 'open', 'closed']),
  /** Hidden columns, widths and orders of the tables, by the table's name. */
  tables: z.record(z.string(), z.unknown()),
  /** The scope last chosen in each workspace, by the file's path. */
  scopes: z.record(z.string(), z.unknown()),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What a chosen file is for; it decides the dialog's title, filter and default name. */
export const openPurposes = ['workspace', 'import', 'image', 'attachment', 'backup'] as const;
export const savePurposes = [
  'workspace',
  'csv',
  'xlsx',
  'pptx',
  'pdf',
  'attachment',
  'rejects',
  'backup',
  'png',
  'svg',
  'geojson',
  'ics',
] as const;

export const appInfoSchema = z.object({
  version: z.string(),
  platform: z.string(),
  electron: z.string(),
  chrome: z.string(),
  /** Whether this window has just replaced a service that died. */
  serviceRestarts: z.number().int(),
});

/** A read that was asked before the page could, and its answer. */
const answeredSchema = z.object({ name: z.string(), input: z.unknown(), value: z.unknown() });
export type Answered = z.infer<typeof answeredSchema>;

const startSchema = z.object({
  preferences: preferencesSchema,
  /** A file asked for (double click, command line) that could not be opened while the page loaded: the page says why. */
  requested: z.string().nullable(),
  workspace: z.custom<WorkspaceInfo>().nullable(),
  reads: z.array(answeredSchema),
});

export const shellContract = {
  'shell.info': shell({ input: emptyInput, output: appInfoSchema }),
  'shell.preferences': shell({ input: emptyInput, output: preferencesSchema }),
  'shell.setPreferences': shell({ input: z.object({ set: preferencesSchema.partial() }), output: preferencesSchema }),
  'shell.recent': shell({
    input: emptyInput,
    output: z.object({
      rows: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string(), exists: z.boolean() })),
    }),
  }),
  'shell.forgetRecent': shell({ input: z.object({ path: z.string() }), output: z.object({}) }),
  'shell.chooseOpen': shell({
    input: z.object({ purpose: z.enum(openPurposes), multiple: z.boolean().default(false) }),
    output: z.object({ paths: z.array(z.string()) }),
  }),
  'shell.chooseSave': shell({
    input: z.object({ purpose: z.enum(savePurposes), name: z.string().max(200) }),
    output: z.object({ path: z.string().nullable() }),
  }),
  'shell.chooseFolder': shell({ input: emptyInput, output: z.object({ path: z.string().nullable() }) }),
  /** All that a page needs for its first screen, in one answer; the page asks for it once. */
  'shell.start': shell({ input: emptyInput, output: startSchema }),
  /** The demonstration to open: the last one, or the name of one still to be made when there is none or a fresh one is asked for. */
  'shell.demoPath': shell({
    input: z.object({ fresh: z.boolean().default(false) }),
    output: z.object({ path: z.string(), exists: z.boolean() }),
  }),
  'shell.openExternal': shell({ input: z.object({ url: z.string().max(2000) }), output: z.object({}) }),
  'shell.showInFolder': shell({ input: z.object({ path: z.string() }), output: z.object({}) }),
  /** Shows the log of faults in its folder; null when there has been none. */
  'shell.showLog': shell({ input: emptyInput, output: z.object({ path: z.string().nullable() }) }),
  'shell.setMenu': shell({
    input: z.object({
      items: z
        .array(
          z.object({
            id: z.string().max(100),
            menu: z.enum(['file', 'edit', 'view', 'go', 'help']),
            label: z.string().max(100),
            accelerator: z.string().max(50).nullable(),
            enabled: z.boolean(),
            /** Null for what is neither on nor off. */
            checked: z.boolean().nullable().default(null),
          }),
        )
        .max(200),
    }),
    output: z.object({}),
  }),
  'shell.setTitle': shell({
    input: z.object({ title: z.string().max(200), path: z.string().nullable() }),
    output: z.object({}),
  }),
};
