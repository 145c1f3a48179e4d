/** The open file as screens see it, each part by itself: whoever asks whether it may be changed hears of nothing else. */
import { createContext, use } from 'react';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';

/** What can be done with files. Made once: holding it never renders anything again. */
export interface FileActions {
  create: () => Promise<void>;
  open: () => Promise<void>;
  openPath: (path: string) => Promise<void>;
  openDemo: () => Promise<void>;
  close: () => Promise<void>;
  /** Writes what is open to a new file and goes on in it. */
  saveCopy: () => Promise<void>;
  restore: (path: string, backupPath: string) => Promise<void>;
  dismiss: () => void;
  backup: () => Promise<void>;
  check: () => Promise<void>;
}

export const ReadOnlyContext = createContext(true);
export const OpenFileContext = createContext<WorkspaceInfo | null>(null);
export const FileActionsContext = createContext<FileActions | null>(null);

/** Whether nothing may be changed: the file was opened for reading, or none is open. */
export function useReadOnly(): boolean {
  return use(ReadOnlyContext);
}

export function useOpenFile(): WorkspaceInfo | null {
  return use(OpenFileContext);
}

export function useFileActions(): FileActions {
  const actions = use(FileActionsContext);
  if (actions === null) throw new Error('The files are used outside their provider.');
  return actions;
}
