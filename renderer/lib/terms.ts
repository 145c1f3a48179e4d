/** The words of the closed lists of the domain: stages, profiles, statuses. */
import i18next from 'i18next';

const groupOf: Record<string, string[]> = {
  stage: ['stage'],
  profile: ['profile'],
  channel: ['channel'],
  accuracy: ['accuracy'],
  provenance: ['provenance'],
  purpose: ['purpose'],
  kind: ['indicatorKind'],
  status: ['siteStatus', 'initiativeStatus'],
};

/** The word for a stored value of a field; free text stays as it is. */
export function termFor(field: string, value: string): string {
  for (const group of groupOf[field] ?? []) {
    const key = `terms:${group}.${value}`;
    if (i18next.exists(key)) return i18next.t(key as 'terms:stage.active');
  }
  return value;
}
