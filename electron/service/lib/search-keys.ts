/** The stored key by which each kind of record is sorted and found; one function each, whoever writes the record. */
import type { Campaign } from '#shared/contract/campaigns.ts';
import type { Initiative } from '#shared/contract/initiatives.ts';
import type { Person } from '#shared/contract/people.ts';
import type { Site } from '#shared/contract/sites.ts';
import { foldSearch } from '#shared/fold.ts';

export function siteSearchKey(site: Pick<Site, 'name' | 'code' | 'city' | 'postcode'>): string {
  return foldSearch(site.name, site.code, site.city, site.postcode);
}

/** Sorted and found by last name first, as French lists are. */
export function personSearchKey(person: Pick<Person, 'firstName' | 'lastName' | 'email' | 'code'>): string {
  return foldSearch(
    `${person.lastName} ${person.firstName}`,
    `${person.firstName} ${person.lastName}`,
    person.email,
    person.code,
  );
}

export function initiativeSearchKey(initiative: Pick<Initiative, 'title' | 'theme' | 'code'>): string {
  return foldSearch(initiative.title, initiative.theme, initiative.code);
}

export function campaignSearchKey(campaign: Pick<Campaign, 'title' | 'theme' | 'pillar' | 'code'>): string {
  return foldSearch(campaign.title, campaign.theme, campaign.pillar, campaign.code);
}
