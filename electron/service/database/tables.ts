/** The tables as Kysely sees them, derived from the contract's records so that no field is declared twice. */
import type { Generated, GeneratedAlways, Kysely, Selectable, Transaction } from 'kysely';
import type { Adoption } from '#shared/adoptions/contract.ts';
import type { Attachment } from '#shared/attachments/contract.ts';
import type { CalendarPeriod } from '#shared/calendar/contract.ts';
import type { Campaign, KitItem, Phase, Task } from '#shared/campaigns/contract.ts';
import type { Indicator, Initiative, Measurement } from '#shared/initiatives/contract.ts';
import type { Consent, Person } from '#shared/people/contract.ts';
import type { Site } from '#shared/sites/contract.ts';
import type { Territory } from '#shared/territories/contract.ts';
import type { Touchpoint } from '#shared/touchpoints/contract.ts';
import type { Organisation, TransactionEntry } from '#shared/workspace/contract.ts';

type Stored<T> = { seq: Generated<number> } & T;
type Searchable<T> = Stored<T> & { searchKey: string };
/** Columns kept as JSON text. */
type WithJson<T, K extends keyof T> = Omit<T, K> & Record<K, string>;
/** Columns kept as 0 or 1: SQLite binds no booleans. */
type WithFlags<T, K extends keyof T> = Omit<T, K> & Record<K, number>;

interface Stamps {
  id: string;
  createdAt: string;
  updatedAt: string;
}

export interface Tables {
  blobs: { hash: string; size: number; bytes: Uint8Array };
  organisation: Stored<WithJson<Organisation, 'settings'>>;
  territories: Searchable<Territory>;
  sites: Searchable<Site>;
  people: Searchable<Person>;
  consents: Stored<Consent>;
  initiatives: Searchable<WithJson<Initiative, 'sdgs'>>;
  indicators: Stored<Indicator>;
  measurements: Stored<Measurement>;
  attachments: Stored<Attachment>;
  awardEditions: Stored<
    Stamps & {
      year: number;
      name: string;
      status: 'draft' | 'scoring' | 'closed';
      heldOn: string | null;
      place: string | null;
      method: 'mean' | 'trimmed' | 'zscore' | 'borda' | 'schulze';
      quorum: number;
      closedAt: string | null;
      snapshot: string | null;
    }
  >;
  awardCategories: Stored<
    Stamps & {
      editionId: string;
      name: string;
      description: string | null;
      subject: 'initiative' | 'person' | 'either';
      colour: string | null;
      scaleMin: number;
      scaleMax: number;
      winnersCount: number;
      position: number;
    }
  >;
  awardCriteria: Stored<
    Stamps & { categoryId: string; name: string; description: string | null; weight: number; position: number }
  >;
  nominees: Stored<
    Stamps & {
      categoryId: string;
      code: string | null;
      initiativeId: string | null;
      personId: string | null;
      title: string | null;
      story: string | null;
      citation: string | null;
      position: number;
    }
  >;
  jurors: Stored<
    Stamps & {
      editionId: string;
      name: string;
      role: string | null;
      email: string | null;
      personId: string | null;
      isChair: number;
      position: number;
    }
  >;
  recusals: Stored<Stamps & { jurorId: string; nomineeId: string; kind: 'recusal' | 'abstention'; reason: string }>;
  scores: Stored<
    Stamps & { jurorId: string; nomineeId: string; criterionId: string; value: number; comment: string | null }
  >;
  awardDecisions: Stored<
    Stamps & { categoryId: string; nomineeId: string; kind: 'tie_break' | 'override'; rank: number; reason: string }
  >;
  decks: Stored<Stamps & { editionId: string; lang: 'fr' | 'en'; theme: string; options: string }>;
  deckSlides: Stored<
    Stamps & {
      deckId: string;
      key: string;
      position: number | null;
      hidden: number;
      overrides: string;
      notes: string | null;
    }
  >;
  importMappings: Stored<Stamps & { kind: string; signature: string; mapping: string }>;
  campaigns: Searchable<WithFlags<WithJson<Campaign, 'sdgs' | 'scope'>, 'asksSites'>>;
  campaignTargets: Stored<Stamps & { campaignId: string; indicatorId: string; value: number }>;
  campaignPhases: Stored<WithFlags<Phase, 'asksSites'>>;
  campaignTasks: Stored<WithFlags<Omit<Task, 'dependsOn' | 'owner' | 'tooEarly'>, 'asksSites'>>;
  campaignTaskLinks: Stored<Stamps & { taskId: string; dependsOnId: string }>;
  kitItems: Stored<KitItem>;
  adoptions: Stored<Adoption>;
  awarenessDays: Stored<
    Stamps & {
      key: string | null;
      name: string;
      nameEn: string | null;
      rule: string;
      source: string | null;
      hidden: number;
    }
  >;
  calendarPeriods: Stored<CalendarPeriod>;
  touchpoints: Searchable<Touchpoint>;
  transactions: WithJson<Omit<TransactionEntry, 'seq'>, 'summary'> & { seq: GeneratedAlways<number> };
  history: {
    seq: GeneratedAlways<number>;
    transactionSeq: number;
    tableName: string;
    recordId: string | null;
    operation: 'insert' | 'update' | 'delete' | 'bulk';
    before: string | null;
    after: string | null;
    firstSeq: number | null;
    lastSeq: number | null;
    payload: Uint8Array | null;
  };
}

export type TableName = keyof Tables;
export type Row<T extends TableName> = Selectable<Tables[T]>;
/** What a read may use; the connection behind it is opened read-only too, so raw SQL cannot write either. */
export type ReadDb = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'dynamic' | 'getExecutor'
>;
export type WriteDb = Transaction<Tables>;
/** For queries that a read and a write both run. */
export type AnyDb = ReadDb | WriteDb;
