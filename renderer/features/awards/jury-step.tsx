/** Step 3: who scores, how far each is, and who stands aside for whom. */
import { ActionIcon, Badge, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash, IconUserOff, IconUsersGroup, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionDetail, Juror, Recusal } from '#shared/awards/contract.ts';
import { PersonFace } from '../../blocks/person-face.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import shared from './awards.module.css';
import { JurorDialog } from './juror-dialog.tsx';
import classes from './jury.module.css';
import { nomineeTitle } from './nominees-step.tsx';
import { ProposedRecusals } from './proposed-recusals.tsx';
import { RecusalDialog } from './recusal-dialog.tsx';
import type { StepProps } from './state.ts';

export function JuryStep({ detail, locked }: StepProps): ReactNode {
  const { t } = useTranslation('awards');
  const [adding, setAdding] = useState(false);
  const [recusing, setRecusing] = useState(false);
  const nominees = detail.categories.reduce((sum, category) => sum + category.nominees.length, 0);
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} />}
      variant={detail.jurors.length === 0 ? 'filled' : 'default'}
      onClick={() => setAdding(true)}
    >
      {t('jury.add')}
    </Button>
  );
  return (
    <div className={shared['content']}>
      {detail.jurors.length === 0 ? (
        <EmptyState
          icon={IconUsersGroup}
          title={t('jury.empty')}
          text={t('jury.emptyText')}
          actions={locked ? undefined : add}
        />
      ) : (
        <div className={classes['columns']}>
          <section>
            <Group justify="space-between" mb="md">
              <Title order={2} fz={20}>
                {t('step.jury')}
              </Title>
              {!locked && add}
            </Group>
            <ul className={classes['jurors']}>
              {detail.jurors.map((juror) => (
                <JurorRow key={juror.id} juror={juror} detail={detail} locked={locked} />
              ))}
            </ul>
          </section>
          <section>
            <Group justify="space-between" mb="xs">
              <Title order={2} fz={20}>
                {t('jury.recusals')}
              </Title>
              {!locked && nominees > 0 && (
                <Button
                  variant="default"
                  leftSection={<IconUserOff size={16} stroke={1.6} />}
                  onClick={() => setRecusing(true)}
                >
                  {t('jury.recuse')}
                </Button>
              )}
            </Group>
            <Text size="sm" c="dimmed" mb="md">
              {t('jury.recusalHelp')}
            </Text>
            {detail.recusals.length === 0 ? (
              <Text size="sm">{t('jury.noRecusals')}</Text>
            ) : (
              <ul className={classes['recusals']}>
                {detail.recusals.map((recusal) => (
                  <RecusalRow key={recusal.id} recusal={recusal} detail={detail} locked={locked} />
                ))}
              </ul>
            )}
            {!locked && <ProposedRecusals detail={detail} />}
          </section>
        </div>
      )}
      {adding && <JurorDialog editionId={detail.edition.id} juror={null} onClose={() => setAdding(false)} />}
      {recusing && <RecusalDialog detail={detail} onClose={() => setRecusing(false)} />}
    </div>
  );
}

function JurorRow({ juror, detail, locked }: { juror: Juror; detail: EditionDetail; locked: boolean }): ReactNode {
  const { t } = useTranslation('awards');
  const [editing, setEditing] = useState(false);
  const remove = useWrite('awards.removeJurors', { toast: () => t('jury.removed', { name: juror.name }) });
  const mine = detail.completion.filter((one) => one.jurorId === juror.id);
  const complete = mine.reduce((sum, one) => sum + one.complete, 0);
  const expected = mine.reduce((sum, one) => sum + one.expected, 0);
  return (
    <li className={classes['juror']}>
      <PersonFace name={juror.name} portraitId={null} seed={juror.name} size={40} />
      <div className={classes['who']}>
        <Group gap="xs">
          <span className={classes['name']}>{juror.name}</span>
          {juror.isChair && (
            <Badge size="sm" variant="light" color="saffron">
              {t('jury.chair')}
            </Badge>
          )}
        </Group>
        {juror.role !== null && (
          <Text size="sm" c="dimmed">
            {juror.role}
          </Text>
        )}
      </div>
      <div className={classes['completion']}>
        <span className={classes['track']} aria-hidden="true">
          <span style={{ width: `${expected === 0 ? 0 : (complete / expected) * 100}%` }} />
        </span>
        <Text size="sm" c="dimmed">
          {t('jury.progress', { complete, expected })}
        </Text>
      </div>
      <Group gap={2} wrap="nowrap" className={classes['actions']}>
        {!locked && (
          <>
            <Tooltip label={t('jury.edit', { name: juror.name })}>
              <ActionIcon aria-label={t('jury.edit', { name: juror.name })} onClick={() => setEditing(true)}>
                <IconPencil size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('jury.remove', { name: juror.name })}>
              <ActionIcon
                aria-label={t('jury.remove', { name: juror.name })}
                onClick={() => remove.mutate({ ids: [juror.id] }, { onError: showError })}
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
      </Group>
      {editing && <JurorDialog editionId={juror.editionId} juror={juror} onClose={() => setEditing(false)} />}
    </li>
  );
}

function RecusalRow({
  recusal,
  detail,
  locked,
}: {
  recusal: Recusal;
  detail: EditionDetail;
  locked: boolean;
}): ReactNode {
  const { t } = useTranslation('awards');
  const juror = detail.jurors.find((one) => one.id === recusal.jurorId);
  const nominee = detail.categories
    .flatMap((category) => category.nominees)
    .find((one) => one.id === recusal.nomineeId);
  const lift = useWrite('awards.removeRecusal', { toast: () => t('jury.lifted', { name: juror?.name ?? '' }) });
  if (juror === undefined || nominee === undefined) return null;
  const names = { juror: juror.name, nominee: nomineeTitle(nominee) };
  return (
    <li className={classes['recusal']}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm">
          <b>{names.juror}</b> · {names.nominee}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`jury.${recusal.kind}`)} · {recusal.reason}
        </Text>
      </div>
      {!locked && (
        <Tooltip label={t('jury.lift')}>
          <ActionIcon
            aria-label={t('jury.liftOf', names)}
            onClick={() => lift.mutate({ id: recusal.id }, { onError: showError })}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
