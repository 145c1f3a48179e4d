/** A feature's manifest: all that the rest of the page knows of it. Screens come lazily; nothing else of the feature is reached from outside. */
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { NavigateFunction } from 'react-router';
import type { ImportKind, ReportName } from '#shared/kinds.ts';
import type { Overview } from '#shared/workspace/contract.ts';
import type { ActionSpec } from './actions.ts';
import type { KeyGroup } from './keys.ts';
import type { RecordKindName } from './record-kind.ts';
import type { TimeSource } from './time-source.ts';
import type { WordKey, Words } from './words.ts';

/** A view or a part of a screen. */
export interface ScreenPlace {
  id: string;
  label: WordKey;
  address: string;
}

export interface FeatureScreen {
  path: string;
  label: WordKey;
  /** What people may call it: the command box finds it by these too. */
  words: WordKey;
  icon: Icon;
  /** Where the navigation shows it; screens reached from another screen are in none. */
  group: 'main' | 'tools' | 'none';
  /** Its place in the group. */
  order: number;
  shortcut?: string;
  /** Its views or parts that have an address: the command box leads there. */
  places?: readonly ScreenPlace[];
  /** Of no use in a file that is only read. */
  writes?: true;
  component: ComponentType;
}

/** A kind of record that has an address of its own. */
export interface RecordKind {
  icon: Icon;
  /** Several of them: the heading over search results. */
  label: WordKey;
  address: (id: string) => string;
  /** How one is made; absent for what comes from elsewhere only. */
  create?: { label: WordKey; address: string };
}

/** What a feature adds wherever a record of some kind is shown. */
export interface Beside {
  /** A part of the record's panel, before its history. */
  tab?: { id: string; label: WordKey; component: ComponentType<{ id: string; name: string; readOnly: boolean }> };
  /** What can be done in a click or two, beside the record's name; not shown in a file that is only read. */
  quick?: ComponentType<{ id: string; name: string; inRow: boolean }>;
}

/** Something worth doing next, on the home screen. */
export interface NextStep {
  key: string;
  /** What presses most comes first. */
  order: number;
  icon: Icon;
  to: string;
  text: string;
  /** About recognition, which has a colour of its own. */
  honours?: true;
}

/** One of the first things to bring in, while the workspace holds none of them. */
export interface Beginning {
  order: number;
  icon: Icon;
  count: (overview: Overview) => number;
  title: WordKey;
  text: WordKey;
  typeAt: string;
  importAt: string;
  importLabel: WordKey;
}

export interface Feature {
  id: string;
  screen?: FeatureScreen;
  records?: Partial<Record<RecordKindName, RecordKind>>;
  beside?: Partial<Record<RecordKindName, Beside>>;
  /** Beyond going to the screen and making records, which the two above give. */
  actions?: readonly ActionSpec[];
  /** The keys that its screen listens to. */
  keys?: readonly KeyGroup[];
  /** By the first part of a procedure's name: the words that name what it did, under `action.<procedure>`. */
  history?: Partial<Record<string, keyof Words>>;
  imports?: Partial<Record<ImportKind, { label: WordKey; listAt: string }>>;
  /** `begin` is where the data of an empty report comes from. */
  reports?: Partial<Record<ReportName, { icon: Icon; begin: string; beginLabel: WordKey }>>;
  beginning?: Beginning;
  /** A hook, called on the home screen. */
  useNextSteps?: (overview: Overview) => NextStep[];
  /** Things over days, for the year, the month and the timeline. */
  timeSource?: () => Promise<TimeSource>;
  /** Files dropped on a screen that takes none itself. */
  takesFiles?: { named: RegExp; open: (path: string, navigate: NavigateFunction) => void };
}
