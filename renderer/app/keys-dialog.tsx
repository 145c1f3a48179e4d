/** Every key that does something, by where it does: what the screen shown listens to first, then commands, screens, and all other places. */
import { Kbd, Modal, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { fold } from '#shared/base/fold.ts';
import type { Action } from '../lib/actions.ts';
import { useCatalogue } from '../lib/features.ts';
import { sharedModifiers, type KeyGroup } from '../lib/keys.ts';
import { useKeysLabel, useWord } from '../lib/use-word.ts';
import classes from './keys-dialog.module.css';
import { paletteKeys } from './palette/keys.ts';

interface Line {
  label: string;
  keys: readonly string[];
}
interface Group {
  id: string;
  title: string;
  here: boolean;
  lines: Line[];
}

/** All groups, each once, those of the screen shown before the others. */
function useGroups(actions: readonly Action[]): Group[] {
  const { t } = useTranslation('shell');
  const word = useWord();
  const { pathname } = useLocation();
  const { screens } = useCatalogue();
  const here = screens.find(({ screen }) => screen.path === pathname)?.keys ?? [];
  const groupOf = (group: KeyGroup): Group => ({
    id: group.id,
    title: word(group.title),
    here: here.some(({ id }) => id === group.id),
    lines: Object.values(group.lines).map(({ keys, label }) => ({ label: word(label), keys })),
  });
  const commands = (id: string, title: string, shown: (action: Action) => boolean): Group => ({
    id,
    title,
    here: false,
    lines: actions.filter((one) => shown(one) && one.keys.length > 0).map(({ label, keys }) => ({ label, keys })),
  });
  const places = [...here, ...screens.flatMap(({ keys = [] }) => keys)];
  const once = places.filter(({ id }, at) => places.findIndex((one) => one.id === id) === at).map(groupOf);
  return [
    ...once.filter((group) => group.here),
    commands('commands', t('keys.commands'), ({ menu }) => menu !== 'go'),
    commands('go', t('keys.go'), ({ menu }) => menu === 'go'),
    groupOf(paletteKeys),
    ...once.filter((group) => !group.here),
  ];
}

export function KeysDialog({
  opened,
  onClose,
  actions,
}: {
  opened: boolean;
  onClose: () => void;
  actions: readonly Action[];
}): ReactNode {
  const { t } = useTranslation('shell');
  const [text, setText] = useState('');
  const groups = useGroups(actions);
  const sought = fold(text.trim());
  const shown = groups
    .map((group) =>
      fold(group.title).includes(sought)
        ? group
        : { ...group, lines: group.lines.filter(({ label }) => fold(label).includes(sought)) },
    )
    .filter(({ lines }) => lines.length > 0);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={() => setText('')}
      title={t('shortcuts')}
      size={920}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <TextInput
        aria-label={t('findKey')}
        placeholder={t('findKey')}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        mb="lg"
        data-autofocus
      />
      {shown.length === 0 && (
        <p className={classes['none']} role="status">
          {t('noKey')}
        </p>
      )}
      <div className={classes['groups']}>
        {shown.map((group) => (
          <section key={group.id} className={classes['group']} aria-label={group.title}>
            <Title order={3} fz={13} ff="text" c="dimmed" mb={4}>
              {group.title}
              {group.here && <span className={classes['here']}>{t('here')}</span>}
            </Title>
            <dl className={classes['lines']}>
              {group.lines.map((line) => (
                <KeyRow key={line.label} line={line} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** A modifier that all keys of a line share is written once: "Maj ↑ ↓". */
function KeyRow({ line }: { line: Line }): ReactNode {
  const keysLabel = useKeysLabel();
  const [shared, rest] = line.keys.length > 1 ? sharedModifiers(line.keys) : [[], line.keys];
  return (
    <div className={classes['line']}>
      <dt>{line.label}</dt>
      <dd>
        {[...shared, ...rest].map((keys) => (
          <Kbd key={keys} size="xs">
            {keysLabel(keys)}
          </Kbd>
        ))}
      </dd>
    </div>
  );
}
