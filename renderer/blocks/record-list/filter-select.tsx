/** One filter of a list as a pill that opens its choices: several at once, kept in the address. */
import { Button, Checkbox, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/base/fold.ts';
import type { ListState } from '../../lib/list-state.ts';
import classes from './filter-select.module.css';

interface Option {
  value: string;
  label: string;
}

interface Props {
  state: ListState;
  name: string;
  label: string;
  options: Option[];
}

/** From this many on, the choices get a search field. */
const many = 9;

export function FilterSelect({ state, name, label, options }: Props): ReactNode {
  const { t } = useTranslation('table');
  const [opened, { toggle, close }] = useDisclosure(false);
  const value = state.filter(name);
  const first = options.find((option) => option.value === value[0])?.label ?? value[0] ?? '';
  const chosen =
    value.length === 0
      ? label
      : value.length === 1
        ? t('filterIs', { label, value: first })
        : t('filterCount', { label, count: value.length });
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && close()}
      position="bottom-start"
      width={280}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className={classes['pill']}
          data-set={value.length > 0 || undefined}
          rightSection={<IconChevronDown size={13} stroke={1.8} aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={toggle}
        >
          {chosen}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        <Choices value={value} options={options} onChange={(next) => state.set({ [name]: next })} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({
  value,
  options,
  onChange,
}: {
  value: string[];
  options: Option[];
  onChange: (value: string[]) => void;
}): ReactNode {
  const { t } = useTranslation('table');
  const [search, setSearch] = useState('');
  const words = fold(search).split(' ');
  const shown = options.filter((option) => words.every((word) => fold(option.label).includes(word)));
  return (
    <>
      {options.length >= many && (
        <TextInput
          size="xs"
          p="xs"
          pb={0}
          aria-label={t('searchChoice')}
          placeholder={t('searchChoice')}
          leftSection={<IconSearch size={14} stroke={1.6} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <ScrollArea.Autosize mah={300} type="auto">
        <Stack gap={0} p={6}>
          {shown.map((option) => (
            <Checkbox
              key={option.value}
              size="xs"
              className={classes['choice']}
              label={option.label}
              checked={value.includes(option.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...value, option.value] : value.filter((one) => one !== option.value),
                )
              }
            />
          ))}
          {shown.length === 0 && (
            <Text size="sm" c="dimmed" p={6}>
              {t('nothing')}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
      {value.length > 0 && (
        <div className={classes['foot']}>
          <Button variant="subtle" size="compact-xs" onClick={() => onChange([])}>
            {t('clearFilter')}
          </Button>
        </div>
      )}
    </>
  );
}
