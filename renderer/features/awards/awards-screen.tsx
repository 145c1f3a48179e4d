/** Awards: the editions, and the work of one of them from its categories to its winners. */
import { Badge, Button } from '@mantine/core';
import { IconLock, IconPlus, IconTrophy } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionDetail, EditionRow } from '#shared/awards/contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRead } from '../../lib/api.ts';
import { useWrite } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import classes from './awards.module.css';
import { CategoriesStep } from './categories-step.tsx';
import { EditionDialog } from './edition-dialog.tsx';
import { EditionMenu } from './edition-menu.tsx';
import { JuryStep } from './jury-step.tsx';
import { NomineePanel } from './nominee-panel.tsx';
import { NomineesStep } from './nominees-step.tsx';
import { ResultsStep } from './results-step.tsx';
import { ScoresStep } from './scores-step.tsx';
import { nextStep, useAwardsState, type AwardsState, type Step } from './state.ts';
import { StepBar } from './step-bar.tsx';

export function AwardsScreen(): ReactNode {
  const { t } = useTranslation('awards');
  const readOnly = useReadOnly();
  const state = useAwardsState();
  const [making, setMaking] = useState(false);
  const list = useRead('awards.list', {}, { keep: true });
  const chosen = list.data?.rows.find((row) => row.id === state.edition) ?? list.data?.rows[0];
  const detail = useRead('awards.get', { id: chosen?.id ?? '' }, { enabled: chosen !== undefined, keep: true });
  const add = (
    <Button
      variant={chosen === undefined ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={() => setMaking(true)}
    >
      {t('edition.new')}
    </Button>
  );
  const dialog = making && (
    <EditionDialog
      edition={null}
      editions={list.data?.rows ?? []}
      onClose={() => setMaking(false)}
      onCreated={(id) => state.set({ edition: id, step: null, category: null, nominee: null, juror: null })}
    />
  );

  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingPage />;
  if (chosen === undefined) {
    return (
      <Screen title={t('title')}>
        <EmptyState icon={IconTrophy} title={t('empty')} text={t('emptyText')} actions={readOnly ? undefined : add} />
        {dialog}
      </Screen>
    );
  }
  // While another edition is being read, the former one must not pass for it.
  const shown = detail.data?.edition.id === chosen.id ? detail.data : undefined;
  return (
    <EditionScreen
      rows={list.data.rows}
      chosen={chosen}
      detail={shown}
      state={state}
      readOnly={readOnly}
      add={readOnly ? null : add}
    >
      {detail.error !== null ? <ErrorState error={detail.error} onRetry={() => void detail.refetch()} /> : null}
      {dialog}
    </EditionScreen>
  );
}

interface EditionProps {
  rows: EditionRow[];
  chosen: EditionRow;
  detail: EditionDetail | undefined;
  state: AwardsState;
  readOnly: boolean;
  add: ReactNode;
  children: ReactNode;
}

function EditionScreen({ rows, chosen, detail, state, readOnly, add, children }: EditionProps): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  const locked = readOnly || chosen.status === 'closed';
  const step = state.step ?? (detail === undefined ? null : nextStep(detail));
  const { set } = state;
  // Chosen once an opening: the first category or nominee made must not carry the user off to the next step.
  useEffect(() => {
    if (state.step === null && step !== null) set({ step });
  }, [state.step, step, set]);
  const open =
    step === 'nominees'
      ? detail?.categories.flatMap((category) => category.nominees).find((nominee) => nominee.id === state.nominee)
      : undefined;
  const when = [chosen.heldOn === null ? null : format.date(chosen.heldOn, 'long'), chosen.place]
    .filter((part) => part !== null)
    .join(', ');
  return (
    <Screen
      title={t('title')}
      layout="fill"
      detail={
        <span className={classes['heading']}>
          <EditionMenu
            rows={rows}
            chosen={chosen}
            readOnly={readOnly}
            onPick={(id) => state.set({ edition: id, step: null, category: null, nominee: null, juror: null })}
          />
          <Badge
            className={classes['status']}
            variant={chosen.status === 'closed' ? 'light' : 'default'}
            color="saffron"
            leftSection={chosen.status === 'closed' ? <IconLock size={11} aria-hidden /> : undefined}
          >
            {t(`status.${chosen.status}`)}
          </Badge>
          <span className={classes['when']}>{when}</span>
        </span>
      }
      actions={add}
      aside={
        open === undefined ? null : (
          <NomineePanel key={open.id} nominee={open} locked={locked} onClose={() => state.set({ nominee: null })} />
        )
      }
      asideLabel={t('panel')}
    >
      {children}
      {detail === undefined || step === null ? (
        <LoadingPage />
      ) : (
        <>
          <StepBar detail={detail} step={step} onStep={(next) => state.set({ step: next, nominee: null })} />
          {chosen.status === 'closed' && <ClosedBanner edition={chosen} readOnly={readOnly} />}
          <StepContent step={step} detail={detail} state={state} locked={locked} />
        </>
      )}
    </Screen>
  );
}

function StepContent({
  step,
  ...props
}: {
  step: Step;
  detail: EditionDetail;
  state: AwardsState;
  locked: boolean;
}): ReactNode {
  switch (step) {
    case 'categories':
      return <CategoriesStep {...props} />;
    case 'nominees':
      return <NomineesStep {...props} />;
    case 'jury':
      return <JuryStep {...props} />;
    case 'scores':
      return <ScoresStep {...props} />;
    case 'results':
      return <ResultsStep {...props} />;
  }
}

function ClosedBanner({ edition, readOnly }: { edition: EditionRow; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  const reopen = useWrite('awards.reopen', { toast: ({ name }) => t('edition.reopened', { name }) });
  return (
    <div className={classes['banner']}>
      <IconLock size={16} stroke={1.6} aria-hidden />
      <span>{t('edition.closedOn', { date: format.date(edition.closedAt, 'long') })}</span>
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={reopen.isPending}
          onClick={() => reopen.mutate({ id: edition.id }, { onError: showError })}
        >
          {t('edition.reopen')}
        </Button>
      )}
    </div>
  );
}
