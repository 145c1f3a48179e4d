/** The edition shown, the others to choose from, and what can be done with it. */
import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconDots,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionRow } from '#shared/awards/contract.ts';
import { editionLabel } from '#shared/awards/edition-label.ts';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './awards.module.css';
import { EditionDialog } from './edition-dialog.tsx';

interface Props {
  rows: EditionRow[];
  chosen: EditionRow;
  readOnly: boolean;
  onPick: (id: string | null) => void;
}

export function EditionMenu({ rows, chosen, readOnly, onPick }: Props): ReactNode {
  const { t } = useTranslation('awards');
  return (
    <span className={classes['edition']}>
      <Menu width={320} position="bottom-start" shadow="md">
        <Menu.Target>
          <UnstyledButton
            className={classes['editionName']}
            aria-label={`${t('edition.pick')}: ${editionLabel(chosen)}`}
          >
            {editionLabel(chosen)}
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {rows.map((row) => (
            <Menu.Item
              key={row.id}
              onClick={() => onPick(row.id)}
              leftSection={
                row.id === chosen.id ? (
                  <IconCheck size={14} aria-hidden />
                ) : (
                  <span style={{ width: 14, display: 'inline-block' }} />
                )
              }
              rightSection={<span className={classes['muted']}>{t(`status.${row.status}`)}</span>}
            >
              {editionLabel(row)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {!readOnly && <EditionActions rows={rows} chosen={chosen} onGone={() => onPick(null)} />}
    </span>
  );
}

function EditionActions({
  rows,
  chosen,
  onGone,
}: {
  rows: EditionRow[];
  chosen: EditionRow;
  onGone: () => void;
}): ReactNode {
  const { t } = useTranslation('awards');
  const [editing, setEditing] = useState(false);
  const close = useWrite('awards.close', { toast: ({ name }) => t('edition.closed', { name }) });
  const reopen = useWrite('awards.reopen', { toast: ({ name }) => t('edition.reopened', { name }) });
  const remove = useWrite('awards.deleteEditions', {
    toast: () => t('edition.deleted', { name: editionLabel(chosen) }),
    onDone: onGone,
  });
  const closed = chosen.status === 'closed';
  return (
    <>
      <Menu width={240} position="bottom-start" shadow="md">
        <Menu.Target>
          <Tooltip label={t('edition.more')}>
            <ActionIcon aria-label={t('edition.more')}>
              <IconDots size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {!closed && (
            <Menu.Item leftSection={<IconPencil size={15} stroke={1.6} />} onClick={() => setEditing(true)}>
              {t('edition.edit')}
            </Menu.Item>
          )}
          {closed ? (
            <Menu.Item
              leftSection={<IconLockOpen size={15} stroke={1.6} />}
              onClick={() => reopen.mutate({ id: chosen.id }, { onError: showError })}
            >
              {t('edition.reopen')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconLock size={15} stroke={1.6} />}
              onClick={() => close.mutate({ id: chosen.id }, { onError: showError })}
            >
              {t('edition.close')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            c="var(--danger)"
            leftSection={<IconTrash size={15} stroke={1.6} />}
            onClick={() => remove.mutate({ ids: [chosen.id] }, { onError: showError })}
          >
            {t('edition.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && <EditionDialog edition={chosen} editions={rows} onClose={() => setEditing(false)} />}
    </>
  );
}
