/** Jurors tied to a nominee: a recusal is proposed with its reason, and declared by whoever prepares the award. */
import { Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionDetail, ProposedRecusal } from '#shared/awards/contract.ts';
import { useRead } from '../../lib/api.ts';
import { showError } from '../../lib/toasts.ts';
import { useWrite } from '../../lib/write.ts';
import classes from './jury.module.css';
import { nomineeTitle } from './nominees-step.tsx';

export const useProposedRecusals = (editionId: string): ProposedRecusal[] =>
  useRead('awards.proposedRecusals', { editionId }, { keep: true }).data?.rows ?? [];

/** Declares the recusal for the reason that was proposed. */
export function DeclareRecusal({ proposed, juror }: { proposed: ProposedRecusal; juror: string }): ReactNode {
  const { t } = useTranslation('awards');
  const declare = useWrite('awards.setRecusal', { toast: () => t('jury.recused', { name: juror }) });
  const { jurorId, nomineeId, tie } = proposed;
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={declare.isPending}
      onClick={() => declare.mutate({ jurorId, nomineeId, reason: t(`jury.tie.${tie}`) }, { onError: showError })}
    >
      {t('jury.declare')}
    </Button>
  );
}

/** What ties the juror, and how sure it is who the juror is. */
export function TieText({ proposed }: { proposed: ProposedRecusal }): ReactNode {
  const { t } = useTranslation('awards');
  return `${t(`jury.tie.${proposed.tie}`)}${proposed.linked ? '' : ` ${t('jury.tieByName')}`}`;
}

/** Every recusal that is proposed in an edition; nothing when there is none. */
export function ProposedRecusals({ detail }: { detail: EditionDetail }): ReactNode {
  const { t } = useTranslation('awards');
  const proposals = useProposedRecusals(detail.edition.id);
  const nominees = detail.categories.flatMap((category) => category.nominees);
  const known = proposals.flatMap((proposed) => {
    const juror = detail.jurors.find((one) => one.id === proposed.jurorId);
    const nominee = nominees.find((one) => one.id === proposed.nomineeId);
    return juror === undefined || nominee === undefined ? [] : [{ proposed, juror, nominee }];
  });
  if (known.length === 0) return null;
  return (
    <section aria-label={t('jury.proposed')}>
      <Title order={3} fz={16} mt="lg">
        {t('jury.proposed')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('jury.proposedHelp')}
      </Text>
      <ul className={classes['recusals']}>
        {known.map(({ proposed, juror, nominee }) => (
          <li key={`${juror.id} ${nominee.id}`} className={classes['recusal']}>
            <div style={{ flex: 1, minWidth: 0 }}>
              <Text size="sm">
                <b>{juror.name}</b> · {nomineeTitle(nominee)}
              </Text>
              <Text size="sm" c="dimmed">
                <TieText proposed={proposed} />
              </Text>
            </div>
            <DeclareRecusal proposed={proposed} juror={juror.name} />
          </li>
        ))}
      </ul>
    </section>
  );
}
