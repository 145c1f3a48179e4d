/** The first thing anyone sees: what this is, and three ways in. */
import { Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconFilePlus, IconFolderOpen, IconSparkles, IconX } from '@tabler/icons-react';
import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../components/job-progress.tsx';
import { call, useRead, type Job } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { showError } from '../../lib/toasts.ts';
import { MeshPicture } from './mesh-picture.tsx';
import classes from './welcome.module.css';

interface Props {
  busy: boolean;
  building: Job<'workspace.create'>;
  onCreate: () => Promise<void>;
  onOpen: () => Promise<void>;
  onOpenPath: (path: string) => Promise<void>;
  onDemo: () => Promise<void>;
}

export function WelcomeScreen({ busy, building, onCreate, onOpen, onOpenPath, onDemo }: Props): ReactNode {
  const { t } = useTranslation('welcome');
  const { preferences, set } = usePreferences();
  const other = preferences.lang === 'fr' ? 'en' : 'fr';
  return (
    <main className={classes['welcome']}>
      <section className={classes['picture']} aria-hidden="true">
        <MeshPicture />
      </section>
      <section className={classes['entry']}>
        <Group justify="flex-end">
          <Button variant="subtle" size="compact-sm" lang={other} onClick={() => set({ lang: other })}>
            {t('otherLanguage')}
          </Button>
        </Group>
        <Stack gap="xl" className={classes['middle']}>
          <div>
            <Title order={1}>{t('title')}</Title>
            <Text size="lg" c="dimmed" mt="sm">
              {t('text')}
            </Text>
          </div>
          {building.running ? (
            <JobProgress job={building} label={t('building')} />
          ) : (
            <Stack gap="xs">
              <Choice
                icon={<IconSparkles size={22} stroke={1.5} />}
                title={t('demo')}
                text={t('demoText')}
                disabled={busy}
                onClick={onDemo}
                primary
              />
              <Choice
                icon={<IconFilePlus size={22} stroke={1.5} />}
                title={t('create')}
                text={t('createText')}
                disabled={busy}
                onClick={onCreate}
              />
              <Choice
                icon={<IconFolderOpen size={22} stroke={1.5} />}
                title={t('open')}
                text={t('openText')}
                disabled={busy}
                onClick={onOpen}
              />
            </Stack>
          )}
          <Recent onOpenPath={onOpenPath} disabled={busy} />
        </Stack>
        <Text size="sm" c="dimmed">
          {t('local')}
        </Text>
      </section>
    </main>
  );
}

function Choice({
  icon,
  title,
  text,
  primary = false,
  disabled,
  onClick,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  primary?: boolean;
  disabled: boolean;
  onClick: () => Promise<void>;
}): ReactNode {
  return (
    <UnstyledButton
      className={classes['choice']}
      data-primary={primary || undefined}
      disabled={disabled}
      onClick={() => void onClick()}
    >
      <span className={classes['icon']} aria-hidden="true">
        {icon}
      </span>
      <span>
        <span className={classes['choiceTitle']}>{title}</span>
        <span className={classes['choiceText']}>{text}</span>
      </span>
    </UnstyledButton>
  );
}

function Recent({
  onOpenPath,
  disabled,
}: {
  onOpenPath: (path: string) => Promise<void>;
  disabled: boolean;
}): ReactNode {
  const { t } = useTranslation('welcome');
  const format = useFormat();
  const recent = useRead('shell.recent', {});
  const rows = recent.data?.rows ?? [];
  if (rows.length === 0) return null;
  const forget = (path: string): void => {
    call('shell.forgetRecent', { path }).catch(showError);
  };
  return (
    <div>
      <Title order={2} fz={14} mb={4} ff="text">
        {t('recent')}
      </Title>
      <ul className={classes['recent']}>
        {rows.map((row) => (
          <li key={row.path}>
            <UnstyledButton
              className={classes['file']}
              disabled={disabled || !row.exists}
              onClick={() => void onOpenPath(row.path)}
              title={row.path}
            >
              <span>{row.name}</span>
              <span className={classes['when']}>{row.exists ? format.dateTime(row.openedAt) : t('gone')}</span>
            </UnstyledButton>
            <ActionIcon size="sm" aria-label={t('forget', { name: row.name })} onClick={() => forget(row.path)}>
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </div>
  );
}
