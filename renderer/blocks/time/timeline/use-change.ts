/** The change of dates being made, by pointer or by key: shown before it is written, kept in sight until the new plan has been read. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { showError } from '../../../lib/toasts.ts';
import { changed, drawn, isChange, toCarryAlong, type Change, type Grip } from './changes.ts';
import type { Item, TaskItem } from './items.ts';
import type { Edits } from './use-edits.ts';

interface Question {
  change: Change;
  /** What would begin too early, with what waits for it. */
  others: TaskItem[];
}

export interface ChangeState {
  change: Change | null;
  /** Whether others are to move along; asked before anything is written. */
  question: Question | null;
  preview: (change: Change) => void;
  /** Adds days to the change of an item, and gives what it has become. */
  nudge: (item: Item, grip: Grip, days: number) => Change;
  commit: () => void;
  giveUp: () => void;
  answer: (carry: boolean) => void;
}

/** How long a written change stays drawn when the plan read anew does not differ. */
const patience = 4000;

/** `plan` is what is drawn: a new one has the change in it. */
export function useChange(plan: unknown, edits: Edits, tasksOf: (itemId: string) => TaskItem[]): ChangeState {
  const [change, setChange] = useState<Change | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const current = useRef<{ change: Change; days: number; isSaving: boolean } | null>(null);

  const put = useCallback((next: Change | null, days = 0) => {
    current.current = next === null ? null : { change: next, days, isSaving: false };
    setChange(next);
  }, []);
  const giveUp = useCallback(() => {
    setQuestion(null);
    put(null);
  }, [put]);

  useEffect(() => {
    if (current.current?.isSaving === true) put(null);
  }, [plan, put]);

  const write = useCallback(
    (wanted: Change, carry: boolean): void => {
      const own = { change: wanted, days: 0, isSaving: true };
      current.current = own;
      const end = (): void => {
        if (current.current === own) put(null);
      };
      edits.save(wanted, carry).then(
        () => setTimeout(end, patience),
        (error: unknown) => {
          end();
          showError(error);
        },
      );
    },
    [edits, put],
  );

  const commit = useCallback(() => {
    const wanted = current.current;
    if (wanted === null || wanted.isSaving) return;
    if (!isChange(wanted.change)) {
      put(null);
      return;
    }
    const others = toCarryAlong(tasksOf(wanted.change.item.of.id), wanted.change);
    if (others.length > 0) setQuestion({ change: wanted.change, others });
    else write(wanted.change, false);
  }, [put, tasksOf, write]);

  const nudge = useCallback(
    (item: Item, grip: Grip, days: number): Change => {
      const before = current.current;
      const isSame =
        before !== null && !before.isSaving && before.change.item.id === item.id && before.change.grip === grip;
      if (before !== null && !before.isSaving && !isSame) commit();
      const total = (isSame ? before.days : 0) + days;
      const next = changed(isSame ? before.change.item : drawn(current.current?.change ?? null, item), grip, total);
      put(next, total);
      return next;
    },
    [commit, put],
  );

  const answer = useCallback(
    (carry: boolean) => {
      if (question === null) return;
      setQuestion(null);
      write(question.change, carry);
    },
    [question, write],
  );

  return useMemo(
    () => ({ change, question, preview: (next: Change) => put(next), nudge, commit, giveUp, answer }),
    [change, question, put, nudge, commit, giveUp, answer],
  );
}
