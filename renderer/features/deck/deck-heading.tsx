/** Which edition and language the deck is of, and what can be done with the whole of it. */
import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconDots, IconPlus, IconRestore, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '#shared/base/common.ts';
import type { DeckInfo } from '#shared/deck/contract.ts';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './deck.module.css';
import { editionLabel } from '#shared/awards/edition-label.ts';
import type { DeckState } from './state.ts';

interface Props {
  deck: DeckInfo;
  editions: { id: string; name: string; year: number }[];
  rows: DeckInfo[];
  state: DeckState;
  readOnly: boolean;
}

const blank = <span style={{ width: 14, display: 'inline-block' }} />;

export function DeckHeading({ deck, editions, rows, state, readOnly }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const label = editionLabel({ name: deck.editionName, year: deck.year });
  return (
    <span className={classes['heading']}>
      <Menu width={320} position="bottom-start" shadow="md">
        <Menu.Target>
          <UnstyledButton className={classes['pick']} aria-label={`${t('edition')}: ${label}`}>
            {label}
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {editions.map((one) => (
            <Menu.Item
              key={one.id}
              leftSection={one.id === deck.editionId ? <IconCheck size={14} aria-hidden /> : blank}
              onClick={() => state.set({ edition: one.id, lang: null, slide: null, panel: null })}
            >
              {editionLabel(one)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu width={220} position="bottom-start" shadow="md">
        <Menu.Target>
          <UnstyledButton className={classes['pick']} aria-label={`${t('language')}: ${t(`lang.${deck.lang}`)}`}>
            {t(`lang.${deck.lang}`)}
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {languages.map((lang) => {
            const exists = rows.some((row) => row.editionId === deck.editionId && row.lang === lang);
            return (
              <Menu.Item
                key={lang}
                leftSection={
                  lang === deck.lang ? (
                    <IconCheck size={14} aria-hidden />
                  ) : exists ? (
                    blank
                  ) : (
                    <IconPlus size={14} aria-hidden />
                  )
                }
                onClick={() => state.set({ edition: deck.editionId, lang, slide: null, panel: null })}
              >
                {t(`lang.${lang}`)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {!readOnly && <DeckActions deck={deck} state={state} />}
    </span>
  );
}

function DeckActions({ deck, state }: { deck: DeckInfo; state: DeckState }): ReactNode {
  const { t } = useTranslation('deck');
  const reset = useWrite('deck.build', { toast: () => t('wasReset'), onDone: () => state.set({ slide: null }) });
  const remove = useWrite('deck.delete', { toast: () => t('deleted', { name: deck.editionName }) });
  return (
    <Menu width={280} position="bottom-start" shadow="md">
      <Menu.Target>
        <Tooltip label={t('more')}>
          <ActionIcon aria-label={t('more')}>
            <IconDots size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconRestore size={15} stroke={1.6} />}
          onClick={() =>
            reset.mutate({ editionId: deck.editionId, lang: deck.lang, reset: true }, { onError: showError })
          }
        >
          {t('reset')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          c="var(--danger)"
          leftSection={<IconTrash size={15} stroke={1.6} />}
          onClick={() => remove.mutate({ id: deck.id }, { onError: showError })}
        >
          {t('delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
