/** What the import would do, row by row, before it does it; then what it did. */
import { Button, Group, SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { outcomeStatuses } from '#shared/import/contract.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { call, useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useHistory } from '../../lib/history.tsx';
import { showError, showToast } from '../../lib/toasts.ts';
import { Findings } from './findings.tsx';
import classes from './imports.module.css';
import { NextSteps } from './next-steps.tsx';
import { Outcomes } from './outcomes.tsx';
import { Questions } from './questions.tsx';
import { Strip } from './strip.tsx';
import type { ImportState, Report } from './use-import.ts';
import { useKinds } from './use-kinds.ts';

export function CheckStep({ state }: { state: ImportState }): ReactNode {
  const { t } = useTranslation('imports');
  const { listOf } = useKinds();
  const format = useFormat();
  const { report, step } = state;
  const [status, setStatus] = useState<string>('all');
  if (report === null)
    return (
      <Stack maw={560}>
        <JobProgress job={state.checking} label={t('checking')} />
        {!state.checking.running && (
          <Group>
            <Button variant="default" onClick={() => state.go('columns')}>
              {t('back')}
            </Button>
          </Group>
        )}
      </Stack>
    );
  const { counts } = report;
  const done = step === 'done';
  const named = (one: (typeof outcomeStatuses)[number]): string =>
    done ? t(`statuses.${one}`) : t(`comingMany.${one}`);
  const shown = outcomeStatuses.filter((one) => counts[one] > 0);
  const filter = status !== 'all' && shown.includes(status as 'created') ? status : 'all';
  return (
    <Stack gap="md" className={classes['fill']}>
      {done && <Answer state={state} report={report} />}
      {done && state.action !== null && <NextSteps state={state} />}
      <Strip report={report} done={done} />
      <Findings state={state} report={report} done={done} />
      {!done && <Questions state={state} report={report} />}
      <Group justify="space-between">
        <SegmentedControl
          size="sm"
          aria-label={t('outcome.result')}
          value={filter}
          onChange={setStatus}
          data={[
            { value: 'all', label: t('outcome.all') },
            ...shown.map((one) => ({ value: one, label: `${named(one)} (${format.number(counts[one])})` })),
          ]}
        />
        {counts.rejected > 0 && <SaveRejects report={report} format={state.inspection?.format ?? 'csv'} />}
      </Group>
      <Outcomes state={state} planId={report.planId} status={filter === 'all' ? null : (filter as 'created')} />
      <JobProgress job={state.writing} label={t('writing')} />
      <Group justify={done ? 'flex-end' : 'space-between'} className={classes['foot']}>
        {done ? (
          <>
            <Button variant="default" onClick={state.restart}>
              {t('done.again')}
            </Button>
            <Button component={Link} to={listOf(state.kind)}>
              {t('done.see')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" disabled={state.writing.running} onClick={() => state.go('columns')}>
              {t('back')}
            </Button>
            <Commit state={state} report={report} />
          </>
        )}
      </Group>
    </Stack>
  );
}

/** The choices that fit this file, and the button that takes it in; or why there is nothing to take. */
function Commit({ state, report: { counts } }: { state: ImportState; report: Report }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { createMissing, updateOnly } = state.choices;
  const count = counts.created + counts.updated;
  const mixed = counts.created > 0 && counts.updated + counts.unchanged > 0;
  const none =
    counts.rejected === counts.read ? t('allRejected') : counts.rejected === 0 ? t('allThere') : t('nothing');
  return (
    <Group gap="lg">
      {createMissing && (
        <Switch checked onChange={() => void state.choose({ createMissing: false })} label={t('createMissing')} />
      )}
      {(mixed || updateOnly) && (
        <Switch
          checked={updateOnly}
          onChange={(event) => void state.choose({ updateOnly: event.currentTarget.checked })}
          label={t('updateOnly')}
        />
      )}
      {count === 0 ? (
        <Text c="dimmed">{none}</Text>
      ) : (
        <Button loading={state.writing.running} onClick={() => void state.commit()}>
          {t('commit', { count, number: format.number(count) })}
        </Button>
      )}
    </Group>
  );
}

/** Done, or taken back since; what remains to be done with the rows that were refused. */
function Answer({ state, report: { counts } }: { state: ImportState; report: Report }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { undo } = useHistory();
  const { data } = useRead('history.state', {});
  const { action } = state;
  const isUndone = action !== null && data !== undefined && data.redo !== null && data.redo.seq <= action;
  const canUndo = action !== null && data?.undo?.seq === action;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        {isUndone ? (
          <IconArrowBackUp size={28} stroke={1.5} color="var(--muted)" aria-hidden />
        ) : (
          <IconCircleCheck size={28} stroke={1.5} color="var(--accent)" aria-hidden />
        )}
        <div>
          <Title order={2} fz={22}>
            {isUndone ? t('done.undone') : t('done.title')}
          </Title>
          {!isUndone && counts.rejected > 0 && (
            <Text size="sm" c="dimmed">
              {t('done.rejects', { count: counts.rejected, number: format.number(counts.rejected) })}
            </Text>
          )}
        </div>
      </Group>
      {canUndo && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} stroke={1.6} aria-hidden />}
          onClick={() => void undo(action)}
        >
          {t('done.undo')}
        </Button>
      )}
    </Group>
  );
}

function SaveRejects({ report, format }: { report: Report; format: 'csv' | 'xlsx' }): ReactNode {
  const { t } = useTranslation('imports');
  const numbers = useFormat();
  const save = async (): Promise<void> => {
    try {
      const { path } = await call('shell.chooseSave', {
        purpose: format === 'csv' ? 'rejects' : 'xlsx',
        name: `${t('rejectsName')}.${format}`,
      });
      if (path === null) return;
      const { rows } = await call('imports.saveRejects', { planId: report.planId, outPath: path });
      showToast(t('rejectsSaved', { count: rows, number: numbers.number(rows), path }));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Button variant="default" onClick={() => void save()}>
      {t('saveRejects')}
    </Button>
  );
}
