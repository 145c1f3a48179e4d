/** The files of one record: pictures as thumbnails, documents by name; added by dialog or drop, described, saved, removed. */
import { ActionIcon, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconDots, IconFile, IconPaperclip } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { maximumAttachmentBytes, type Attachment } from '#shared/attachments/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { Overtaken } from '../../components/overtaken.tsx';
import { call, useJob, useRead } from '../../lib/api.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { useEdits } from '../../lib/edits.ts';
import { useFormat } from '../../lib/format.ts';
import { showError, showToast } from '../../lib/toasts.ts';
import { AttachmentImage } from '../attachment-image.tsx';
import classes from './attachments-panel.module.css';

interface Props {
  ownerKind: Attachment['ownerKind'];
  ownerId: string;
  /** The role that one picture of the record may have, such as the cover. */
  mainRole: 'cover' | 'portrait' | null;
  readOnly: boolean;
}

async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(new AppError('file_unreadable', { path: file.name }));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}

export function AttachmentsPanel({ ownerKind, ownerId, mainRole, readOnly }: Props): ReactNode {
  const { t } = useTranslation('attachments');
  const list = useRead('attachments.list', { ownerKind, ownerId });
  const adding = useJob('attachments.add');
  const pasting = useJob('attachments.paste');
  const { start } = adding;

  // The first picture of a record becomes its face without being asked.
  const firstRole =
    mainRole !== null && list.data?.rows.every((row) => row.role !== mainRole) === true ? mainRole : 'file';

  const add = async (paths: string[]): Promise<void> => {
    if (paths.length === 0) return;
    try {
      const { rows } = await start({ ownerKind, ownerId, paths });
      const picture = rows.find((row) => row.thumbnailHash !== null);
      if (firstRole !== 'file' && picture !== undefined)
        await call('attachments.update', { id: picture.id, set: { role: firstRole } });
      await offerUndo(t('added', { count: rows.length }));
    } catch (error) {
      showError(error);
    }
  };
  const paste = async (file: File): Promise<void> => {
    try {
      if (file.size > maximumAttachmentBytes)
        throw new AppError('file_too_large', {
          path: file.name,
          size: file.size,
          what: 'bytes',
          max: maximumAttachmentBytes,
        });
      await pasting.start({ ownerKind, ownerId, role: firstRole, name: t('pastedName'), base64: await base64Of(file) });
      await offerUndo(t('added', { count: 1 }));
    } catch (error) {
      showError(error);
    }
  };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const picture = [...(event.clipboardData?.files ?? [])].find((file) => file.type.startsWith('image/'));
      if (picture === undefined || readOnly) return;
      event.preventDefault();
      void paste(picture);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
  useEffect(() =>
    window.maillage.onEvent((event) => {
      if (event.type === 'filesDropped' && !readOnly) void add(event.paths);
    }),
  );
  const choose = async (): Promise<void> =>
    add((await call('shell.chooseOpen', { purpose: 'attachment', multiple: true })).paths);

  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingRows rows={4} />;
  const rows = list.data.rows;
  return (
    <Stack gap="md" data-drop-target>
      <JobProgress job={adding} label={t('adding')} />
      <JobProgress job={pasting} label={t('adding')} />
      {rows.length === 0 ? (
        <EmptyState
          icon={IconPaperclip}
          title={t('empty')}
          text={t('emptyText')}
          actions={readOnly ? undefined : <Button onClick={() => void choose()}>{t('add')}</Button>}
        />
      ) : (
        <>
          {!readOnly && (
            <Group>
              <Button variant="default" onClick={() => void choose()}>
                {t('add')}
              </Button>
            </Group>
          )}
          <ul className={classes['list']}>
            {rows.map((row) => (
              <Entry key={row.id} row={row} mainRole={mainRole} readOnly={readOnly} />
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}

function Entry({
  row,
  mainRole,
  readOnly,
}: {
  row: Attachment;
  mainRole: Props['mainRole'];
  readOnly: boolean;
}): ReactNode {
  const { t } = useTranslation('attachments');
  const format = useFormat();
  const [describing, setDescribing] = useState(false);
  const update = useWrite('attachments.update', { toast: () => t('changed') });
  const remove = useWrite('attachments.delete', { toast: () => t('removed', { name: row.name }) });
  const save = async (): Promise<void> => {
    try {
      const { path } = await call('shell.chooseSave', { purpose: 'attachment', name: row.name });
      if (path === null) return;
      await call('attachments.save', { id: row.id, outPath: path });
      showToast(t('savedAs', { path }));
    } catch (error) {
      showError(error);
    }
  };
  const isPicture = row.thumbnailHash !== null;
  return (
    <li className={classes['entry']}>
      <span className={classes['picture']}>
        {isPicture ? (
          <AttachmentImage id={row.id} alt={row.alt ?? row.name} className={classes['image']} />
        ) : (
          <IconFile size={28} stroke={1.3} aria-hidden />
        )}
      </span>
      <div className={classes['words']}>
        <Text size="sm" fw={500} truncate>
          {row.name}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            format.bytes(row.size),
            row.width === null || row.height === null ? null : `${row.width} × ${row.height}`,
            row.role === 'file' ? null : t(`role.${row.role}`),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
        {row.alt !== null && (
          <Text size="xs" lineClamp={2}>
            {row.alt}
          </Text>
        )}
      </div>
      <Menu position="bottom-end" shadow="md" width={220}>
        <Menu.Target>
          <ActionIcon aria-label={t('actionsFor', { name: row.name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save()}>{t('save')}</Menu.Item>
          {!readOnly && isPicture && mainRole !== null && row.role !== mainRole && (
            <Menu.Item onClick={() => update.mutate({ id: row.id, set: { role: mainRole } })}>
              {t(`make.${mainRole}`)}
            </Menu.Item>
          )}
          {!readOnly && isPicture && <Menu.Item onClick={() => setDescribing(true)}>{t('describe')}</Menu.Item>}
          {!readOnly && (
            <Menu.Item color="red" onClick={() => remove.mutate({ ids: [row.id] })}>
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Describe
        opened={describing}
        row={row}
        onClose={() => setDescribing(false)}
        onSave={(set) => update.mutate({ id: row.id, set }, { onError: showError })}
      />
    </li>
  );
}

function Describe({
  opened,
  row,
  onClose,
  onSave,
}: {
  opened: boolean;
  row: Attachment;
  onClose: () => void;
  onSave: (set: { alt?: string | null; credit?: string | null }) => void;
}): ReactNode {
  const { t } = useTranslation('attachments');
  const { values, typed, set, drop, overtaken } = useEdits({ alt: row.alt ?? '', credit: row.credit ?? '' });
  const cleaned = (text: string): string | null => (text.trim() === '' ? null : text);
  const close = (): void => {
    drop();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={t('describe')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Stack>
        <div data-field>
          <TextInput
            label={t('alt')}
            description={t('altHelp')}
            value={values.alt}
            onChange={(event) => set({ alt: event.currentTarget.value })}
            maxLength={500}
            data-autofocus
          />
          {overtaken('alt') && <Overtaken value={row.alt ?? ''} onTake={() => drop(['alt'])} />}
        </div>
        <div data-field>
          <TextInput
            label={t('credit')}
            value={values.credit}
            onChange={(event) => set({ credit: event.currentTarget.value })}
            maxLength={500}
          />
          {overtaken('credit') && <Overtaken value={row.credit ?? ''} onTake={() => drop(['credit'])} />}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button
            onClick={() => {
              const changed = {
                ...(typed.alt === undefined ? {} : { alt: cleaned(typed.alt) }),
                ...(typed.credit === undefined ? {} : { credit: cleaned(typed.credit) }),
              };
              if (Object.keys(changed).length > 0) onSave(changed);
              close();
            }}
          >
            {t('keep')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
