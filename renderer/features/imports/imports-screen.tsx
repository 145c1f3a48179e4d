/** The import, step by step: the file, how it is read, what its columns mean, what would happen, what happened. */
import { importKinds, type ImportKind } from '#shared/kinds.ts';
import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { Screen } from '../../components/screen.tsx';
import { errorWords } from '../../lib/errors.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import classes from './imports.module.css';
import { ReadingStep } from './reading-step.tsx';
import { useImport, type ImportState, type Step } from './use-import.ts';

const steps: Step[] = ['file', 'reading', 'columns', 'check', 'done'];

export function ImportsScreen(): ReactNode {
  const { t } = useTranslation('imports');
  const readOnly = useReadOnly();
  const [params] = useSearchParams();
  const location = useLocation();
  const wanted = params.get('kind');
  const kind = importKinds.find((one) => one === wanted) ?? null;
  const state = useImport(kind);
  const { begin } = state;

  // The button that led here is gone with its step: the keyboard goes on from the top of the next one.
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(state.step);
  useEffect(() => {
    if (shown.current !== state.step) content.current?.focus({ preventScroll: true });
    shown.current = state.step;
  }, [state.step]);

  // A file dropped on another screen brings its path along, once.
  const given = (location.state as { path?: string } | null)?.path;
  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (given === undefined || taken.current === location.key) return;
    taken.current = location.key;
    void begin(given);
  }, [given, begin, location.key]);

  if (readOnly)
    return (
      <Screen scoped={false} title={t('title')}>
        <EmptyState icon={IconLock} title={t('readOnly')} text={t('readOnlyText')} />
      </Screen>
    );
  return (
    <Screen scoped={false} title={t('title')} detail={state.path?.replace(/^.*[\\/]/, '')} layout="fill">
      <Trail step={state.step} />
      <div ref={content} className={classes['content']} data-step={state.step} tabIndex={-1}>
        {state.error !== null && <Problem error={state.error} />}
        <JobProgress job={state.inspecting} label={t('reading')} />
        <Body state={state} kind={kind} />
      </div>
    </Screen>
  );
}

function Body({ state, kind }: { state: ImportState; kind: ImportKind | null }): ReactNode {
  if (state.step === 'file' || state.inspection === null) return <FileStep key={kind} state={state} kind={kind} />;
  if (state.step === 'reading') return <ReadingStep state={state} inspection={state.inspection} />;
  if (state.step === 'columns') return <ColumnsStep state={state} inspection={state.inspection} />;
  return <CheckStep state={state} />;
}

function Problem({ error }: { error: unknown }): ReactNode {
  const { title, text } = errorWords(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle stroke={1.6} />} title={title} mb="lg" role="alert">
      <Stack gap={4}>{text}</Stack>
    </Alert>
  );
}

/** Where one is; the way back is by the buttons of each step. */
function Trail({ step }: { step: Step }): ReactNode {
  const { t } = useTranslation('imports');
  const at = steps.indexOf(step);
  return (
    <ol className={classes['trail']} aria-label={t('steps.label')}>
      {steps.map((one, index) => (
        <li
          key={one}
          data-state={index < at ? 'past' : index === at ? 'now' : 'coming'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes['number']} aria-hidden="true">
            {index + 1}
          </span>
          {t(`steps.${one}`)}
        </li>
      ))}
    </ol>
  );
}
