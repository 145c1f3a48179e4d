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

let shown = 0;

/** An offer with a button. A second one of the same id takes the place of the first at once, and its whole time. */
function showOffer(id: string, content: ReactNode, priority: number): void {
  shown += 1;
  notifications.hide(id);
  notifications.show({
    id,
    message: content,
    priority,
    ...closing(),
    // The time of a toast that takes another's place begins anew only where it differs.
    autoClose: 8000 + shown / 1000,
  });
}

const undoId = 'undo';

/** Only the last action can be undone: an offer goes as soon as another action is done, or it has been taken. */
export function hideUndoToast(): void {
  notifications.hide(undoId);
}

/** The offer to undo, before all other toasts: it never waits for its turn. Its content comes from `undo-toast.tsx`. */
export function showUndoOffer(content: ReactNode): void {
  showOffer(undoId, content, 1);
}

/** A toast whose button does something other than undo. */
export function showActionToast(id: string, message: string, label: string, run: () => void): void {
  const act = (): void => {
    notifications.hide(id);
    run();
  };
  showOffer(id, actionToastContent(message, label, act), 0);
}

/** Takes a toast away before its time; one that is not there is no matter. */
export function hideToast(id: string): void {
  notifications.hide(id);
}

export function showError(error: unknown): void {
  const { title, text } = errorWords(error);
  notifications.show({ title, message: text, color: 'red', ...closing(), autoClose: 10_000 });
}
