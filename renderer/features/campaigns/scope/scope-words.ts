/** Whom a scope reaches, in a few words: its territories, kinds and sizes, or its sites by name. */
import { useTranslation } from 'react-i18next';
import { hasCriteria } from '#shared/campaigns/scope.ts';
import type { CampaignScope } from '#shared/campaigns/contract.ts';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';

/** Of a long list the first few are named. */
const named = 4;

/** Parts of a sentence; `siteNames` are the first of its sites. */
export function useScopeWords(scope: CampaignScope | null, siteNames: readonly string[]): string {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const territories = useRead('territories.list', {});
  if (scope === null) return '';
  const some = (names: readonly string[], total: number): string =>
    [names.slice(0, named).join(', '), total > named ? t('scope.more', { number: format.number(total - named) }) : '']
      .filter((part) => part !== '')
      .join(' ');
  const { territoryIds, siteKinds, headcountMin: min, headcountMax: max, siteIds, excludedSiteIds } = scope;
  if (!hasCriteria(scope) && siteIds.length > 0) return some(siteNames, siteIds.length);
  const names = territoryIds.flatMap((id) => territories.data?.rows.find((row) => row.id === id)?.name ?? []);
  const sizes = { min: format.number(min), max: format.number(max) };
  return [
    territoryIds.length === 0 && siteKinds.length === 0 && min === null && max === null ? t('scope.whole') : '',
    some(names, names.length),
    some(siteKinds, siteKinds.length),
    min !== null && max !== null
      ? t('scope.headcountBetween', sizes)
      : min !== null
        ? t('scope.headcountFrom', sizes)
        : max !== null
          ? t('scope.headcountTo', sizes)
          : '',
    excludedSiteIds.length === 0
      ? ''
      : t('scope.leftOut', { count: excludedSiteIds.length, number: format.number(excludedSiteIds.length) }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
