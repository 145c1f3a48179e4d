/** What a screen shows, kept in the address by name: read it, and change some of it without a step of "back". */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** `set` changes the names given and leaves the others; null takes a name out of the address. */
export function useAddressState<Name extends string>(): [
  params: URLSearchParams,
  set: (change: Partial<Record<Name, string | null>>) => void,
] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (change: Partial<Record<Name, string | null>>) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries<string | null | undefined>(change)) {
            if (value === null || value === undefined) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return [params, set];
}
