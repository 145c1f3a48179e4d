/** Every procedure of the product in one table; types everywhere come from it. */
import type { z } from 'zod';
import { adoptionsContract } from './adoptions/contract.ts';
import { attachmentsContract } from './attachments/contract.ts';
import { awardsContract } from './awards/contract.ts';
import { calendarContract } from './calendar/contract.ts';
import { campaignsContract } from './campaigns/contract.ts';
import { deckContract } from './deck/contract.ts';
import type { Procedure } from './base/define.ts';
import { importsContract } from './import/contract.ts';
import { initiativesContract } from './initiatives/contract.ts';
import { networkContract } from './network/contract.ts';
import { loadContract } from './load/contract.ts';
import { peopleContract } from './people/contract.ts';
import { reportsContract } from './reports/contract.ts';
import { searchContract } from './search/contract.ts';
import { shellContract } from './shell/contract.ts';
import { sitesContract } from './sites/contract.ts';
import { territoriesContract } from './territories/contract.ts';
import { touchpointsContract } from './touchpoints/contract.ts';
import { workspaceContract } from './workspace/contract.ts';

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
  ...touchpointsContract,
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
/** Reads that no change of the data changes. */
export type StaticReadName = {
  [N in ReadName]: Contract[N] extends { static?: true } ? N : never;
}[ReadName];
export type WriteName = NamesOfKind<'write'>;
export type JobName = NamesOfKind<'job'>;
export type SessionName = NamesOfKind<'session'>;
export type ShellName = NamesOfKind<'shell'>;

/** The declaration of a procedure by its name, or null when there is none. */
export function procedureOf(name: string): Procedure | null {
  return Object.hasOwn(contract, name) ? ((contract as Record<string, Procedure>)[name] ?? null) : null;
}
