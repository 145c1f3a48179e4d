/** The state of one running service: the workspace it has open and the settings the shell gave it. */
import type { Workspace } from './workspace.ts';
import type { Host } from './host.ts';

export interface Service {
  host: Host;
  workspace: Workspace | null;
  /** The folder chosen for backups, or null for the one beside the file. */
  backupFolder: string | null;
  /** Told when the open file is no longer in its place, and when it is again. */
  onLoss: Workspace['onLoss'];
  jobs: Map<string, AbortController>;
  log: (entry: { id: string; procedure: string; error: unknown }) => void;
}

export function createService(host: Host, log: Service['log'] = () => undefined): Service {
  return { host, workspace: null, backupFolder: null, onLoss: () => undefined, jobs: new Map(), log };
}
