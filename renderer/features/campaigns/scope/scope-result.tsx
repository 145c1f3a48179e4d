/** The sites that a scope gives: how many, whom they reach, and all of them, to be searched and taken out. */
import { Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { scopeOf, withoutSites, type ScopeDraft } from '#shared/campaigns/scope.ts';
import type { InputOf } from '#shared/contract.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { usePagedList } from '../../../lib/paged-list.ts';
import classes from './scope.module.css';
import { SiteLines } from './site-lines.tsx';

/** A campaign's own list, or what is being typed with the dates between which sites must be open. */
export type Shown = { id: string } | { startDate: string; endDate: string };

interface Props {
  draft: ScopeDraft;
  onChange: (draft: ScopeDraft) => void;
  readOnly: boolean;
  shown: Shown;
}

export function ScopeResult(props: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const scope = scopeOf(props.draft);
  // A half-typed number need not be asked for.
  const [asked] = useDebouncedValue(scope, 150);
  if (scope === null || asked === null)
    return (
      <div className={classes['result']}>
        <Text size="sm" aria-live="polite">
          {t('scope.noneChosen')}
        </Text>
      </div>
    );
  if (scope.headcountMin !== null && scope.headcountMax !== null && scope.headcountMax < scope.headcountMin)
    return null;
  return <Result {...props} input={'id' in props.shown ? props.shown : { ...props.shown, scope: asked }} />;
}

function Result({ draft, onChange, readOnly, input }: Props & { input: InputOf<'campaigns.scopePreview'> }): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 180);
  const sums = useRead('campaigns.scopePreview', { ...input, limit: 1 }, { keep: true });
  const pages = usePagedList('campaigns.scopePreview', { ...input, search });
  const error = sums.error ?? pages.error;
  if (error !== null) return <ErrorState error={error} onRetry={() => void sums.refetch()} />;
  if (sums.data === undefined) return <LoadingRows rows={3} />;
  const { sites, headcount, activePeople, sitesWithoutPeople, sitesWithoutHeadcount, total } = sums.data;
  const added = new Set(draft.scope.siteIds);
  return (
    <Stack gap="sm">
      <div className={classes['result']}>
        <Text fw={600} aria-live="polite">
          {t('scope.sites', { count: sites, number: format.number(sites) })}
        </Text>
        {sites > 0 && (
          <Text size="sm" c="dimmed">
            {[
              sites === sitesWithoutHeadcount
                ? null
                : t('scope.headcount', { count: headcount, number: format.number(headcount) }),
              t('scope.people', { count: activePeople, number: format.number(activePeople) }),
              sitesWithoutPeople === 0
                ? null
                : t('scope.alone', { count: sitesWithoutPeople, number: format.number(sitesWithoutPeople) }),
            ]
              .filter((part) => part !== null)
              .join(', ')}
          </Text>
        )}
      </div>
      {total > 6 && (
        <TextInput
          size="xs"
          aria-label={t('scope.search')}
          placeholder={t('scope.search')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {total > 0 && pages.total === 0 && !pages.loading && (
        <Text size="sm" c="dimmed">
          {words('noMatch')}
        </Text>
      )}
      {pages.total > 0 && (
        <SiteLines
          label={t('scope.list')}
          pages={pages}
          remark={(row) =>
            row.place !== 'in' ? (
              <span className={classes['mark']} data-place={row.place}>
                {t(`scope.place.${row.place}`)}
              </span>
            ) : draft.mode === 'criteria' && added.has(row.id) ? (
              <span className={classes['mark']}>{t('scope.byHandMark')}</span>
            ) : null
          }
          action={(row) =>
            readOnly || row.place === 'leaving'
              ? null
              : {
                  label: t(draft.mode === 'chosen' ? 'scope.takeOut' : 'scope.leaveOut'),
                  icon: <IconX size={16} stroke={1.6} />,
                  run: () => onChange(withoutSites(draft, [row.id])),
                }
          }
        />
      )}
    </Stack>
  );
}
