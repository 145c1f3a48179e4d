/** Undo and redo as the user asks for them: by key, menu, button or toast. */
import { useCallback } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/base/result.ts';
import type { TransactionEntry } from '#shared/workspace/contract.ts';
import { call } from './api.ts';
import { hideUndoToast, showError, showToast } from './toasts.ts';

export interface History {
  /** Undoes the last action, or refuses when `seq` is no longer the last. */
  undo: (seq?: number) => Promise<void>;
  redo: () => Promise<void>;
}

export function useHistory(): History {
  const { t } = useTranslation('shell');
  const step = useCallback(
    async (direction: 'undo' | 'redo', seq?: number) => {
      try {
        const { transaction } =
          direction === 'undo'
            ? await call('history.undo', seq === undefined ? {} : { seq })
            : await call('history.redo', {});
        hideUndoToast();
        showToast(t(direction === 'undo' ? 'undone' : 'redone', { action: actionName(t, transaction) }));
      } catch (error) {
        if (error instanceof AppError && (error.code === 'nothing_to_undo' || error.code === 'nothing_to_redo'))
          showToast(t(error.code));
        else showError(error);
      }
    },
    [t],
  );
  return { undo: useCallback((seq) => step('undo', seq), [step]), redo: useCallback(() => step('redo'), [step]) };
}

/** The action in words, from its procedure; what has no words of its own goes by "modification". */
export function actionName(t: TFunction<'shell'>, transaction: TransactionEntry): string {
  // Procedures come from the file's past: one that this version does not know is still an action.
  const key = `action.${transaction.procedure.replace('.', '_')}` as 'action.other';
  return t(key, { ...transaction.summary, defaultValue: t('action.other') });
}
