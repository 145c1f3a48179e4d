/** An action as one record: the native menu, the keys, the command box and the list of keys are all drawn from it. */
import type { Icon } from '@tabler/icons-react';
import type { NavigateFunction } from 'react-router';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import type { WordKey } from './words.ts';

export type Menu = 'file' | 'edit' | 'view' | 'go' | 'help';

/** What an action sees of the window, and how it goes somewhere. */
export interface ActionContext {
  workspace: WorkspaceInfo | null;
  /** True without a workspace, too. */
  readOnly: boolean;
  pathname: string;
  navigate: NavigateFunction;
}

export interface ActionSpec<Context extends ActionContext = ActionContext> {
  id: string;
  label: WordKey;
  detail?: WordKey;
  icon: Icon;
  /** Where the native menu has it; null for what the command box alone offers. */
  menu: Menu | null;
  /** What people may call it, and what it does: words by which the command box finds it. */
  words: readonly WordKey[];
  shortcut?: string;
  /** Other keys that do the same. */
  also?: readonly string[];
  /** Where it makes no sense it is not even listed. */
  visible?: (context: Context) => boolean;
  /** Grey in the menu when it cannot be done now; without it: whenever a workspace is open. */
  enabled?: (context: Context) => boolean;
  /** For what is on or off: which it is. */
  checked?: (context: Context) => boolean;
  perform: (context: Context) => void;
}

/** An action as it stands now, in words. */
export interface Action {
  id: string;
  menu: Menu | null;
  icon: Icon;
  label: string;
  /** What it belongs to, beside its label in the command box. */
  detail: string;
  words: string;
  shortcut: string | null;
  keys: readonly string[];
  enabled: boolean;
  /** Null for what is neither on nor off. */
  checked: boolean | null;
  run: () => void;
}

export function actionNow<Context extends ActionContext>(
  spec: ActionSpec<Context>,
  context: Context,
  word: (key: WordKey) => string,
): Action {
  return {
    id: spec.id,
    menu: spec.menu,
    icon: spec.icon,
    label: word(spec.label),
    detail: spec.detail === undefined ? '' : word(spec.detail),
    words: spec.words.map(word).join(', '),
    shortcut: spec.shortcut ?? null,
    keys: [...(spec.shortcut === undefined ? [] : [spec.shortcut]), ...(spec.also ?? [])],
    enabled: spec.enabled?.(context) ?? context.workspace !== null,
    checked: spec.checked?.(context) ?? null,
    run: () => spec.perform(context),
  };
}
