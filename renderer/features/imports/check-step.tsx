/** What the import would do, row by row, before it does it; then what it did. */
import { Alert, Button, Group, SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { outcomeStatuses } from '#shared/contract/imports.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { call } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { showError, showToast } from '../../lib/toasts.ts';
import classes from './imports.module.css';
import { Notes } from './notes.tsx';
import { Outcomes } from './outcomes.tsx';
import type { ImportState, Report } from './use-import.ts';

const listOf: Record<ImportState['kind'], string> = { territories: '/territories', sites: '/sites', people: '/people', initiatives: '/initiatives', measurements: '/initiatives', scores: '/awards' };

export function CheckStep({ state }: { state: ImportState }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { report, step } = state;
  const [status, setStatus] = useState<string>('all');
  if (report === null) return <Stack maw={560}><JobProgress job={state.checking} label={t('checking')} />{!state.checking.running && <Group><Button variant="default" onClick={() => state.go('columns')}>{t('back')}</Button></Group>}</Stack>;
  const { counts } = report;
  const count = counts.created + counts.updated;
  const done = step === 'done';
  const shown = outcomeStatuses.filter((one) => counts[one] > 0);
  const filter = status !== 'all' && shown.includes(status as 'created') ? status : 'all';
  return (
    <Stack gap="lg" className={classes['fill']}>
      {done && <Group gap="sm"><IconCircleCheck size={28} stroke={1.5} color="var(--accent)" aria-hidden /><Title order={2} fz={22}>{t('done.title')}</Title></Group>}
      <Strip report={report} done={done} />
      {!done && <Missing state={state} report={report} />}
      <Notes notes={report.notes} />
      <Group justify="space-between">
        <SegmentedControl size="sm" aria-label={t('outcome.result')} value={filter} onChange={setStatus} data={[{ value: 'all', label: t('outcome.all') }, ...shown.map((one) => ({ value: one, label: `${t(`status.${one}`)} (${format.number(counts[one])})` }))]} />
        {counts.rejected > 0 && <SaveRejects report={report} format={state.inspection?.format ?? 'csv'} />}
      </Group>
      <Outcomes planId={report.planId} status={filter === 'all' ? null : (filter as 'created')} />
      <JobProgress job={state.writing} label={t('writing')} />
      <Group justify="space-between" className={classes['foot']}>
        {done ? (
          <>
            <Button variant="default" onClick={state.restart}>{t('done.again')}</Button>
            <Button component={Link} to={listOf[state.kind]}>{t('done.see')}</Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={() => state.go('columns')}>{t('back')}</Button>
            <Group>
              {state.createMissing && <Switch checked={state.createMissing} onChange={(event) => void state.setCreateMissing(event.currentTarget.checked)} label={t('createMissing')} description={t('createMissingHelp')} />}
              {count === 0 ? <Text c="dimmed">{t('nothing')}</Text> : <Button loading={state.writing.running} onClick={() => void state.commit()}>{t('commit', { count, number: format.number(count) })}</Button>}
            </Group>
          </>
        )}
      </Group>
    </Stack>
  );
}

/** Rows rejected only because they name a site or a territory that is not there yet: the user decides, and the file is checked again. */
function Missing({ state, report }: { state: ImportState; report: Report }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const count = report.reasons.filter(({ reason }) => reason === 'siteUnknown' || reason === 'territoryUnknown').reduce((sum, one) => sum + one.count, 0);
  if (count === 0 || state.createMissing) return null;
  return (
    <Alert color="saffron" role="status" p="sm">
      <Group justify="space-between" gap="md">
        <Text size="sm">{t('missingRecords', { count, number: format.number(count) })}</Text>
        <Button size="compact-md" variant="default" onClick={() => void state.setCreateMissing(true)}>{t('createMissing')}</Button>
      </Group>
    </Alert>
  );
}

/** Read = created + updated + unchanged + rejected, at a glance. */
function Strip({ report, done }: { report: Report; done: boolean }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { counts, also } = report;
  const cells = (['read', 'created', 'updated', 'unchanged', 'rejected'] as const).map((name) => ({ name, value: counts[name], label: done && (name === 'created' || name === 'updated') ? t(`donecounts.${name}`) : t(`counts.${name}`) }));
  const extra = [
    also.sites > 0 ? t('also.sites', { count: also.sites }) : null,
    also.territories > 0 ? t('also.territories', { count: also.territories }) : null,
    also.indicators > 0 ? t('also.indicators', { count: also.indicators }) : null,
    also.measurements > 0 ? t('also.measurements', { count: also.measurements, number: format.number(also.measurements) }) : null,
  ].filter((text) => text !== null);
  return (
    <div>
      <dl className={classes['strip']}>
        {cells.map((cell) => <div key={cell.name} data-name={cell.name} data-zero={cell.value === 0 || undefined}><dd>{format.number(cell.value)}</dd><dt>{cell.label}</dt></div>)}
      </dl>
      {extra.length > 0 && <Text size="sm" c="dimmed" mt="xs">{extra.join(', ')}</Text>}
    </div>
  );
}

function SaveRejects({ report, format }: { report: Report; format: 'csv' | 'xlsx' }): ReactNode {
  const { t } = useTranslation('imports');
  const save = async (): Promise<void> => {
    try {
      const { path } = await call('shell.chooseSave', { purpose: format === 'csv' ? 'rejects' : 'xlsx', name: `${t('rejectsName')}.${format}` });
      if (path === null) return;
      const { rows } = await call('imports.saveRejects', { planId: report.planId, outPath: path });
      showToast(t('rejectsSaved', { count: rows, path }));
    } catch (error) {
      showError(error);
    }
  };
  return <Button variant="default" onClick={() => void save()}>{t('saveRejects')}</Button>;
}
