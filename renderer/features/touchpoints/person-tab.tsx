/** A person's contacts, the latest first, with the way to note another. */
import { Anchor, Group, Stack } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { kindIcons, useTouchpointKinds } from './kinds.ts';
import NoteContact from './note-contact.tsx';
import classes from './touchpoints.module.css';

const shown = 20;

export default function PersonTouchpoints({
  id,
  name,
  readOnly,
}: {
  id: string;
  name: string;
  readOnly: boolean;
}): ReactNode {
  const { t } = useTranslation('touchpoints');
  const format = useFormat();
  const kinds = useTouchpointKinds();
  const list = useRead('touchpoints.list', { filter: { personIds: [id] }, limit: shown }, { keep: true });
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingRows rows={3} />;
  const note = readOnly ? undefined : <NoteContact id={id} name={name} asButton />;
  if (list.data.total === 0)
    return <EmptyState icon={IconMessages} title={t('none')} text={t('noneText')} actions={note} />;
  return (
    <Stack gap="md">
      {note !== undefined && <Group>{note}</Group>}
      <div>
        {list.data.rows.map((row) => {
          const Picture = kindIcons[row.kind];
          return (
            <Link key={row.id} to={`/touchpoints?record=${row.id}&person=${id}`} className={classes['entry']}>
              <Picture size={18} stroke={1.5} aria-hidden />
              <span className={classes['what']}>
                {kinds.find(({ value }) => value === row.kind)?.label}
                {row.author !== null && ` · ${row.author}`}
              </span>
              <span className={classes['when']}>{format.date(row.date)}</span>
              {row.summary !== null && <span className={classes['said']}>{row.summary}</span>}
            </Link>
          );
        })}
      </div>
      {list.data.total > shown && (
        <Anchor component={Link} to={`/touchpoints?person=${id}`} size="sm">
          {t('more', { number: format.number(list.data.total) })}
        </Anchor>
      )}
    </Stack>
  );
}
