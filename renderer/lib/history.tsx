/** Undo and redo as the user asks for them: by key, menu, button or toast. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/base/result.ts';
import type { TransactionEntry } from '#shared/workspace/contract.ts';
import { call } from './api.ts';
import { useCatalogue } from './features.ts';
import { hideUndoToast, showError, showToast } from './toasts.ts';

export interface History {
  /** Undoes the last action, or refuses when `seq` is no longer the last. */
  undo: (seq?: number) => Promise<void>;
  redo: () => Promise<void>;
}

export function useHistory(): History {
  const { t } = useTranslation('shell');
  const nameOf = useActionName();
  const step = useCallback(
    async (direction: 'undo' | 'redo', seq?: number) => {
      try {
        const { transaction } =
          direction === 'undo'
            ? await call('history.undo', seq === undefined ? {} : { seq })
            : await call('history.redo', {});
        hideUndoToast();
        showToast(t(direction === 'undo' ? 'undone' : 'redone', { action: nameOf(transaction) }));
      } catch (error) {
        if (error instanceof AppError && (error.code === 'nothing_to_undo' || error.code === 'nothing_to_redo'))
          showToast(t(error.code));
        else showError(error);
      }
    },
    [t, nameOf],
  );
  return { undo: useCallback((seq) => step('undo', seq), [step]), redo: useCallback(() => step('redo'), [step]) };
}

/** An action in words, from its procedure; what has no words of its own goes by "modification". */
export function useActionName(): (transaction: TransactionEntry) => string {
  const { t } = useTranslation();
  const { history } = useCatalogue();
  return useCallback(
    ({ procedure, summary }) => {
      const feature = procedure.slice(0, procedure.indexOf('.'));
      // Procedures come from the file's past: one that this version does not know is still an action.
      const key = `${history[feature] ?? feature}:history.${procedure.replace('.', '_')}` as 'common:close' as 'close';
      return t(key, { ...summary, defaultValue: t('shell:otherAction' as 'close') });
    },
    [t, history],
  );
}
