/** A recruitment call made from the list: a message to be changed as one likes, and the people there who are known already. */
import { Anchor, Modal, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Language } from '#shared/base/common.ts';
import type { OutputOf } from '#shared/contract.ts';
import { RecordQuick } from '../../../blocks/record-quick.tsx';
import { Letters } from '../../../blocks/letters.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useTerm } from '../../../lib/choices.ts';
import { useFormat } from '../../../lib/format.ts';
import classes from './recruit.module.css';
import { useRecordAddress } from '../../../lib/features.ts';

/** The most sites that one message speaks of, as the contract says. */
export const mostSites = 500;

interface Props {
  opened: boolean;
  siteIds: string[];
  onClose: () => void;
}

export function CallDialog({ opened, siteIds, onClose }: Props): ReactNode {
  const { t, i18n } = useTranslation('network');
  const { t: common } = useTranslation('common');
  const lang = i18n.language === 'en' ? 'en' : 'fr';
  const message = useRead(
    'network.recruitmentCall',
    { siteIds: siteIds.slice(0, mostSites), lang },
    { enabled: opened && siteIds.length > 0 },
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={720}
      title={t('call.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {message.error !== null ? (
        <ErrorState error={message.error} onRetry={() => void message.refetch()} />
      ) : message.data === undefined ? (
        <LoadingRows rows={6} />
      ) : (
        <Message key={siteIds.join(' ')} message={message.data} lang={lang} />
      )}
    </Modal>
  );
}

function Message({ message, lang }: { message: OutputOf<'network.recruitmentCall'>; lang: Language }): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('network');
  const format = useFormat();
  const term = useTerm();
  const { prospects, subject, body } = message;
  const emails = [...new Set(prospects.flatMap(({ email }) => email ?? []))];
  return (
    <Stack gap="sm">
      <Letters letters={[{ lang, emails, subject, body }]} />
      <Title order={3} fz={15}>
        {t('call.prospects', { count: prospects.length, number: format.number(prospects.length) })}
      </Title>
      {prospects.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('call.noProspects')}
        </Text>
      ) : (
        <ul
          className={classes['prospects']}
          tabIndex={0}
          aria-label={t('call.prospects', { count: prospects.length, number: format.number(prospects.length) })}
        >
          {prospects.map((person) => (
            <li key={person.id}>
              <Anchor component={Link} to={address('person', person.id)} size="sm">
                {person.name}
              </Anchor>
              <RecordQuick kind="person" id={person.id} name={person.name} />
              <Text span size="xs" c="dimmed">
                {[term('stage', person.stage), person.siteName].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
