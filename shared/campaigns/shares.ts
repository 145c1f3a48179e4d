/** What the answers of sites come to, as shares: the same for screens, maps and reports. */
import type { AnswerCounts } from './contract.ts';

/** Of those who were asked, how many answered whatever it was: 0 to 1, or null when nobody was asked. */
export function answeredShare({ sites, invited }: AnswerCounts): number | null {
  return sites === 0 ? null : (sites - invited) / sites;
}

/** Of those who were asked, how many take part, as it is or adapted: 0 to 1, or null when nobody was asked. */
export function adoptedShare({ sites, adopted, adapted, done }: AnswerCounts): number | null {
  return sites === 0 ? null : (adopted + adapted + done) / sites;
}

/** Of those who answered, how many adapted or declined: 0 to 1, or null when nobody answered. */
export function changedShare({ sites, invited, adapted, declined }: AnswerCounts): number | null {
  return sites === invited ? null : (adapted + declined) / (sites - invited);
}

/** Where the classes of a share begin, on maps and in their legend. */
export const shareBreaks = [0, 0.2, 0.4, 0.6, 0.8] as const;

/** The class of a share by `shareBreaks`, from 0. */
export function shareClass(share: number): number {
  // A fifth that arithmetic made a little less than a fifth is one.
  return shareBreaks.reduce<number>((found, from, at) => (share + 1e-9 >= from ? at : found), 0);
}
