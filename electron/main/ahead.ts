/** Asks the service for what the first screen will show, while the page that shows it is still loading. */
import type { Result } from '#shared/base/result.ts';
import { isNarrowed, scopeChoice, scopeOf, withoutLost } from '#shared/base/scope.ts';
import { localDate } from '#shared/base/days.ts';
import type { OutputOf } from '#shared/contract.ts';
import { firstScreen } from '#shared/workspace/first-screen.ts';
import type { Answered } from '#shared/shell/contract.ts';

export type Ask = (name: string, input: unknown) => Promise<Result<unknown>>;

export interface Ahead {
  /** Resolves with all that is answered once the figures are; the rest comes when the page asks for it. */
  answered: () => Promise<Answered[]>;
  /** The answer to come of a read that was asked and not yet handed over, or null: then it is asked anew. */
  take: (name: string, input: unknown) => Promise<Result<unknown>> | null;
  /** Something changed: nothing that was read before counts. */
  forget: () => void;
}

export const nothingAhead: Ahead = { answered: () => Promise.resolve([]), take: () => null, forget: () => undefined };

const keyOf = (name: string, input: unknown): string => `${name} ${JSON.stringify(input)}`;

/** `kept` is the scope that was last chosen in this workspace. */
export function readAhead(ask: Ask, kept: unknown): Ahead {
  const asked = new Map<string, Promise<Result<unknown>>>();
  const done: Answered[] = [];
  let isStale = false;

  const begin = (name: string, input: unknown): Promise<Result<unknown>> => {
    const key = keyOf(name, input);
    const known = asked.get(key);
    if (known !== undefined) return known;
    const answer = ask(name, input);
    asked.set(key, answer);
    void answer.then((result) => {
      if (result.ok) done.push({ name, input, value: result.value });
    });
    return answer;
  };

  const askAll = async (): Promise<void> => {
    const [organisation, territories] = [begin('organisation.get', {}), begin('territories.list', {})];
    const undo = begin('history.state', {});
    const choice = scopeChoice(kept);
    const day = localDate(new Date());
    // Only a narrowed scope hangs on what is in the file.
    let scope = scopeOf(choice, day, 1);
    if (isNarrowed(scope) || choice.preset !== 'all') {
      const [own, tree] = await Promise.all([organisation, territories]);
      if (!own.ok || !tree.ok) return;
      scope = scopeOf(
        withoutLost(choice, (tree.value as OutputOf<'territories.list'>).rows),
        day,
        (own.value as OutputOf<'organisation.get'>).fiscalYearStartMonth,
      );
    }
    const { map, overloaded, ...rest } = firstScreen(scope, day);
    const figures = Object.values(rest).map(({ name, input }) => begin(name, input));
    await Promise.all([organisation, territories, undo, ...figures]);
    // The longest last: the figures are on screen while the map is drawn; what may overload stands below it.
    void begin(map.name, map.input).then(() => {
      if (!isStale) void begin(overloaded.name, overloaded.input);
    });
  };

  const ready = askAll();
  return {
    answered: async () => {
      await ready;
      if (isStale) return [];
      for (const { name, input } of done) asked.delete(keyOf(name, input));
      return done.splice(0);
    },
    take: (name, input) => {
      const key = keyOf(name, input);
      const answer = isStale ? undefined : asked.get(key);
      asked.delete(key);
      return answer ?? null;
    },
    forget: () => {
      isStale = true;
      asked.clear();
    },
  };
}
