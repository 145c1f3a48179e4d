/** Forms on their way in: the files, what they would change page by page, which side each conflict takes, what was done. */
import { useCallback, useState } from 'react';
import type { ConflictSide, ReturnedFormRow } from '#shared/adoptions/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { useJob, type Job } from '../../../lib/api.ts';

export type Outcome = ReturnedFormRow['outcome'];
export type Preview = OutputOf<'adoptions.previewForm'>;
export type Merged = OutputOf<'adoptions.mergeForm'>;

export const rowsPerPage = 50;

export interface Merge {
  paths: string[];
  add: (paths: string[]) => void;
  /** Leaves a file out, named by its path. */
  drop: (path: string) => void;
  preview: Preview | null;
  reading: Job<'adoptions.previewForm'>;
  outcome: Outcome | null;
  page: number;
  show: (outcome: Outcome | null, page: number) => void;
  sideOf: (id: string) => ConflictSide;
  take: (id: string, side: ConflictSide) => void;
  takeAll: (side: ConflictSide) => void;
  /** How many conflicts would take the form. */
  taken: number;
  writing: Job<'adoptions.mergeForm'>;
  run: () => Promise<Merged | null>;
  merged: Merged | null;
}

const quiet = (error: unknown): null => {
  // The job keeps what went wrong, and the dialog says it where it happened.
  if (!(error instanceof AppError)) throw error;
  return null;
};

export function useMerge(): Merge {
  const reading = useJob('adoptions.previewForm');
  const writing = useJob('adoptions.mergeForm');
  const [paths, setPaths] = useState<string[]>([]);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [shown, setShown] = useState<{ outcome: Outcome | null; page: number }>({ outcome: null, page: 0 });
  const [rest, setRest] = useState<ConflictSide>('workspace');
  const [conflicts, setConflicts] = useState<Record<string, ConflictSide>>({});
  const [merged, setMerged] = useState<Merged | null>(null);

  const { start } = reading;
  const read = useCallback(
    async (files: string[], outcome: Outcome | null, page: number): Promise<void> => {
      setShown({ outcome, page });
      const found = await start({
        paths: files,
        outcomes: outcome === null ? [] : [outcome],
        offset: page * rowsPerPage,
        limit: rowsPerPage,
      }).catch(quiet);
      if (found !== null) setPreview(found);
    },
    [start],
  );
  const begin = (files: string[]): void => {
    setPaths(files);
    setMerged(null);
    setConflicts({});
    setRest('workspace');
    if (files.length === 0) {
      setPreview(null);
      reading.reset();
    } else void read(files, null, 0);
  };
  const named = Object.values(conflicts);
  const all = preview?.counts.conflict ?? 0;
  return {
    paths,
    add: (more) => begin([...new Set([...paths, ...more])]),
    drop: (path) => begin(paths.filter((one) => one !== path)),
    preview,
    reading,
    ...shown,
    show: (outcome, page) => void read(paths, outcome, page),
    sideOf: (id) => conflicts[id] ?? rest,
    take: (id, side) => setConflicts({ ...conflicts, [id]: side }),
    takeAll: (side) => {
      setConflicts({});
      setRest(side);
    },
    taken:
      rest === 'form'
        ? all - named.filter((side) => side === 'workspace').length
        : named.filter((side) => side === 'form').length,
    writing,
    run: async () => {
      const done = await writing.start({ paths, conflicts, rest }).catch(quiet);
      if (done !== null) setMerged(done);
      return done;
    },
    merged,
  };
}
