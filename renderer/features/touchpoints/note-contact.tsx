/** A contact noted in two clicks beside a person's name: one for the menu, one for the kind. It was today, by whoever notes it. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import { kindIcons, useTouchpointKinds } from './kinds.ts';
import classes from './touchpoints.module.css';

interface Props {
  id: string;
  name: string;
  /** In a row of a table: small, shown under the pointer, out of the way of Tab. */
  inRow?: boolean;
  /** As a button with its words. */
  asButton?: boolean;
}

export default function NoteContact({ id, name, inRow = false, asButton = false }: Props): ReactNode {
  const { t } = useTranslation('touchpoints');
  const kinds = useTouchpointKinds();
  const [opened, setOpened] = useState(false);
  const note = useWrite('touchpoints.create', {
    toast: (made) => t('noted', { kind: kinds.find(({ value }) => value === made.kind)?.label ?? '', name }),
  });
  const label = t('note', { name });
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" shadow="md" withinPortal returnFocus>
      <Menu.Target>
        {asButton ? (
          <Button variant="default" leftSection={<IconMessagePlus size={16} stroke={1.6} />}>
            {t('noteHere')}
          </Button>
        ) : (
          <ActionIcon
            className={inRow ? classes['inRow'] : undefined}
            data-opened={opened || undefined}
            size={inRow ? 'sm' : 'md'}
            aria-label={label}
            title={label}
            tabIndex={inRow ? -1 : 0}
            onClick={(event) => event.stopPropagation()}
          >
            <IconMessagePlus size={inRow ? 16 : 18} stroke={1.6} />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
        <Menu.Label>{t('today')}</Menu.Label>
        {kinds.map(({ value, label: word }) => {
          const Picture = kindIcons[value];
          return (
            <Menu.Item
              key={value}
              leftSection={<Picture size={16} stroke={1.6} aria-hidden />}
              onClick={() => note.mutate({ personId: id, kind: value }, { onError: showError })}
            >
              {word}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
