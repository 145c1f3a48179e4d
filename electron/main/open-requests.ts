/** The workspace that the system asks to open (double click, dock, a second start), kept until the page can hear of it. */
import { app } from 'electron';
import { workspaceArgument } from './arguments.ts';

export interface OpenRequests {
  /** Hands over what waits and whatever comes later. */
  listen: (open: (path: string) => void, focus: () => void) => void;
}

/** Must run before the app is ready: a Mac tells of a double click while it starts. */
export function collectOpenRequests(argv: string[]): OpenRequests {
  let waiting = workspaceArgument(argv, process.cwd());
  let open = (path: string): void => {
    waiting = path;
  };
  let focus = (): void => undefined;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_event, given, folder) => {
    focus();
    const path = workspaceArgument(given.slice(1), folder);
    if (path !== null) open(path);
  });
  return {
    listen: (nextOpen, nextFocus) => {
      open = nextOpen;
      focus = nextFocus;
      if (waiting !== null) open(waiting);
    },
  };
}
