/** Every handler by the name of its procedure; the compiler refuses a contract without its handler. */
import type { ServiceContract } from '#shared/contract.ts';
import type { HandlersOf } from '../context.ts';
import { adoptionsHandlers } from './adoptions/handlers.ts';
import { attachmentsHandlers } from './attachments/handlers.ts';
import { awardsHandlers } from './awards/handlers.ts';
import { calendarHandlers } from './calendar/handlers.ts';
import { collisionHandlers } from './campaigns/collisions.ts';
import { campaignsHandlers } from './campaigns/handlers.ts';
import { deckHandlers } from './deck/handlers.ts';
import { historyHandlers } from './history/handlers.ts';
import { importsHandlers } from './imports/handlers.ts';
import { figuresHandlers } from './initiatives/figures.ts';
import { initiativesHandlers } from './initiatives/handlers.ts';
import { loadHandlers } from './load/handlers.ts';
import { loadPeopleHandlers } from './load/people.ts';
import { networkHandlers } from './network/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { reportsHandlers } from './reports/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { sitesHandlers } from './sites/handlers.ts';
import { territoriesHandlers } from './territories/handlers.ts';
import { touchpointsHandlers } from './touchpoints/handlers.ts';
import { workspaceHandlers } from './workspace/handlers.ts';

export const handlers: HandlersOf<ServiceContract> = {
  ...workspaceHandlers,
  ...historyHandlers,
  ...territoriesHandlers,
  ...sitesHandlers,
  ...peopleHandlers,
  ...initiativesHandlers,
  ...figuresHandlers,
  ...attachmentsHandlers,
  ...importsHandlers,
  ...awardsHandlers,
  ...deckHandlers,
  ...networkHandlers,
  ...reportsHandlers,
  ...searchHandlers,
  ...campaignsHandlers,
  ...loadHandlers,
  ...loadPeopleHandlers,
  ...collisionHandlers,
  ...adoptionsHandlers,
  ...calendarHandlers,
  ...touchpointsHandlers,
};
