/** Short answers at the foot of the window: done (with undo), and refused. */
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { actionToastContent } from './action-toast.tsx';
import { errorWords } from './errors.ts';

const closing = (): { withCloseButton: true; closeButtonProps: { 'aria-label': string } } => ({
  withCloseButton: true,
  closeButtonProps: { 'aria-label': i18next.t('common:close') },
});

export function showToast(message: string): void {
  notifications.show({ message, ...closing(), autoClose: 5000 });
}

let offered: string | null = null;

/** Only the last action can be undone: an offer goes as soon as another action is done, or it has been taken. */
export function hideUndoToast(): void {
  if (offered !== null) notifications.hide(offered);
  offered = null;
}

/** The offer to undo, in the place of the one before; its content comes from `undo-toast.tsx`, which can undo. */
export function showOffer(id: string, content: ReactNode): void {
  hideUndoToast();
  offered = id;
  notifications.show({ id, message: content, ...closing(), autoClose: 8000 });
}

/** A toast whose button does something other than undo; a second one of the same id takes the place of the first. */
export function showActionToast(id: string, message: string, label: string, run: () => void): void {
  notifications.hide(id);
  const act = (): void => {
    notifications.hide(id);
    run();
  };
  notifications.show({ id, message: actionToastContent(message, label, act), ...closing(), autoClose: 8000 });
}

/** Takes a toast away before its time; one that is not there is no matter. */
export function hideToast(id: string): void {
  notifications.hide(id);
}

export function showError(error: unknown): void {
  const { title, text } = errorWords(error);
  notifications.show({ title, message: text, color: 'red', ...closing(), autoClose: 10_000 });
}
