/** One box over everything: records by name, commands by what they are called. The first answer is chosen; Enter takes it. */
import { Kbd, Modal, TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../lib/actions.ts';
import { heard } from '../../lib/keys.ts';
import { useKeysLabel } from '../../lib/use-word.ts';
import { paletteKeys } from './keys.ts';
import classes from './palette.module.css';
import { useEntries, type Entry } from './use-entries.tsx';

interface Props {
  opened: boolean;
  onClose: () => void;
  actions: readonly Action[];
}

export function Palette({ opened, onClose, actions }: Props): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={640}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      attributes={{ content: { 'aria-label': t('search') } }}
    >
      <Box opened={opened} onClose={onClose} actions={actions} />
    </Modal>
  );
}

function Box({ opened, onClose, actions }: Props): ReactNode {
  const { t } = useTranslation('shell');
  const [query, setQuery] = useState('');
  const { groups, fresh } = useEntries(query, opened, actions);
  const all = groups.flatMap(({ entries }) => entries);
  // Nothing chosen by key or pointer: the first.
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === chosen),
  );
  const current = all[at];
  const run = (entry: Entry): void => {
    onClose();
    entry.run();
  };

  // Enter is for what was typed, not for what is still shown of an earlier text: then it waits for the answer.
  const entered = useRef(false);
  useEffect(() => {
    if (!entered.current || !fresh) return;
    entered.current = false;
    if (current !== undefined) run(current);
  });

  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const line = heard(paletteKeys, event);
    if (line === null) return;
    event.preventDefault();
    if (line === 'run' && !fresh) entered.current = true;
    else if (line === 'run') {
      if (current !== undefined) run(current);
    } else {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen(all[(at + step + all.length) % Math.max(1, all.length)]?.id ?? null);
    }
  };

  // The box takes the focus a moment after it shows: a key pressed in between is for it already.
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef(onKeyDown);
  useLayoutEffect(() => {
    latest.current = onKeyDown;
  });
  useLayoutEffect(() => {
    const onEarlyKey = (event: KeyboardEvent): void => {
      if (field.current === null || document.activeElement === field.current) return;
      field.current.focus();
      latest.current(event);
    };
    window.addEventListener('keydown', onEarlyKey, true);
    return () => window.removeEventListener('keydown', onEarlyKey, true);
  }, []);

  return (
    <>
      <TextInput
        ref={field}
        size="lg"
        variant="unstyled"
        className={classes['search']}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(null);
          entered.current = false;
        }}
        onKeyDown={(event) => onKeyDown(event.nativeEvent)}
        placeholder={t('searchPlaceholder')}
        aria-label={t('search')}
        role="combobox"
        aria-expanded={all.length > 0}
        aria-controls="palette-list"
        aria-activedescendant={current === undefined ? undefined : `palette-${current.id}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      {all.length === 0 ? (
        <p className={classes['nothing']} role="status">
          {t(fresh ? 'nothingFound' : 'searching')}
        </p>
      ) : (
        <div ref={list} id="palette-list" role="listbox" aria-label={t('search')} className={classes['list']}>
          {groups.map(({ title, entries }) => (
            <div key={title} role="group" aria-label={title}>
              <div className={classes['title']} role="presentation">
                {title}
              </div>
              {entries.map((entry) => (
                <Line
                  key={entry.id}
                  entry={entry}
                  selected={entry.id === current?.id}
                  onPoint={() => setChosen(entry.id)}
                  onRun={() => run(entry)}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function Line({
  entry,
  selected,
  onPoint,
  onRun,
}: {
  entry: Entry;
  selected: boolean;
  onPoint: () => void;
  onRun: () => void;
}): ReactNode {
  const keysLabel = useKeysLabel();
  return (
    // The field keeps the focus and hears the keys; the pointer only chooses.
    <div
      id={`palette-${entry.id}`}
      role="option"
      aria-selected={selected}
      aria-checked={entry.checked ?? undefined}
      className={classes['entry']}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={selected ? undefined : onPoint}
      onClick={onRun}
    >
      <entry.icon size={18} stroke={1.6} aria-hidden className={classes['icon']} />
      <span className={classes['words']}>
        <span>{entry.label}</span>
        {entry.detail !== '' && <span className={classes['detail']}>{entry.detail}</span>}
      </span>
      {entry.checked === true && <IconCheck size={16} stroke={2} aria-hidden className={classes['checked']} />}
      {entry.keys !== null && <Kbd size="xs">{keysLabel(entry.keys)}</Kbd>}
    </div>
  );
}
