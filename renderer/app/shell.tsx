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
import { Fragment, memo, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import type { WorkspaceInfo } from '#shared/workspace/contract.ts';
import { ScopeBar } from '../blocks/scope-bar/scope-bar.tsx';
import { LoadingPage } from '../components/loading.tsx';
import { ScreenBar } from '../components/screen.tsx';
import { useRead } from '../lib/api.ts';
import type { FeatureScreen } from '../lib/feature.ts';
import { useCatalogue } from '../lib/features.ts';
import { loadAhead } from '../lib/lazily.tsx';
import { ScopeProvider } from '../lib/scope.tsx';
import { useSidebar } from '../lib/use-sidebar.ts';
import { useKeysLabel, useWord } from '../lib/use-word.ts';
import { useActionList } from './actions/actions-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import classes from './shell.module.css';

/** Where the tooltip of a folded entry stands: inside the navigation it belongs to, yet never cut by it. */
const inPlace = { withinPortal: false, floatingStrategy: 'fixed' } as const;

function NavEntry({ screen, closed }: { screen: FeatureScreen; closed: boolean }): ReactNode {
  const word = useWord();
  const { pathname } = useLocation();
  const active = screen.path === '/' ? pathname === '/' : pathname.startsWith(screen.path);
  const label = word(screen.label);
  const link = (
    <Link
      to={screen.path}
      className={classes['entry']}
      aria-current={active ? 'page' : undefined}
      aria-label={closed ? label : undefined}
      onPointerEnter={() => loadAhead(screen.component)}
      onFocus={() => loadAhead(screen.component)}
    >
      <screen.icon size={18} stroke={1.6} aria-hidden />
      {!closed && <span>{label}</span>}
    </Link>
  );
  return closed ? (
    <Tooltip label={label} position="right" {...inPlace}>
      {link}
    </Tooltip>
  ) : (
    link
  );
}

function WorkspaceMenu({ workspace, closed }: { workspace: WorkspaceInfo; closed: boolean }): ReactNode {
  const { t } = useTranslation('shell');
  const { actions } = useActionList();
  const keysLabel = useKeysLabel();
  // As it is called now: it may have been renamed since the file was opened.
  const name = useRead('organisation.get', {}).data?.name ?? workspace.organisation;
  const shown = actions.filter((action) => action.menu === 'file' && action.id.startsWith('file.'));
  return (
    <Menu width={280} position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes['workspace']}
          aria-label={t('workspaceMenu', { name })}
          title={closed ? name : undefined}
        >
          {closed ? (
            <span className={classes['initial']} aria-hidden>
              {[...name.trim()][0]?.toLocaleUpperCase() ?? '·'}
            </span>
          ) : (
            <>
              <span className={classes['organisation']}>{name}</span>
              <IconChevronDown size={14} stroke={1.8} aria-hidden />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map((action) => (
          <Menu.Item
            key={action.id}
            disabled={!action.enabled}
            onClick={action.run}
            rightSection={action.shortcut === null ? null : <Kbd size="xs">{keysLabel(action.shortcut)}</Kbd>}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function UndoButtons({ workspace, closed }: { workspace: WorkspaceInfo; closed: boolean }): ReactNode {
  const { t } = useTranslation('shell');
  const { actions } = useActionList();
  const keysLabel = useKeysLabel();
  const state = useRead('history.state', {}, { keep: true });
  const run = (id: string): void => actions.find((action) => action.id === id)?.run();
  const keysOf = (id: string): string => keysLabel(actions.find((action) => action.id === id)?.shortcut ?? '');
  if (workspace.readOnly) {
    const why = t(`readOnlyReason.${workspace.readOnlyReason ?? 'file'}`);
    return (
      <Tooltip label={`${why} ${t('readOnlyHint')}`} multiline w={280}>
        {closed ? (
          <span className={classes['lock']} role="img" tabIndex={0} aria-label={t('readOnly')}>
            <IconLock size={16} stroke={1.8} aria-hidden />
          </span>
        ) : (
          <Badge variant="default" size="lg" tabIndex={0} leftSection={<IconLock size={13} stroke={1.8} aria-hidden />}>
            {t('readOnly')}
          </Badge>
        )}
      </Tooltip>
    );
  }
  return (
    <>
      <Tooltip label={t('undoHint', { keys: keysOf('edit.undo') })}>
        <ActionIcon
          size="md"
          aria-label={t('undo')}
          disabled={(state.data?.undo ?? null) === null}
          onClick={() => run('edit.undo')}
        >
          <IconArrowBackUp size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('redoHint', { keys: keysOf('edit.redo') })}>
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

/** Says that the page can be used, and of which address the screen shown is: the next one is first read from disk. */
function ReadyFlag(): null {
  const { pathname, search } = useLocation();
  useEffect(() => {
    document.documentElement.dataset['appState'] = 'ready';
    document.documentElement.dataset['address'] = `${pathname}${search}`;
  }, [pathname, search]);
  return null;
}

/** Kept while nothing it is given changes: the progress of opening a file draws no screen again. */
export const Shell = memo(function Shell({ workspace, busy }: { workspace: WorkspaceInfo; busy: boolean }): ReactNode {
  const { t } = useTranslation('shell');
  const { isOpen, toggle } = useSidebar();
  const { openSearch } = useActionList();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const keysLabel = useKeysLabel();
  const { features, screens } = useCatalogue();
  const closed = !isOpen;

  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        // A file dropped anywhere goes where such files are taken, unless the screen shown takes files itself.
        if (event.type !== 'filesDropped' || workspace.readOnly) return;
        if (document.querySelector('[data-drop-target]') !== null) return;
        for (const { takesFiles } of features) {
          const path = event.paths.find((one) => takesFiles?.named.test(one));
          if (path !== undefined) {
            takesFiles?.open(path, navigate);
            return;
          }
        }
      }),
    [navigate, features, workspace.readOnly],
  );

  return (
    <div className={classes['shell']} data-closed={closed || undefined} aria-busy={busy}>
      <a href="#content" className={classes['skip']}>
        {t('skipToContent')}
      </a>
      <aside className={classes['sidebar']}>
        <WorkspaceMenu workspace={workspace} closed={closed} />
        <div className={classes['tools']}>
          {closed ? (
            <Tooltip label={t('search')} position="right" {...inPlace}>
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
              rightSection={<Kbd size="xs">{keysLabel('Mod+K')}</Kbd>}
              onClick={openSearch}
            >
              {t('search')}
            </Button>
          )}
        </div>
        <nav aria-label={t('navigation')} className={classes['nav']}>
          {(['main', 'tools'] as const).map((group) => (
            <Fragment key={group}>
              {group === 'tools' && <div className={classes['gap']} />}
              {screens
                .filter(({ screen }) => screen.group === group && !(screen.writes === true && workspace.readOnly))
                .map(({ id, screen }) => (
                  <NavEntry key={id} screen={screen} closed={closed} />
                ))}
            </Fragment>
          ))}
        </nav>
        <div className={classes['foot']}>
          <UndoButtons workspace={workspace} closed={closed} />
          <span className={classes['gap']} />
          <Tooltip label={t('toggleSidebar')} position="right" {...inPlace}>
            <ActionIcon size="md" aria-label={t('toggleSidebar')} aria-expanded={!closed} onClick={toggle}>
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
                  {screens.map(({ id, screen }) => (
                    <Route
                      key={id}
                      path={screen.path === '/' ? '/' : `${screen.path}/*`}
                      element={<screen.component />}
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
