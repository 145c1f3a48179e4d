/** The scope in words: "Bretagne, magasins, 2026"; the same on the bar, in lists and in empty results. */
import { useTranslation } from 'react-i18next';
import type { Scope } from '#shared/base/common.ts';
import { useRead } from '../../lib/api.ts';
import { useFormat, type Format } from '../../lib/format.ts';
import { useScope } from '../../lib/scope.tsx';

const isYear = ({ from, to }: Pick<Scope, 'from' | 'to'>): boolean =>
  from !== null &&
  to !== null &&
  from.slice(4) === '-01-01' &&
  to.slice(4) === '-12-31' &&
  from.slice(0, 4) === to.slice(0, 4);

/** At most two names, then how many more. */
function some(names: string[], format: Format, more: (count: number) => string): string[] {
  if (names.length === 0) return [];
  if (names.length <= 2) return [format.list(names)];
  return [format.list([names[0] ?? '', more(names.length - 1)])];
}

export function useScopeWords(): string {
  const { t } = useTranslation('scope');
  const format = useFormat();
  const { scope } = useScope();
  const territories = useRead('territories.list', {});
  const names = scope.territoryIds.flatMap((id) => territories.data?.rows.find((row) => row.id === id)?.name ?? []);
  const more = (count: number): string => t('more', { count });
  const { from, to } = scope;
  const period =
    from === null && to === null
      ? []
      : isYear(scope)
        ? [from?.slice(0, 4) ?? '']
        : to === null
          ? [t('since', { date: format.date(from) })]
          : from === null
            ? [t('until', { date: format.date(to) })]
            : [t('fromTo', { from: format.date(from), to: format.date(to) })];
  return [...some(names, format, more), ...some(scope.siteKinds, format, more), ...period].join(' · ');
}
