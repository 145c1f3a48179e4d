/** The search of a list: it waits for a pause in typing. */
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './record-list.module.css';

export function SearchField({ initial, onSearch }: { initial: string; onSearch: (text: string) => void }): ReactNode {
  const { t } = useTranslation('table');
  const [text, setText] = useState(initial);
  // What the address holds, and what it got from here: anything else comes from a link, "back" or taking the filters off.
  const [held, setHeld] = useState(initial);
  const [sent, setSent] = useState(initial);
  const search = useDebouncedCallback((next: string) => {
    setSent(next);
    onSearch(next);
  }, 180);
  if (held !== initial) {
    setHeld(initial);
    if (initial !== sent) {
      setSent(initial);
      setText(initial);
    }
  }
  return (
    <TextInput
      className={classes['search']}
      data-list-search
      aria-label={t('search')}
      placeholder={t('search')}
      size="xs"
      leftSection={<IconSearch size={15} stroke={1.6} />}
      value={text}
      maxLength={200}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
