/** The stored key by which sites are sorted and found; one function, whoever writes the record. */
import type { Site } from '#shared/sites/contract.ts';
import { foldSearch } from '#shared/base/fold.ts';

export function siteSearchKey(site: Pick<Site, 'name' | 'code' | 'city' | 'postcode'>): string {
  return foldSearch(site.name, site.code, site.city, site.postcode);
}
