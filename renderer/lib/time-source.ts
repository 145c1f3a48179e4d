/** What the views of time draw, and what a feature gives to be drawn in them: things over days, and what can be done with them. */
import type { ComponentType } from 'react';
import type { Mark } from '../components/step-mark.tsx';
import type { RecordKindName } from './record-kind.ts';
import type { ListState } from './list-state.ts';
import type { WordKey } from './words.ts';

/** Both counted, as `2027-03-01`. */
export interface Days {
  startDate: string;
  endDate: string;
}

/** By what the timeline can be laid in lanes. */
export const laneKinds = ['territory', 'theme', 'owner', 'status'] as const;
export type LaneKind = (typeof laneKinds)[number];

/** A record, as the views lead to it. */
export interface TimeRecord {
  kind: RecordKindName;
  id: string;
}

/** One thing over days: a campaign, a gathering. Its id is a record's, of its kind. */
export interface TimeItem extends Days, TimeRecord {
  /** The id of the source that gave it. */
  source: string;
  title: string;
  colour: string | null;
  /** How firm it is, and whether it still goes on: the look of its bar. */
  stage: 'draft' | 'ready' | 'running' | 'over';
  mark: Mark;
  /** Where it stands, in words. */
  status: string;
  /** What the hint and the table say of it, its status first; asked for when it is shown. */
  facts: () => readonly string[];
  /** It stays where it is. */
  fixed: boolean;
  /** Some of it is late. */
  late: boolean;
  /** Its lanes, by their ids; one that is in none of a kind is left out. */
  lanes: Partial<Record<LaneKind, readonly string[]>>;
}

/** What belongs to an item, and leads to it. */
interface Part {
  source: string;
  /** Of the item. */
  of: TimeRecord;
  id: string;
  title: string;
  /** What the hint and the table say of it; asked for when it is shown. */
  facts: () => readonly string[];
}

export interface TimePhase extends Days, Part {
  /** Before the main part, its beginning, the rest of it, after it. */
  look: 'before' | 'peak' | 'main' | 'after';
}

export interface TimeTask extends Part {
  /** Null for a due date alone. */
  startDate: string | null;
  dueDate: string;
  doneOn: string | null;
  phaseId: string | null;
  /** The tasks it waits for. */
  dependsOn: readonly string[];
  /** It would begin before those are over. */
  tooEarly: boolean;
}

export interface TimePlan {
  items: TimeItem[];
  phases: TimePhase[];
  tasks: TimeTask[];
  /** How many items there are, when not all of them are given. */
  total: number;
  /** The statuses there may be, in order, by the id that `lanes` says. */
  statuses: { id: string; name: string }[];
}

export interface TimeAnswer {
  plan: TimePlan | undefined;
  error: Error | null;
  retry: () => void;
}

/** Writes, each one step to undo. What is said of them is said by the views. */
export interface TimeEdits {
  /** Without an end the item moves whole. */
  moveItem: (id: string, days: { startDate: string; endDate?: string }) => Promise<unknown>;
  movePhase: (id: string, days: Days) => Promise<unknown>;
  /** `carry`: what waits for the task moves with it. */
  moveTask: (id: string, days: { startDate?: string; dueDate: string }, carry: boolean) => Promise<unknown>;
  /** From now on the task waits for these, and for nothing else. */
  depend: (id: string, before: readonly string[]) => Promise<unknown>;
  /** Says a task done, or to be done after all, and offers to undo it. */
  check: (task: Pick<TimeTask, 'id' | 'title'>, done: boolean) => void;
  /** Hears of an item whose dates have changed; `open` shows it. */
  moved?: (id: string, open: () => void) => void;
}

export interface TimeSource {
  id: string;
  words: {
    /** What one of it is. */
    kind: WordKey;
    /** How many are seen (`count`, `number`), and how many go on. */
    count: WordKey;
    running: WordKey;
  };
  /** A hook. What there is between two days, as the search, the filters and the scope narrow it; the last answer stays in sight while the next one comes. */
  useItems: (query: { state: ListState; from: string; to: string }) => TimeAnswer;
  /** A hook, called once for all views; what it gives stays the same from one drawing to the next. */
  useEdits: () => TimeEdits;
  /** What a change would bring, said beside a bar that is held; null while there is none. */
  Consequence?: ComponentType<{ id: string; days: { startDate: string; endDate?: string } | null }>;
}
