/** The window around every screen: navigation at the left, the screen at the right. */
import { ActionIcon, Badge, Button, Kbd, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLock,
  IconSearch,
} from '@tabler/icons-react';
import { memo, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { ScopeBar } from '../blocks/scope-bar/scope-bar.tsx';
import { LoadingPage } from '../components/loading.tsx';
import { ScreenBar } from '../components/screen.tsx';
import { useRead } from '../lib/api.ts';
import { usePreferences } from '../lib/preferences.tsx';
import { ScopeProvider } from '../lib/scope.tsx';
import { isMac, shortcutLabel } from '../lib/shortcuts.ts';
import { useActionList } from './actions-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { routes, type RouteEntry } from './routes.tsx';
import classes from './shell.module.css';

function NavEntry({ route, closed }: { route: RouteEntry; closed: boolean }): ReactNode {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const active = route.path === '/' ? pathname === '/' : pathname.startsWith(route.path);
  const label = t(`screen.${route.id}`);
  const link = (
    <Link
      to={route.path}
      className={classes['entry']}
      aria-current={active ? 'page' : undefined}
      aria-label={closed ? label : undefined}
    >
      <route.icon size={18} stroke={1.6} aria-hidden />
      {!closed && <span>{label}</span>}
    </Link>
  );
  return closed ? (
    <Tooltip label={label} position="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

function WorkspaceMenu({ workspace }: { workspace: WorkspaceInfo }): ReactNode {
  const { t } = useTranslation('shell');
  const { actions } = useActionList();
  const shown = actions.filter((action) => action.menu === 'file' && action.id.startsWith('file.'));
  return (
    <Menu width={280} position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes['workspace']}
          aria-label={t('workspaceMenu', { name: workspace.organisation })}
        >
          <span className={classes['organisation']}>{workspace.organisation}</span>
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map((action) => (
          <Menu.Item
            key={action.id}
            disabled={!action.enabled}
            onClick={action.run}
            rightSection={
              action.shortcut === null ? null : <Kbd size="xs">{shortcutLabel(action.shortcut, t('shiftKey'))}</Kbd>
            }
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function UndoButtons({ workspace }: { workspace: WorkspaceInfo }): ReactNode {
  const { t } = useTranslation('shell');
  const { actions } = useActionList();
  const state = useRead('history.state', {}, { keep: true });
  const run = (id: string): void => actions.find((action) => action.id === id)?.run();
  if (workspace.readOnly)
    return (
      <Tooltip label={t('readOnlyHint')} multiline w={260}>
        <Badge variant="default" size="lg" tabIndex={0} leftSection={<IconLock size={13} stroke={1.8} aria-hidden />}>
          {t('readOnly')}
        </Badge>
      </Tooltip>
    );
  return (
    <>
      <Tooltip label={t('undoHint', { keys: isMac ? '⌘Z' : 'Ctrl+Z' })}>
        <ActionIcon
          size="md"
          aria-label={t('undo')}
          disabled={(state.data?.undo ?? null) === null}
          onClick={() => run('edit.undo')}
        >
          <IconArrowBackUp size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('redoHint', { keys: isMac ? '⇧⌘Z' : `Ctrl+${t('shiftKey')}+Z` })}>
        <ActionIcon
          size="md"
          aria-label={t('redo')}
          disabled={(state.data?.redo ?? null) === null}
          onClick={() => run('edit.redo')}
        >
          <IconArrowForwardUp size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

const scopeBar = <ScopeBar />;

/** Says that the page can be used once the first screen has its data or its error. */
function ReadyFlag(): null {
  const { pathname } = useLocation();
  useEffect(() => {
    document.documentElement.dataset['appState'] = 'ready';
  }, [pathname]);
  return null;
}

/** Kept while nothing it is given changes: the progress of opening a file draws no screen again. */
export const Shell = memo(function Shell({ workspace, busy }: { workspace: WorkspaceInfo; busy: boolean }): ReactNode {
  const { t } = useTranslation('shell');
  const { preferences, set } = usePreferences();
  const { openSearch } = useActionList();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const closed = preferences.sidebar === 'closed';

  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        // A spreadsheet dropped anywhere begins its import, unless the screen shown takes files itself.
        if (event.type !== 'filesDropped') return;
        const sheet = event.paths.find((path) => /\.(csv|tsv|txt|xlsx)$/i.test(path));
        const takesFiles = document.querySelector('[data-drop-target]') !== null;
        if (sheet !== undefined && !takesFiles && !workspace.readOnly)
          void navigate('/imports', { state: { path: sheet } });
      }),
    [navigate, workspace.readOnly],
  );

  return (
    <div className={classes['shell']} data-closed={closed || undefined} aria-busy={busy}>
      <a href="#content" className={classes['skip']}>
        {t('skipToContent')}
      </a>
      <aside className={classes['sidebar']}>
        {!closed && <WorkspaceMenu workspace={workspace} />}
        <div className={classes['tools']}>
          {closed ? (
            <Tooltip label={t('search')} position="right">
              <ActionIcon size="lg" aria-label={t('search')} onClick={openSearch}>
                <IconSearch size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          ) : (
            <Button
              className={classes['search']}
              variant="default"
              justify="space-between"
              fullWidth
              leftSection={<IconSearch size={16} stroke={1.6} />}
              rightSection={<Kbd size="xs">{isMac ? '⌘K' : 'Ctrl+K'}</Kbd>}
              onClick={openSearch}
            >
              {t('search')}
            </Button>
          )}
        </div>
        <nav aria-label={t('navigation')} className={classes['nav']}>
          {routes
            .filter((route) => route.group === 'main')
            .map((route) => (
              <NavEntry key={route.id} route={route} closed={closed} />
            ))}
          <div className={classes['gap']} />
          {routes
            .filter((route) => route.group === 'tools' && (route.id !== 'imports' || !workspace.readOnly))
            .map((route) => (
              <NavEntry key={route.id} route={route} closed={closed} />
            ))}
        </nav>
        <div className={classes['foot']}>
          {!closed && <UndoButtons workspace={workspace} />}
          <span className={classes['gap']} />
          <Tooltip label={t('toggleSidebar')} position="right">
            <ActionIcon
              size="md"
              aria-label={t('toggleSidebar')}
              aria-expanded={!closed}
              onClick={() => set({ sidebar: closed ? 'open' : 'closed' })}
            >
              {closed ? (
                <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
              ) : (
                <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
              )}
            </ActionIcon>
          </Tooltip>
        </div>
      </aside>
      <main id="content" className={classes['content']} tabIndex={-1}>
        <ErrorBoundary resetKey={pathname}>
          <Suspense fallback={<LoadingPage />}>
            <ReadyFlag />
            <ScopeProvider path={workspace.path}>
              <ScreenBar value={scopeBar}>
                <Routes>
                  {routes.map((route) => (
                    <Route
                      key={route.id}
                      path={route.path === '/' ? '/' : `${route.path}/*`}
                      element={<route.component />}
                    />
                  ))}
                  <Route path="*" element={<Navigate to="/" replace />} />
                </Routes>
              </ScreenBar>
            </ScopeProvider>
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
});
