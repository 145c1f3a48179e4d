/** Keeps what the page has read fresh: after any change every read in sight is asked again, and the others when they are next seen. */
import { QueryClient, type QueryKey } from '@tanstack/react-query';

export interface FreshOptions {
  call: (name: string, input: unknown) => Promise<unknown>;
  /** Reads that no change of the data changes. */
  isStatic: (name: string) => boolean;
  /** False while nobody can see the page; `Freshness.seen` then catches up. */
  isVisible?: () => boolean;
  /** Changes that come closer together than this, in milliseconds, are one refresh. */
  burst?: number;
}

export interface Freshness {
  client: QueryClient;
  /** The service says that something has changed: what is asked from now on, or was not yet answered, counts. */
  changed: () => void;
  /** Asks again whatever failed, static reads too: the service is back. */
  restarted: () => void;
  /** The page is looked at again. */
  seen: () => void;
}

/** Answers overtaken by a change are thrown away and asked again, but not for ever: after so many the newest is shown meanwhile. */
const mostAsks = 3;

const nameOf = (key: QueryKey): string => String(key[0]);

/**
 * The cache of every read. A query's key is `[name, input]` of a procedure; whatever is made of its answer goes into `select`.
 * Of one read at most one call is under way; what it answers is shown only if nothing changed since it was asked.
 */
export function createFreshness({ call, isStatic, isVisible = () => true, burst = 60 }: FreshOptions): Freshness {
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  let missed = false;

  const ask = async (key: QueryKey): Promise<unknown> => {
    for (let asks = 1; ; asks += 1) {
      const asked = generation;
      const overtaken = (): boolean => asked !== generation && !isStatic(nameOf(key));
      try {
        const answer = await call(nameOf(key), key[1]);
        if (!overtaken()) return answer;
        if (asks === mostAsks) {
          // Once this answer has been taken in, it is asked again.
          setTimeout(() => void client.invalidateQueries({ queryKey: key, exact: true }), 0);
          return answer;
        }
      } catch (error) {
        if (!overtaken() || asks === mostAsks) throw error;
      }
    }
  };

  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // The data is on this machine: it changes when the service says so, and a refusal does not pass by asking again.
        networkMode: 'always',
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        queryFn: ({ queryKey }) => ask(queryKey),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

  function refresh(): void {
    timer = null;
    last = Date.now();
    missed = !isVisible();
    void client.invalidateQueries(
      { predicate: ({ queryKey }) => !isStatic(nameOf(queryKey)), refetchType: missed ? 'none' : 'active' },
      // What is under way notices by itself that it was overtaken.
      { cancelRefetch: false },
    );
  }

  return {
    client,
    changed: () => {
      generation += 1;
      // The first of a burst at once, the rest together.
      timer ??= setTimeout(refresh, Math.max(0, last + burst - Date.now()));
    },
    restarted: () => {
      generation += 1;
      void client.invalidateQueries(undefined, { cancelRefetch: false });
    },
    seen: () => {
      if (missed && isVisible()) refresh();
    },
  };
}
