/** The days of awareness: rule, next date, what was changed here; edited, hidden, added, given back as they came. */
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Menu,
  Modal,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AwarenessDay } from '#shared/calendar/contract.ts';
import { fold } from '#shared/base/fold.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useWrite } from '../../../lib/write.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';
import { useReadOnly } from '../../../lib/workspace.ts';
import { DayForm } from './day-form.tsx';
import { nextDates } from './next-dates.ts';
import { useRuleWords } from './rule-words.ts';

/** As many as come next are shown at first. */
const few = 10;

type Shown = 'all' | 'changed' | 'hidden';

export function DaysSection(): ReactNode {
  const { t, i18n } = useTranslation('calendar');
  const format = useFormat();
  const readOnly = useReadOnly();
  const list = useRead('calendar.awareness', {});
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [whole, setWhole] = useState(false);
  const [open, setOpen] = useState<AwarenessDay | 'new' | null>(null);
  const english = i18n.language === 'en';
  const rows = useMemo(() => {
    const words = fold(search).split(' ');
    const nameOf = (day: AwarenessDay): string => (english ? (day.nameEn ?? day.name) : day.name);
    return (list.data?.rows ?? [])
      .map((day) => ({ day, name: nameOf(day), next: nextDates(day.rule, 1)[0] }))
      .filter(
        ({ day }) =>
          (shown === 'all' || (shown === 'hidden' ? day.hidden : day.changed || day.key === null)) &&
          words.every((word) => fold(`${day.name} ${day.nameEn ?? ''}`).includes(word)),
      )
      .sort((a, b) => ((a.next?.startDate ?? '9') < (b.next?.startDate ?? '9') ? -1 : 1));
  }, [list.data, search, shown, english]);
  return (
    <section aria-label={t('days.title')}>
      <Stack gap="sm">
        <Title order={2} fz={18}>
          {t('days.title')}
        </Title>
        <Text c="dimmed">{t('days.help')}</Text>
        <Group gap="xs">
          <TextInput
            flex={1}
            aria-label={t('days.search')}
            placeholder={t('days.search')}
            leftSection={<IconSearch size={15} stroke={1.6} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('days.which')}
            value={shown}
            onChange={(next) => setShown(next as Shown)}
            data={[
              { value: 'all', label: t('days.all') },
              { value: 'changed', label: t('days.changed') },
              { value: 'hidden', label: t('days.hidden') },
            ]}
          />
          {!readOnly && (
            <Button variant="default" onClick={() => setOpen('new')}>
              {t('days.add')}
            </Button>
          )}
        </Group>
        {list.error !== null ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : list.data === undefined ? (
          <LoadingRows rows={8} />
        ) : rows.length === 0 ? (
          <Text c="dimmed">{t('days.none')}</Text>
        ) : (
          <Table verticalSpacing={8} aria-label={t('days.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('days.name')}</Table.Th>
                <Table.Th w={170}>{t('days.next')}</Table.Th>
                <Table.Th w={48}>
                  <span className="visually-hidden">{t('days.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(whole ? rows : rows.slice(0, few)).map(({ day, name, next }) => (
                <DayRow
                  key={day.key ?? day.id}
                  day={day}
                  name={name}
                  next={next}
                  readOnly={readOnly}
                  onEdit={() => setOpen(day)}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {!whole && rows.length > few && (
          <Group>
            <Button variant="subtle" onClick={() => setWhole(true)}>
              {t('days.allShown', { count: rows.length, number: format.number(rows.length) })}
            </Button>
          </Group>
        )}
      </Stack>
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(open === 'new' ? 'days.add' : 'days.editTitle')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('export.close') }}
        keepMounted={false}
      >
        {open !== null && <DayForm day={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Modal>
    </section>
  );
}

function DayRow({
  day,
  name,
  next,
  readOnly,
  onEdit,
}: {
  day: AwarenessDay;
  name: string;
  next: { startDate: string; endDate: string } | undefined;
  readOnly: boolean;
  onEdit: () => void;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const words = useRuleWords();
  const save = useWrite('calendar.saveDay', {
    toast: (saved) => t(saved.hidden ? 'days.nowHidden' : 'days.nowShown', { name }),
  });
  const reset = useWrite('calendar.resetDays', {
    toast: () => t(day.key === null ? 'days.deleted' : 'days.wasReset', { name }),
  });
  const { id, key } = day;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8}>
          <Text fw={500} {...(day.hidden ? { c: 'dimmed' } : {})}>
            {name}
          </Text>
          {day.hidden && (
            <Badge variant="default" size="sm">
              {t('days.isHidden')}
            </Badge>
          )}
          {key === null ? (
            <Badge variant="light" size="sm">
              {t('days.isOwn')}
            </Badge>
          ) : (
            day.changed &&
            !day.hidden && (
              <Badge variant="light" size="sm">
                {t('days.isChanged')}
              </Badge>
            )
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {words.rule(day.rule)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" className="figures">
          {next === undefined
            ? t('days.noDate')
            : next.startDate === next.endDate
              ? format.date(next.startDate)
              : t('days.span', { from: format.date(next.startDate), to: format.date(next.endDate) })}
        </Text>
      </Table.Td>
      <Table.Td>
        {!readOnly && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <ActionIcon aria-label={t('days.actionsOn', { name })}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onEdit}>{t('days.edit')}</Menu.Item>
              <Menu.Item
                onClick={() =>
                  save.mutate(
                    {
                      ...(id === null ? {} : { id }),
                      ...(key === null ? {} : { key }),
                      name: day.name,
                      nameEn: day.nameEn,
                      rule: day.rule,
                      source: day.source,
                      hidden: !day.hidden,
                    },
                    { onError: showError },
                  )
                }
              >
                {t(day.hidden ? 'days.show' : 'days.hide')}
              </Menu.Item>
              {id !== null && (
                <Menu.Item
                  color={key === null ? 'red' : undefined}
                  onClick={() => reset.mutate({ ids: [id] }, { onError: showError })}
                >
                  {t(key === null ? 'days.delete' : 'days.reset')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
