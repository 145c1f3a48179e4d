/** How the page writes: every write of the contract, typed, with undo offered after the change. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { InputOf, OutputOf, ProcedureName, WriteName } from '#shared/contract.ts';
import type { AppError } from '#shared/base/result.ts';
import { call } from './api.ts';
import { showUndoToast } from './undo-toast.tsx';

export interface WriteOptions<N extends ProcedureName> {
  /** What the toast says once it is done; the toast offers to undo. Without it there is no toast. */
  toast?: (output: OutputOf<N>, input: InputOf<N>) => string;
  onDone?: (output: OutputOf<N>) => void;
}

/** That something changed comes back as the service's `changed` event, whoever changed it; nothing is asked again here. */
export function useWrite<N extends WriteName>(
  name: N,
  options: WriteOptions<N> = {},
): UseMutationResult<OutputOf<N>, AppError, InputOf<N>> {
  return useMutation<OutputOf<N>, AppError, InputOf<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: (output, input) => {
      options.onDone?.(output);
      if (options.toast !== undefined) void offerUndo(options.toast(output, input));
    },
  });
}

/** A toast with "Annuler" that undoes exactly the action it speaks of. */
export async function offerUndo(text: string): Promise<void> {
  const { undo } = await call('history.state', {});
  showUndoToast(text, undo === null ? null : undo.seq);
}
