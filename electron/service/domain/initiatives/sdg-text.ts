/** The goals of a record as a person writes them in a cell. */

/** `[3,12]` as it is stored becomes `3, 12`; none is missing. */
export function sdgText(stored: string): string | null {
  const goals = (JSON.parse(stored) as number[]).join(', ');
  return goals === '' ? null : goals;
}
