/** Every procedure of the product in one table; types everywhere come from it. */
import type { z } from 'zod';
import { adoptionsContract } from './adoptions.ts';
import { attachmentsContract } from './attachments.ts';
import { awardsContract } from './awards.ts';
import { calendarContract } from './calendar.ts';
import { campaignsContract } from './campaigns.ts';
import { deckContract } from './deck.ts';
import type { Procedure } from './define.ts';
import { importsContract } from './imports.ts';
import { initiativesContract } from './initiatives.ts';
import { networkContract } from './network.ts';
import { loadContract } from './load.ts';
import { peopleContract } from './people.ts';
import { reportsContract } from './reports.ts';
import { searchContract } from './search.ts';
import { shellContract } from './shell.ts';
import { sitesContract } from './sites.ts';
import { territoriesContract } from './territories.ts';
import { workspaceContract } from './workspace.ts';

export const serviceContract = {
  ...workspaceContract,
  ...territoriesContract,
  ...sitesContract,
  ...peopleContract,
  ...initiativesContract,
  ...attachmentsContract,
  ...importsContract,
  ...awardsContract,
  ...deckContract,
  ...networkContract,
  ...reportsContract,
  ...searchContract,
  ...campaignsContract,
  ...loadContract,
  ...adoptionsContract,
  ...calendarContract,
};

export const contract = { ...serviceContract, ...shellContract };

export type Contract = typeof contract;
export type ServiceContract = typeof serviceContract;
export type ProcedureName = keyof Contract;
export type ServiceProcedureName = keyof ServiceContract;

/** What a caller may give: defaults left out. */
export type InputOf<N extends ProcedureName> = z.input<Contract[N]['input']>;
/** What a handler receives: checked, defaults filled. */
export type CheckedInputOf<N extends ProcedureName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends ProcedureName> = z.output<Contract[N]['output']>;

type NamesOfKind<K extends string> = { [N in ProcedureName]: Contract[N]['kind'] extends K ? N : never }[ProcedureName];
export type ReadName = NamesOfKind<'read'>;
export type WriteName = NamesOfKind<'write'>;
export type JobName = NamesOfKind<'job'>;
export type SessionName = NamesOfKind<'session'>;
export type ShellName = NamesOfKind<'shell'>;

/** The declaration of a procedure by its name, or null when there is none. */
export function procedureOf(name: string): Procedure | null {
  return Object.hasOwn(contract, name) ? ((contract as Record<string, Procedure>)[name] ?? null) : null;
}
