/** What a person allowed to leave the app: their face, their name, their words; until when, and whether they took it back. */
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/base/days.ts';
import { consentNoticeDays, type Consent } from '#shared/people/contract.ts';
import { ConsentDialog } from '../../blocks/consent-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import { useWrite } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { today } from '../../lib/today.ts';
import classes from './people.module.css';

type State = 'valid' | 'ending' | 'expired' | 'withdrawn';

function stateOf({ withdrawnOn, expiresOn }: Consent): State {
  if (withdrawnOn !== null) return 'withdrawn';
  if (expiresOn === null) return 'valid';
  return expiresOn < today() ? 'expired' : expiresOn < addDays(today(), consentNoticeDays) ? 'ending' : 'valid';
}

export function Consents({
  personId,
  name,
  readOnly,
}: {
  personId: string;
  name: string;
  readOnly: boolean;
}): ReactNode {
  const { t } = useTranslation('people');
  const list = useRead('people.consents', { personId });
  const [adding, setAdding] = useState(false);
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingRows rows={3} />;
  const add = (
    <Button variant={list.data.rows.length === 0 ? 'filled' : 'default'} onClick={() => setAdding(true)}>
      {t('consents.add')}
    </Button>
  );
  return (
    <Stack gap="md">
      {list.data.rows.length === 0 ? (
        <EmptyState
          icon={IconSignature}
          title={t('consents.none')}
          text={t('consents.noneText')}
          actions={readOnly ? undefined : add}
        />
      ) : (
        <>
          {!readOnly && <Group>{add}</Group>}
          <div>
            {list.data.rows.map((row) => (
              <Entry key={row.id} row={row} readOnly={readOnly} />
            ))}
          </div>
        </>
      )}
      {adding && <ConsentDialog personIds={[personId]} name={name} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function Entry({ row, readOnly }: { row: Consent; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('people');
  const { t: terms } = useTranslation('terms');
  const format = useFormat();
  const withdraw = useWrite('people.withdrawConsent', { toast: () => t('consents.removed') });
  const state = stateOf(row);
  return (
    <Group className={classes['consent']} justify="space-between" wrap="nowrap">
      <div>
        <Group gap="xs">
          <Text fw={500}>{terms(`purpose.${row.purpose}`)}</Text>
          <Badge
            size="sm"
            variant={state === 'valid' || state === 'ending' ? 'light' : 'default'}
            {...(state === 'ending' ? { color: 'saffron' } : {})}
          >
            {t(`consents.${state}`)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {[
            t('consents.granted', { date: format.date(row.grantedOn) }),
            row.expiresOn === null ? null : t('consents.until', { date: format.date(row.expiresOn) }),
            row.withdrawnOn === null ? null : t('consents.withdrawnOn', { date: format.date(row.withdrawnOn) }),
          ]
            .filter((part) => part !== null)
            .join(', ')}
        </Text>
        {row.media !== null && (
          <Text size="sm" c="dimmed">
            {row.media}
          </Text>
        )}
      </div>
      {!readOnly && state !== 'withdrawn' && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => withdraw.mutate({ id: row.id, withdrawnOn: today() })}
        >
          {t('consents.withdraw')}
        </Button>
      )}
    </Group>
  );
}
