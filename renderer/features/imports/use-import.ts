/** The state of one import, from the file to the answer; each change of the reading or the mapping asks the service again. */
import type { ImportKind } from '#shared/kinds.ts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Correction, Inspection, Mapping } from '#shared/import/contract.ts';
import type { stages } from '#shared/base/common.ts';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { call, useJob, type Job } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { hideUndoToast } from '../../lib/toasts.ts';
import { showUndoToast } from '../../lib/undo-toast.tsx';

export type Step = 'file' | 'reading' | 'columns' | 'check' | 'done';
export type Report = OutputOf<'imports.dryRun'>;

export interface Reading {
  sheet: string | null;
  encoding: Inspection['encoding'];
  delimiter: string | null;
  hiddenRows: boolean;
  markFaults: boolean;
  headerLine: number | null;
}

const asFound: Reading = {
  sheet: null,
  encoding: null,
  delimiter: null,
  hiddenRows: false,
  markFaults: false,
  headerLine: null,
};

/** What the user decides once the rows are known. */
export interface Choices {
  createMissing: boolean;
  updateOnly: boolean;
  /** Cells put right at the check. */
  corrections: Correction[];
  /** Fields whose bad values are left out, their rows taken. */
  leaveOut: string[];
  /** What people are of whom the file tells no stage. */
  stage: (typeof stages)[number];
}

const noChoice: Choices = {
  createMissing: false,
  updateOnly: false,
  corrections: [],
  leaveOut: [],
  stage: 'identified',
};

export interface ImportState {
  step: Step;
  path: string | null;
  kind: ImportKind;
  reading: Reading;
  inspection: Inspection | null;
  mapping: Mapping;
  choices: Choices;
  report: Report | null;
  /** The action that took the file in, by which it can be undone; null before, or when nothing changed. */
  action: number | null;
  error: AppError | null;
  inspecting: Job<'imports.inspect'>;
  checking: Job<'imports.dryRun'>;
  writing: Job<'imports.commit'>;
  begin: (path: string, kind?: ImportKind | null) => Promise<void>;
  read: (change: Partial<Reading>) => Promise<void>;
  setKind: (kind: ImportKind) => Promise<void>;
  map: (column: string, field: string | null) => void;
  choose: (change: Partial<Choices>) => Promise<void>;
  /** Takes a cell as it should have been written, or passes over its value, and checks again. */
  correct: (correction: Correction) => Promise<void>;
  /** Leaves the columns of these fields out and checks again. */
  leaveOut: (fields: string[]) => Promise<void>;
  go: (step: Step) => void;
  check: () => Promise<void>;
  commit: () => Promise<void>;
  restart: () => void;
}

const mappingOf = (inspection: Inspection): Mapping =>
  Object.fromEntries(inspection.proposals.map(({ column, field }) => [column, field]));

export function useImport(wantedKind: ImportKind | null): ImportState {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [step, setStep] = useState<Step>('file');
  const [path, setPath] = useState<string | null>(null);
  const [reading, setReading] = useState<Reading>(asFound);
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [choices, setChoices] = useState<Choices>(noChoice);
  const [report, setReport] = useState<Report | null>(null);
  const [action, setAction] = useState<number | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const inspecting = useJob('imports.inspect');
  const checking = useJob('imports.dryRun');
  const writing = useJob('imports.commit');

  const attempt = useCallback(async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (cause) {
      const failure = cause instanceof AppError ? cause : new AppError('internal', {}, { cause });
      if (failure.code !== 'cancelled') setError(failure);
    }
  }, []);

  const { start: inspect } = inspecting;
  const look = useCallback(
    (file: string, how: Reading, kind: ImportKind | null) =>
      attempt(async () => {
        const found = await inspect({ path: file, ...how, kind });
        setPath(file);
        setReading(how);
        setInspection(found);
        setMapping(mappingOf(found));
        setChoices((current) => ({ ...current, corrections: [], leaveOut: [] }));
        setReport(null);
        setStep((current) => (current === 'file' || current === 'done' ? 'reading' : current));
      }),
    [attempt, inspect],
  );

  const input = (columns: Mapping, chosen: Choices): InputOf<'imports.dryRun'> => ({
    path: path ?? '',
    ...reading,
    kind: inspection?.kind ?? 'sites',
    mapping: columns,
    ...chosen,
  });
  /** `inPlace` keeps what is shown until the answer is there: one cell was put right, and the next is waiting. */
  const tryOut = (columns: Mapping, chosen: Choices, inPlace = false): Promise<void> =>
    attempt(async () => {
      setStep('check');
      if (!inPlace) setReport(null);
      setReport(await checking.start(input(columns, chosen)));
    });

  return {
    step,
    path,
    reading,
    inspection,
    mapping,
    choices,
    report,
    action,
    error,
    inspecting,
    checking,
    writing,
    kind: inspection?.kind ?? wantedKind ?? 'sites',
    begin: (file, kind = wantedKind) => {
      // Another file begins anew, whatever step the one before had come to.
      setStep((current) => (current === 'file' ? current : 'reading'));
      setChoices(noChoice);
      return look(file, asFound, kind);
    },
    read: (change) =>
      path === null ? Promise.resolve() : look(path, { ...reading, ...change }, inspection?.kind ?? null),
    setKind: (kind) => (path === null ? Promise.resolve() : look(path, reading, kind)),
    map: (column, field) => {
      setReport(null);
      setMapping((current) => {
        // A field is filled by one column: choosing it here takes it from where it was.
        const next = Object.fromEntries(
          Object.entries(current).filter(([other, taken]) => other !== column && taken !== field),
        );
        return field === null ? next : { ...next, [column]: field };
      });
    },
    choose: (change) => {
      const chosen = { ...choices, ...change };
      setChoices(chosen);
      return tryOut(mapping, chosen);
    },
    correct: (correction) => {
      const others = choices.corrections.filter(
        ({ line, column }) => line !== correction.line || column !== correction.column,
      );
      const chosen = { ...choices, corrections: [...others, correction] };
      setChoices(chosen);
      return tryOut(mapping, chosen, true);
    },
    leaveOut: (fields) => {
      const kept = Object.fromEntries(Object.entries(mapping).filter(([, field]) => !fields.includes(field)));
      setMapping(kept);
      return tryOut(kept, choices);
    },
    go: setStep,
    check: () => tryOut(mapping, choices),
    commit: () =>
      attempt(async () => {
        const done = await writing.start(input(mapping, choices));
        const count = done.counts.created + done.counts.updated;
        const { undo } = await call('history.state', {});
        setReport(done);
        setAction(count === 0 ? null : (undo?.seq ?? null));
        setStep('done');
        showUndoToast(
          t('done.toast', { count, number: format.number(count) }),
          count === 0 ? null : (undo?.seq ?? null),
        );
      }),
    restart: () => {
      hideUndoToast();
      setStep('file');
      setPath(null);
      setInspection(null);
      setReport(null);
      setAction(null);
      setError(null);
    },
  };
}
