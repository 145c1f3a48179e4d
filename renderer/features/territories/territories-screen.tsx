/** The tree of territories, with what each holds. */
import { Button } from '@mantine/core';
import { IconHierarchy, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ListExport } from '../../blocks/export-dialog/list-export.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRead } from '../../lib/api.ts';
import { territoryKindIn } from '#shared/territories/kind-words.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { useScope } from '../../lib/scope.tsx';
import { useListState } from '../../lib/list-state.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import classes from './territories.module.css';
import { TerritoryPanel } from './territory-panel.tsx';

export function TerritoriesScreen(): ReactNode {
  const { t, i18n } = useTranslation('territories');
  const { t: scopeWords } = useTranslation('scope');
  const readOnly = useReadOnly();
  const format = useFormat();
  const state = useListState('name');
  const { scope, active } = useScope();
  const list = useRead('territories.list', active ? { scope } : {}, { keep: true });
  const whole = useRead('territories.list', {}, { enabled: active });
  const rows = list.data?.rows ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => state.set({ record: 'new' })}>
      {t('new')}
    </Button>
  );
  const content =
    list.error !== null ? (
      <ErrorState error={list.error} onRetry={() => void list.refetch()} />
    ) : list.data === undefined ? (
      <LoadingRows />
    ) : rows.length === 0 ? (
      <EmptyState
        icon={IconHierarchy}
        title={t('empty')}
        text={t('emptyText')}
        actions={
          readOnly ? undefined : (
            <>
              <Button component={Link} to="/imports?kind=territories">
                {t('import')}
              </Button>
              <Button variant="default" onClick={() => state.set({ record: 'new' })}>
                {t('new')}
              </Button>
            </>
          )
        }
      />
    ) : (
      <table className={classes['tree']}>
        <thead>
          <tr>
            <th scope="col">{fieldName('name')}</th>
            <th scope="col">{fieldName('code')}</th>
            <th scope="col">{fieldName('kind')}</th>
            <th scope="col" data-right>
              {fieldName('sites')}
            </th>
            <th scope="col" data-right>
              {fieldName('people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-open={row.id === state.record || undefined}>
              <td style={{ paddingLeft: 32 + row.depth * 24 }}>
                <button type="button" className={classes['name']} onClick={() => state.set({ record: row.id })}>
                  {row.colour !== null && (
                    <span className={classes['dot']} style={{ background: row.colour }} aria-hidden="true" />
                  )}
                  {row.name}
                </button>
              </td>
              <td>{row.code}</td>
              <td>{territoryKindIn(row.kind, i18n.language)}</td>
              <td data-right>{format.number(row.sites)}</td>
              <td data-right>{format.number(row.people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  return (
    <Screen
      title={t('title')}
      detail={
        list.data === undefined
          ? undefined
          : active && whole.data !== undefined && whole.data.rows.length > rows.length
            ? scopeWords('shownOf', { shown: format.number(rows.length), total: format.number(whole.data.rows.length) })
            : format.number(rows.length)
      }
      layout="fill"
      actions={
        <>
          <ListExport
            list="territories"
            title={t('title')}
            count={rows.length}
            narrowed={{}}
            {...(active ? { ids: rows.map((row) => row.id) } : {})}
          />
          {!readOnly && add}
        </>
      }
      aside={
        state.record === null ? null : (
          <TerritoryPanel
            key={state.record}
            id={state.record}
            rows={rows}
            readOnly={readOnly}
            onClose={() => state.set({ record: null })}
            onCreated={(id) => state.set({ record: id })}
          />
        )
      }
      asideLabel={t('panel')}
    >
      <div className={classes['scroll']}>{content}</div>
    </Screen>
  );
}
