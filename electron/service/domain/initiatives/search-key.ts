/** The stored key by which initiatives are sorted and found; one function, whoever writes the record. */
import type { Initiative } from '#shared/initiatives/contract.ts';
import { foldSearch } from '#shared/base/fold.ts';

export function initiativeSearchKey(initiative: Pick<Initiative, 'title' | 'theme' | 'code'>): string {
  return foldSearch(initiative.title, initiative.theme, initiative.code);
}
