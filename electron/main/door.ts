/** The gate that every message from a page goes through: it opens for the top frame of our own page in our own window. */
import type { IpcMain, WebContents, WebFrameMain } from 'electron';
import { isTrustedSender } from './security-rules.ts';

/** What the gate looks at of a message. */
export interface Knock {
  sender: unknown;
  senderFrame: Pick<WebFrameMain, 'url' | 'parent'> | null;
}

export interface DoorOptions {
  /** The window's own contents; asked for at each knock, since a window may be made anew. */
  contents: () => WebContents;
  allowedOrigins: string[];
}

/** Answers a channel; `refused` is what a stranger gets, and `answer` never hears of it. */
export type Answer = <T>(channel: string, refused: T, answer: (...given: unknown[]) => T | Promise<T>) => void;

/** The only way to listen to a page: whatever is answered is answered behind the gate. */
export function doorOn(ipc: Pick<IpcMain, 'handle'>, { contents, allowedOrigins }: DoorOptions): Answer {
  const knows = ({ sender, senderFrame }: Knock): boolean =>
    sender === contents() && isTrustedSender(senderFrame, allowedOrigins);
  return (channel, refused, answer) =>
    ipc.handle(channel, (event, ...given: unknown[]) => (knows(event) ? answer(...given) : refused));
}
