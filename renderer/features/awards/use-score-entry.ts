/** What is being typed in the grid of one juror: drafts until they are saved, refusals beside what was refused. */
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Score } from '#shared/awards/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { call, keyOf, useQueryClient } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import { readScore, writeScore } from './score-text.ts';

interface TypedCell {
  nomineeId: string;
  criterionId: string;
  text: string;
}

export interface Problem {
  key: string;
  nomineeId: string;
  criterionId: string;
  text: string;
  kind: 'number' | 'scale';
}

export interface ScoreEntry {
  textOf: (nomineeId: string, criterionId: string) => string;
  isRefused: (nomineeId: string, criterionId: string) => boolean;
  /** The weighted note of what is stored; null while a criterion is missing. */
  noteOf: (nomineeId: string) => number | null;
  problems: Problem[];
  type: (nomineeId: string, criterionId: string, text: string) => void;
  reset: (nomineeId: string, criterionId: string) => void;
  commit: (cells: TypedCell[]) => void;
}

const keyOfCell = (nomineeId: string, criterionId: string): string => `${nomineeId} ${criterionId}`;

export function useScoreEntry(grid: OutputOf<'awards.grid'>, jurorId: string): ScoreEntry {
  const { t, i18n } = useTranslation('awards');
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<Record<string, Problem>>({});
  const { criteria, scaleMin, scaleMax, id: categoryId } = grid.category;
  const stored = useMemo(
    () =>
      new Map(
        grid.scores
          .filter((score) => score.jurorId === jurorId)
          .map((score) => [keyOfCell(score.nomineeId, score.criterionId), score]),
      ),
    [grid.scores, jurorId],
  );

  const drop = useCallback((keys: string[]): void => {
    const without = <T>(all: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));
    setDrafts(without);
    setRefused(without);
  }, []);

  const save = async (cells: (TypedCell & { value: number | null })[]): Promise<void> => {
    const keys = cells.map((cell) => keyOfCell(cell.nomineeId, cell.criterionId));
    try {
      const { count } = await call('awards.setScores', {
        scores: cells.map(({ nomineeId, criterionId, value }) => ({ jurorId, nomineeId, criterionId, value })),
      });
      // The answer is known: the cell shows it without waiting for the next reading.
      client.setQueryData<OutputOf<'awards.grid'>>(
        keyOf('awards.grid', { categoryId }),
        (old) =>
          old && {
            ...old,
            scores: withScores(
              old.scores,
              cells.map((cell) => ({ ...cell, jurorId })),
            ),
          },
      );
      drop(keys);
      if (cells.length > 1) await offerUndo(t('scores.pasted', { count }));
    } catch (error) {
      drop(keys);
      showError(error);
    }
  };

  const commit = (cells: TypedCell[]): void => {
    const changed: (TypedCell & { value: number | null })[] = [];
    const same: string[] = [];
    const bad: Record<string, Problem> = {};
    for (const cell of cells) {
      const key = keyOfCell(cell.nomineeId, cell.criterionId);
      const typed = readScore(cell.text);
      if (!typed.ok) bad[key] = { key, ...cell, kind: 'number' };
      else if (typed.value !== null && (typed.value < scaleMin || typed.value > scaleMax))
        bad[key] = { key, ...cell, kind: 'scale' };
      else if (typed.value === (stored.get(key)?.value ?? null)) same.push(key);
      else changed.push({ ...cell, value: typed.value });
    }
    drop(same);
    setDrafts((all) => ({
      ...all,
      ...Object.fromEntries([
        ...Object.values(bad).map((one) => [one.key, one.text]),
        ...changed.map((cell) => [keyOfCell(cell.nomineeId, cell.criterionId), cell.text]),
      ]),
    }));
    setRefused((all) => ({ ...all, ...bad }));
    if (changed.length > 0) void save(changed);
  };

  return {
    textOf: (nomineeId, criterionId) =>
      drafts[keyOfCell(nomineeId, criterionId)] ??
      writeScore(stored.get(keyOfCell(nomineeId, criterionId))?.value ?? null, i18n.language),
    isRefused: (nomineeId, criterionId) => refused[keyOfCell(nomineeId, criterionId)] !== undefined,
    noteOf: (nomineeId) => {
      const total = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
      const values = criteria.map((criterion) => stored.get(keyOfCell(nomineeId, criterion.id))?.value ?? null);
      return values.some((value) => value === null)
        ? null
        : criteria.reduce((sum, criterion, index) => sum + ((values[index] ?? 0) * criterion.weight) / total, 0);
    },
    problems: Object.values(refused),
    type: (nomineeId, criterionId, text) => {
      const key = keyOfCell(nomineeId, criterionId);
      setDrafts((all) => ({ ...all, [key]: text }));
      setRefused(({ [key]: _gone, ...rest }) => rest);
    },
    reset: (nomineeId, criterionId) => drop([keyOfCell(nomineeId, criterionId)]),
    commit,
  };
}

function withScores(
  scores: Score[],
  changes: { jurorId: string; nomineeId: string; criterionId: string; value: number | null }[],
): Score[] {
  const isSame = (score: Score, change: { jurorId: string; nomineeId: string; criterionId: string }): boolean =>
    score.jurorId === change.jurorId &&
    score.nomineeId === change.nomineeId &&
    score.criterionId === change.criterionId;
  const kept = scores.filter((score) => !changes.some((change) => isSame(score, change)));
  const fresh = changes.flatMap(({ jurorId, nomineeId, criterionId, value }) =>
    value === null
      ? []
      : [
          {
            jurorId,
            nomineeId,
            criterionId,
            value,
            comment: scores.find((score) => isSame(score, { jurorId, nomineeId, criterionId }))?.comment ?? null,
          },
        ],
  );
  return [...kept, ...fresh];
}
