/** Words whose key is data: the labels of manifests, actions and keys. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { keysLabel } from './keys.ts';
import type { WordKey } from './words.ts';

/** The word of a key of any namespace. */
export function useWord(): (key: WordKey, values?: Record<string, unknown>) => string {
  const { t } = useTranslation();
  // One key of all stands for any: the choice among two thousand is what `WordKey` has checked already.
  return useCallback((key, values) => t(key as 'common:close' as 'close', values ?? {}), [t]);
}

/** Keys as they stand on this machine's keyboard, in the user's language. */
export function useKeysLabel(): (keys: string) => string {
  const { t } = useTranslation('shell');
  return useCallback((keys) => keysLabel(keys, (name) => t(`key.${name}`)), [t]);
}
