/** Stored rows of the awards as the contract has them. */
import type { Edition, Juror, Nominee } from '#shared/awards/contract.ts';
import type { Row } from '../../database/tables.ts';
import type { nomineeFacts } from '../../domain/awards/results.ts';
import { withoutStored } from '../../records/records.ts';

export function editionOf({
  id,
  year,
  name,
  heldOn,
  place,
  method,
  quorum,
  status,
  closedAt,
  createdAt,
  updatedAt,
}: Row<'awardEditions'>): Edition {
  return { id, year, name, heldOn, place, method, quorum, status, closedAt, createdAt, updatedAt };
}

export function jurorOf(row: Row<'jurors'>): Juror {
  return { ...withoutStored(row), isChair: row.isChair === 1 };
}

export function nomineeOf({
  nomineeId,
  title: _shown,
  ownTitle,
  ...rest
}: Awaited<ReturnType<typeof nomineeFacts>>[number]): Nominee {
  return { ...rest, id: nomineeId, title: ownTitle };
}
