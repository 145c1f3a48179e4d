/** Every action as it stands now, in one list: it feeds the keys, the native menu, the command box and the list of keys. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { actionNow, type Action } from '../../lib/actions.ts';
import { useCatalogue } from '../../lib/features.ts';
import { useHistory } from '../../lib/history.tsx';
import { usePreferences } from '../../lib/preferences.tsx';
import { useSidebar } from '../../lib/use-sidebar.ts';
import { useWord } from '../../lib/use-word.ts';
import { useFileActions, useOpenFile } from '../../lib/workspace.ts';
import { editActions, fileActions, helpActions, viewActions, type AppContext } from './app-actions.ts';
import { goActions, newActions, ownActions, placeActions } from './feature-actions.ts';

export function useActions(openSearch: () => void, openKeys: () => void): Action[] {
  const catalogue = useCatalogue();
  const word = useWord();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { undo, redo } = useHistory();
  const { preferences, set: setPreferences } = usePreferences();
  const sidebar = useSidebar();
  const workspace = useOpenFile();
  const files = useFileActions();
  const client = useQueryClient();
  const specs = useMemo(
    () => [
      ...fileActions,
      ...newActions(catalogue),
      ...editActions,
      ...ownActions(catalogue),
      ...goActions(catalogue),
      ...placeActions(catalogue),
      ...viewActions,
      ...helpActions,
    ],
    [catalogue],
  );
  return useMemo(() => {
    const context: AppContext = {
      workspace,
      readOnly: workspace?.readOnly ?? true,
      pathname,
      navigate,
      files,
      history: { undo, redo },
      preferences,
      setPreferences,
      sidebar,
      word,
      refresh: () => void client.invalidateQueries(),
      openSearch,
      openKeys,
    };
    return specs.filter((spec) => spec.visible?.(context) ?? true).map((spec) => actionNow(spec, context, word));
  }, [
    specs,
    word,
    navigate,
    undo,
    redo,
    preferences,
    setPreferences,
    sidebar,
    workspace,
    files,
    client,
    pathname,
    openSearch,
    openKeys,
  ]);
}
