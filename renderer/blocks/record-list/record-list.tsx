/** A list screen: search and filters, a table over pages, changes to many at once, and the panel of one record. */
import { Button, CloseButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFocus2, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { maximumPage } from '#shared/base/common.ts';
import type { InputOf, OutputOf, ReadName, WriteName } from '#shared/contract.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { TableSkeleton } from '../../components/data-table/table-skeleton.tsx';
import { ColumnMenu } from '../../components/data-table/column-menu.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { call, useRead } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';
import { PanelFocusContext } from '../../lib/panel-focus.ts';
import { usePagedList, type ListName, type RowOf } from '../../lib/paged-list.ts';
import { useScope } from '../../lib/scope.tsx';
import { showError } from '../../lib/toasts.ts';
import { ListExport } from '../export-dialog/list-export.tsx';
import type { FieldSpec, FormValues } from '../record-form/types.ts';
import { BulkEdit } from './bulk-edit.tsx';
import { ListBar } from './list-bar.tsx';
import classes from './record-list.module.css';
import { useTableSettings } from './table-settings.ts';
import type { EmptyWords } from './types.ts';

/** The most records that one action may change, as the contract says. */
const maximumSelection = 10_000;
const nobody: ReadonlySet<string> = new Set();

interface Props<N extends ListName> {
  /** Name under which the chosen columns are kept. */
  name: string;
  title: string;
  list: N;
  /** The list's input without paging; also what "select all" goes by. */
  input: InputOf<N>;
  ids: Extract<ReadName, `${string}.ids`>;
  update: Extract<WriteName, `${string}.updateMany`>;
  remove: Extract<WriteName, `${string}.delete`>;
  columns: Column<RowOf<N>>[];
  nameOf: (row: RowOf<N>) => string;
  bulkFields: FieldSpec[];
  /** More that can be done to the chosen; `done` lets go of them. */
  bulkActions?: (ids: string[], done: () => void) => ReactNode;
  state: ListState;
  filters: ReactNode;
  /** Above the bar: the other views of the same records. */
  lead?: ReactNode;
  empty: EmptyWords;
  /** Another way to begin, beside the new record. */
  otherStart?: ReactNode;
  newLabel: string;
  readOnly: boolean;
  panel: ReactNode;
  panelLabel: string;
}

export function RecordList<N extends ListName>(props: Props<N>): ReactNode {
  const { t } = useTranslation('table');
  const { t: scopeWords } = useTranslation('scope');
  const format = useFormat();
  const { state, columns, readOnly } = props;
  const { scope, active: isScoped, clear: leaveScope } = useScope();
  const input = isScoped
    ? ({ ...props.input, filter: { ...(props.input as { filter?: object }).filter, scope } } as InputOf<N>)
    : props.input;
  const pages = usePagedList(props.list, input);
  const unscoped = useRead(props.list, { ...props.input, offset: 0, limit: 1 } as InputOf<N>, {
    enabled: isScoped,
    keep: true,
  });
  const hidden = isScoped && unscoped.data !== undefined ? Math.max(0, unscoped.data.total - pages.total) : 0;
  const [choice, setChoice] = useState<{ filter: string; ids: ReadonlySet<string> }>({ filter: '', ids: nobody });
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const rows = pages as {
    total: number;
    rowAt: (index: number) => (RowOf<N> & { id: string }) | undefined;
    see: (first: number, last: number) => void;
  };

  // What is chosen must be what is seen: another filter is another choice.
  const filterKey = JSON.stringify({ ...input, sort: null, descending: null });
  const selected = choice.filter === filterKey ? choice.ids : nobody;
  const setSelected = (ids: ReadonlySet<string>): void => setChoice({ filter: filterKey, ids });
  const table = useTableSettings(props.name, columns);

  const grid = useRef<HTMLDivElement>(null);
  const [entries, setEntries] = useState(0);
  const followed = useRef(0);
  const panelFocus = useMemo(
    () => ({
      follow: () => {
        const isNew = followed.current !== entries;
        followed.current = entries;
        return isNew;
      },
      leave: () => grid.current?.focus(),
    }),
    [entries],
  );
  const open = (id: string | null): void => state.set({ record: id });
  const selectAll = (): void => {
    const { search, filter } = input as { search?: string; filter?: object };
    call(props.ids, { search: search ?? '', filter: filter ?? {} } as InputOf<typeof props.ids>).then(
      ({ ids }) => setSelected(new Set(ids)),
      showError,
    );
  };
  /** Rows between two places, whether their pages were read or not; beyond what may be changed at once it stops. */
  const selectRange = async (from: number, to: number): Promise<void> => {
    const last = Math.min(to, from + maximumSelection);
    const next = new Set(selected);
    try {
      for (let offset = from; offset <= last; offset += maximumPage) {
        const page = await call(props.list, {
          ...input,
          offset,
          limit: Math.min(maximumPage, last - offset + 1),
        } as InputOf<N>);
        for (const row of page.rows as { id: string }[]) next.add(row.id);
      }
      setSelected(next);
    } catch (error) {
      showError(error);
    }
  };
  const run = async (
    work: () => Promise<OutputOf<'sites.updateMany'>>,
    words: (count: number) => string,
  ): Promise<void> => {
    try {
      const { count } = await work();
      setSelected(new Set());
      await offerUndo(words(count));
    } catch (error) {
      showError(error);
    }
  };
  const ids = [...selected];
  const applyToAll = (set: FormValues): Promise<void> =>
    run(
      () => call(props.update, { ids, set } as InputOf<typeof props.update>),
      (count) => t('changed', { count, number: format.number(count) }),
    );
  const removeAll = (): Promise<void> => {
    if (state.record !== null && selected.has(state.record)) open(null);
    return run(
      () => call(props.remove, { ids } as InputOf<typeof props.remove>),
      (count) => t('deleted', { count, number: format.number(count) }),
    );
  };

  const listName = props.list.slice(0, props.list.indexOf('.'));
  const { search = '', filter = {} } = input as { search?: string; filter?: object };
  const narrowed = { search, filter };

  const nothing = !pages.loading && pages.total === 0;
  const tooMany = selected.size > maximumSelection;
  return (
    <Screen
      title={props.title}
      detail={
        pages.loading
          ? undefined
          : hidden > 0
            ? scopeWords('shownOf', { shown: format.number(pages.total), total: format.number(pages.total + hidden) })
            : format.number(pages.total)
      }
      layout="fill"
      aside={props.panel === null ? null : <PanelFocusContext value={panelFocus}>{props.panel}</PanelFocusContext>}
      asideLabel={props.panelLabel}
      actions={
        readOnly ? undefined : (
          <>
            {props.otherStart}
            <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => open('new')}>
              {props.newLabel}
            </Button>
          </>
        )
      }
    >
      {props.lead}
      {/* What is done to the chosen takes the place of the filters: no row moves under the pointer, none is covered. */}
      <div className={classes['head']}>
        <div className={classes['filters']} inert={selected.size > 0}>
          <ListBar state={state} filters={props.filters}>
            <ListExport list={listName} title={props.title} count={pages.total} narrowed={narrowed} />
            <ColumnMenu label={t('columns')} columns={columns} shown={table.shown} onChange={table.setShown} />
          </ListBar>
        </div>
        {selected.size > 0 && (
          <Group
            className={classes['bulk']}
            role="region"
            aria-label={t('selected', { count: selected.size, number: format.number(selected.size) })}
          >
            <Text size="sm" fw={500}>
              {t('selected', { count: selected.size, number: format.number(selected.size) })}
            </Text>
            {!readOnly && (
              <Button size="compact-sm" variant="default" disabled={tooMany} onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            )}
            {!readOnly && !tooMany && props.bulkActions?.(ids, () => setSelected(new Set()))}
            {!readOnly && (
              <Button
                size="compact-sm"
                variant="default"
                color="red"
                disabled={tooMany}
                onClick={() => setDeleting(true)}
              >
                {t('delete')}
              </Button>
            )}
            <ListExport
              list={listName}
              title={props.title}
              count={selected.size}
              narrowed={narrowed}
              ids={ids}
              chosen
            />
            {tooMany && (
              <Text size="sm" c="dimmed">
                {t('tooMany')}
              </Text>
            )}
            <span className={classes['gap']} />
            <CloseButton size="sm" aria-label={t('unselect')} onClick={() => setSelected(new Set())} />
          </Group>
        )}
      </div>
      {pages.error !== null ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.loading ? (
        <TableSkeleton widths={table.columns.map((column) => column.width)} />
      ) : nothing && hidden > 0 ? (
        <EmptyState
          icon={IconFocus2}
          title={scopeWords('nothing')}
          text={scopeWords('hides', { count: hidden, number: format.number(hidden) })}
          actions={
            <Button variant="default" onClick={leaveScope}>
              {scopeWords('clear')}
            </Button>
          }
        />
      ) : nothing && state.filtered ? (
        <EmptyState
          icon={IconSearch}
          title={t('noMatch')}
          text={t('noMatchText')}
          actions={
            <Button variant="default" onClick={state.clear}>
              {t('clear')}
            </Button>
          }
        />
      ) : nothing ? (
        <EmptyState
          icon={props.empty.icon}
          title={props.empty.title}
          text={props.empty.text}
          actions={
            readOnly ? undefined : (
              <>
                <Button component={Link} to={props.empty.importTo}>
                  {props.empty.importLabel}
                </Button>
                {props.otherStart}
                <Button variant="default" onClick={() => open('new')}>
                  {props.newLabel}
                </Button>
              </>
            )
          }
        />
      ) : (
        <DataTable
          label={props.title}
          columns={table.columns as Column<RowOf<N> & { id: string }>[]}
          rows={rows}
          sort={state.sort}
          descending={state.descending}
          onSort={(sort, descending) => state.set({ sort, descending: String(descending) })}
          openId={state.record}
          onOpen={(row) => open(row.id)}
          onEnter={(row) => {
            open(row.id);
            setEntries((count) => count + 1);
          }}
          onClose={() => open(null)}
          gridRef={grid}
          selection={{ ids: selected, set: setSelected }}
          onSelectAll={selectAll}
          onRange={(from, to) => void selectRange(from, to)}
          onResize={table.setWidth}
          selectRowLabel={(row) => t('selectRow', { name: props.nameOf(row) })}
          selectAllLabel={t('selectAll')}
          {...(readOnly ? {} : { onDelete: () => setDeleting(true) })}
        />
      )}
      <BulkEdit
        opened={editing}
        count={selected.size}
        fields={props.bulkFields}
        onClose={() => setEditing(false)}
        onApply={applyToAll}
      />
      <Modal
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={t('deleteTitle', { count: selected.size, number: format.number(selected.size) })}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <Stack>
          <Text>{t('deleteHelp')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setDeleting(false)}>
              {t('cancel')}
            </Button>
            <Button
              color="red"
              data-autofocus
              onClick={() => {
                setDeleting(false);
                void removeAll();
              }}
            >
              {t('delete')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Screen>
  );
}
