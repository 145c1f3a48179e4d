/** Every key that does something, by where it does: the commands of the app, tables, records, the jury's grid. */
import { Kbd, Modal, SimpleGrid, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcutLabel, type Action } from '../lib/shortcuts.ts';
import classes from './shortcuts-dialog.module.css';

interface Line {
  label: string;
  keys: string[];
}

/** Keys of the parts of a screen, as `Mod+A`; arrows and named keys are written by their words. */
const tableKeys = {
  move: ['↑', '↓'],
  ends: ['home', 'end'],
  open: ['enter'],
  choose: ['space'],
  range: ['shift', '↑', '↓'],
  all: ['Mod+A'],
  unchoose: ['escape'],
  remove: ['delete'],
  width: ['Alt', '←', '→'],
} as const;
const recordKeys = { save: ['Mod+S'], close: ['escape'] } as const;
const gridKeys = { move: ['↑', '↓', '←', '→'], next: ['enter'], paste: ['Mod+V'] } as const;
const named = ['home', 'end', 'enter', 'space', 'shift', 'escape', 'delete'] as const;

export function ShortcutsDialog({
  opened,
  onClose,
  actions,
}: {
  opened: boolean;
  onClose: () => void;
  actions: Action[];
}): ReactNode {
  const { t } = useTranslation('shell');
  const word = (key: string): string => {
    const name = named.find((one) => one === key);
    return name === undefined ? shortcutLabel(key, t('shiftKey')) : t(`key.${name}`);
  };
  const part = (group: 'table' | 'record' | 'grid', keys: Record<string, readonly string[]>): Line[] =>
    Object.entries(keys).map(([id, list]) => ({
      label: t(`keys.${group}.${id}` as 'keys.table.move'),
      keys: list.map(word),
    }));
  const commands = (menus: Action['menu'][]): Line[] =>
    actions
      .filter((action) => menus.includes(action.menu) && action.shortcut !== null)
      .map((action) => ({ label: action.label, keys: [shortcutLabel(action.shortcut ?? '', t('shiftKey'))] }));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts')}
      size={880}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <SimpleGrid cols={2} spacing={40} verticalSpacing="lg">
        <div>
          <Group title={t('keys.commands')} lines={commands(['file', 'edit', 'view', 'help'])} />
          <Group title={t('keys.record.title')} lines={part('record', recordKeys)} />
          <Group title={t('keys.grid.title')} lines={part('grid', gridKeys)} />
        </div>
        <div>
          <Group title={t('keys.go')} lines={commands(['go'])} />
          <Group title={t('keys.table.title')} lines={part('table', tableKeys)} />
        </div>
      </SimpleGrid>
    </Modal>
  );
}

function Group({ title, lines }: { title: string; lines: Line[] }): ReactNode {
  return (
    <section className={classes['group']}>
      <Title order={3} fz={13} ff="text" c="dimmed" mb={4}>
        {title}
      </Title>
      <dl className={classes['lines']}>
        {lines.map((line) => (
          <div key={line.label} className={classes['line']}>
            <dt>{line.label}</dt>
            <dd>
              {line.keys.map((key) => (
                <Kbd key={key} size="xs">
                  {key}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
