/** A date as a field writes it. */

/** `31/12/2026`, in every language of the app: the way in which it is typed. */
export function dayFirst(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
