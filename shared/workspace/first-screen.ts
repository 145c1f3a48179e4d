/** What the first screen reads, said once: the shell asks for it while the page is still loading, the page finds it answered. */
import type { Scope } from '../base/common.ts';
import { isNarrowed } from '../base/scope.ts';
import type { InputOf, ReadName } from '../contract.ts';

/** Pixels of the drawing of the network. */
export const mapSize = { width: 640, height: 460 } as const;

/** Rows of the short lists. */
const uncoveredRows = 5;
const recentRows = 8;

/** Weeks from today in which sites may be asked for too much. */
export const comingWeeks = 26;

const asked = <N extends ReadName>(name: N, input: InputOf<N>): { name: N; input: InputOf<N> } => ({ name, input });

/** The inputs of every part of the screen, within a scope, on the day `day`. */
export function firstScreen(scope: Scope, day: string) {
  const within = isNarrowed(scope) ? { scope } : {};
  return {
    overview: asked('workspace.overview', within),
    whole: asked('workspace.overview', {}),
    waiting: asked('workspace.waiting', within),
    editions: asked('awards.list', {}),
    uncovered: asked('sites.list', {
      limit: uncoveredRows,
      sort: 'headcount',
      descending: true,
      filter: { statuses: ['open'], withoutPeople: true, ...within },
    }),
    recent: asked('initiatives.list', {
      limit: recentRows,
      sort: 'startDate',
      descending: true,
      filter: { statuses: ['running', 'done', 'shared'], ...within },
    }),
    overloaded: asked('load.sites', { from: day, weeks: comingWeeks, limit: 1, filter: within }),
    map: asked('workspace.map', { ...mapSize, ...within }),
  };
}
