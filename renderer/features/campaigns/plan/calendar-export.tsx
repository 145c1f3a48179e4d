/** The plan as a file for any calendar: which parts, over which time, as the bar filters it. */
import { ActionIcon, Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, Tooltip } from '@mantine/core';
import { DateField } from '../../../components/date-field.tsx';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '#shared/base/common.ts';
import { calendarParts } from '#shared/calendar/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { JobProgress } from '../../../components/job-progress.tsx';
import { call, useJob } from '../../../lib/api.ts';
import { showFileToast } from '../../../lib/file-toast.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useScope } from '../../../lib/scope.tsx';
import { showError } from '../../../lib/toasts.ts';
import type { CampaignViewProps } from '../view-props.ts';

interface Props extends Pick<CampaignViewProps, 'state' | 'filter'> {
  /** What the view shows, and its name. */
  from: string;
  to: string;
  name: string;
}

type Time = 'shown' | 'all' | 'own';
type Part = (typeof calendarParts)[number];

export function CalendarExport(props: Props): ReactNode {
  const { t } = useTranslation('calendar');
  const [opened, { open, close }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  return (
    <>
      <Tooltip label={t('export.do')}>
        <ActionIcon size={30} variant="default" aria-label={t('export.do')} onClick={open}>
          <IconCalendarDown size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={opened}
        onClose={() => !busy && close()}
        title={t('export.do')}
        size="md"
        withCloseButton={!busy}
        closeOnEscape={!busy}
        closeButtonProps={{ 'aria-label': t('export.close') }}
        keepMounted={false}
      >
        <Form {...props} onClose={close} onBusy={setBusy} />
      </Modal>
    </>
  );
}

function Form({
  state,
  filter,
  from,
  to,
  name,
  onClose,
  onBusy,
}: Props & { onClose: () => void; onBusy: (busy: boolean) => void }): ReactNode {
  const { t, i18n } = useTranslation('calendar');
  const format = useFormat();
  const { scope, active } = useScope();
  const [parts, setParts] = useState<Part[]>(['campaigns', 'phases', 'tasks']);
  const [time, setTime] = useState<Time>('shown');
  const [own, setOwn] = useState<{ from: string | null; to: string | null }>({ from, to });
  const job = useJob('calendar.export');
  const ends = time === 'shown' ? { from, to } : time === 'all' ? { from: null, to: null } : own;
  const wrong = ends.from !== null && ends.to !== null && ends.to < ends.from;
  const unread = [ends.from, ends.to].some((end) => end !== null && !isCalendarDate(end));
  const run = async (): Promise<void> => {
    try {
      const { path } = await call('shell.chooseSave', {
        purpose: 'ics',
        name: `${t('export.file')}${time === 'shown' ? ` ${name}` : ''}.ics`,
      });
      if (path === null) return;
      onBusy(true);
      const done = await job.start({
        ...ends,
        search: state.search,
        filter: active ? { ...filter, scope } : filter,
        include: parts,
        lang: i18n.language === 'en' ? 'en' : 'fr',
        outPath: path,
      });
      onClose();
      showFileToast(
        t('export.done', {
          count: done.events,
          number: format.number(done.events),
          name: path.replace(/^.*[\\/]/, ''),
        }),
        path,
      );
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) showError(error);
    } finally {
      onBusy(false);
    }
  };
  const end = (which: 'from' | 'to'): ReactNode => (
    <DateField
      size="sm"
      clearLabel={t('export.noEnd')}
      flex={1}
      label={t(which === 'from' ? 'first' : 'last')}
      value={own[which]}
      onChange={(value) => setOwn({ ...own, [which]: value })}
      error={which === 'to' && !unread && wrong ? t('endBefore') : null}
    />
  );
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('export.help')}
      </Text>
      <Checkbox.Group
        label={t('export.parts')}
        value={parts}
        onChange={(next) => setParts(calendarParts.filter((part) => next.includes(part)))}
      >
        <Stack gap="xs" mt={6}>
          {calendarParts.map((part) => (
            <Checkbox key={part} size="sm" value={part} label={t(`export.part.${part}`)} disabled={job.running} />
          ))}
        </Stack>
      </Checkbox.Group>
      <SegmentedControl
        aria-label={t('export.time')}
        value={time}
        onChange={(next) => setTime(next as Time)}
        disabled={job.running}
        data={[
          { value: 'shown', label: name },
          { value: 'all', label: t('export.all') },
          { value: 'own', label: t('export.own') },
        ]}
      />
      {time === 'own' && (
        <Group align="flex-start" wrap="nowrap">
          {end('from')}
          {end('to')}
        </Group>
      )}
      <JobProgress job={job} label={t('export.writing')} />
      {!job.running && (
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('export.close')}
          </Button>
          <Button data-autofocus disabled={parts.length === 0 || wrong || unread} onClick={() => void run()}>
            {t('export.run')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
