/** What belongs to the person and the machine, not to a workspace: language, theme, recent files. One small JSON file. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/base/result.ts';
import { languages, type Language } from '#shared/base/common.ts';
import { preferencesSchema, type Preferences } from '#shared/shell/contract.ts';

const recentSchema = z.array(z.object({ path: z.string(), openedAt: z.string() }));
const windowSchema = z.object({ width: z.number(), height: z.number(), maximised: z.boolean() });
const fileSchema = z.object({
  preferences: preferencesSchema.partial(),
  recent: recentSchema.default([]),
  window: windowSchema.optional(),
});

export type WindowState = z.infer<typeof windowSchema>;

export interface PreferencesStore {
  get: () => Preferences;
  set: (change: Partial<Preferences>) => Preferences;
  recent: () => { path: string; name: string; openedAt: string; exists: boolean }[];
  remember: (path: string) => void;
  forget: (path: string) => void;
  window: () => WindowState | null;
  setWindow: (state: WindowState) => void;
}

const maximumRecent = 10;

function systemActor(): string {
  try {
    return userInfo().username;
  } catch {
    return 'local'; // No account name in some containers.
  }
}

/** The language of the first start: the system's if we speak it, French where it names none (Chromium then says en-US). */
export function systemLanguage(platform: string, env: Record<string, string | undefined>, locale: string): Language {
  const named = platform === 'linux' ? env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '' : locale;
  return languages.find((lang) => named.toLowerCase().startsWith(lang)) ?? 'fr';
}

/**
 * Opens the preferences in a folder; `language` is asked as long as none was chosen. A damaged file is set aside under
 * another name and defaults are used.
 */
export function openPreferences(folder: string, language: () => Language): PreferencesStore {
  const path = join(folder, 'preferences.json');
  const actor = systemActor();
  const defaults = (): Preferences => ({
    lang: language(),
    theme: 'system',
    backupFolder: null,
    actor,
    sidebar: 'auto',
    tables: {},
    scopes: {},
  });
  let state = read(path);

  sweepLeft(folder);

  const save = (): void => {
    const partial = `${path}.${process.pid}.partial`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(partial, JSON.stringify(state, null, 2));
      renameSync(partial, path);
    } catch (cause) {
      rmSync(partial, { force: true });
      const { code } = cause as NodeJS.ErrnoException;
      throw new AppError(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full' : 'file_unwritable', { path }, { cause });
    }
  };
  /** What is remembered by the way holds for this session at least: it must not stand in the way of what the user asked for. */
  const saveIfPossible = (): void => {
    try {
      save();
    } catch (error) {
      console.error(String(error));
    }
  };

  return {
    get: () => ({ ...defaults(), ...state.preferences }),
    set: (change) => {
      state = { ...state, preferences: { ...state.preferences, ...change } };
      save();
      return { ...defaults(), ...state.preferences };
    },
    recent: () =>
      state.recent.map((row) => ({
        ...row,
        name: basename(row.path, extname(row.path)),
        exists: existsSync(row.path),
      })),
    remember: (opened) => {
      state = {
        ...state,
        recent: [
          { path: opened, openedAt: new Date().toISOString() },
          ...state.recent.filter((row) => row.path !== opened),
        ].slice(0, maximumRecent),
      };
      saveIfPossible();
    },
    forget: (forgotten) => {
      state = { ...state, recent: state.recent.filter((row) => row.path !== forgotten) };
      saveIfPossible();
    },
    window: () => state.window ?? null,
    setWindow: (window) => {
      state = { ...state, window };
      saveIfPossible();
    },
  };
}

/** What a killed start left half written. */
function sweepLeft(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = /^preferences\.json\.(\d+)\.partial$/.exec(name)?.[1];
    // There is one app at a time for a folder of preferences: what another process began, it will not finish.
    if (pid !== undefined && Number(pid) !== process.pid) rmSync(join(folder, name), { force: true });
  }
}

function read(path: string): z.infer<typeof fileSchema> {
  const empty = { preferences: {}, recent: [] };
  if (!existsSync(path)) return empty;
  try {
    const parsed = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: treated like a file of the wrong shape below.
  }
  renameSync(path, `${path}.damaged`);
  return empty;
}
