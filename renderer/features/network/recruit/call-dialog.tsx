/** A recruitment call made from the list: a message to be changed as one likes, and the people there who are known already. */
import { Anchor, Button, Group, Modal, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconCopy, IconMail } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutputOf } from '#shared/contract/index.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { call, useRead } from '../../../lib/api.ts';
import { useTerm } from '../../../lib/choices.ts';
import { copyText } from '../../../lib/clipboard.ts';
import { useFormat } from '../../../lib/format.ts';
import { mailLink } from '../../../lib/mail.ts';
import { showError, showToast } from '../../../lib/toasts.ts';
import classes from './recruit.module.css';

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
  const message = useRead('network.recruitmentCall', { siteIds: siteIds.slice(0, mostSites), lang: i18n.language === 'en' ? 'en' : 'fr' }, { enabled: opened && siteIds.length > 0 });
  return (
    <Modal opened={opened} onClose={onClose} size={720} title={t('call.title')} closeButtonProps={{ 'aria-label': common('close') }}>
      {message.error !== null ? <ErrorState error={message.error} onRetry={() => void message.refetch()} /> : message.data === undefined ? <LoadingRows rows={6} /> : <Message key={message.dataUpdatedAt} message={message.data} />}
    </Modal>
  );
}

function Message({ message }: { message: OutputOf<'network.recruitmentCall'> }): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const term = useTerm();
  const [subject, setSubject] = useState(message.subject);
  const [body, setBody] = useState(message.body);
  const { prospects } = message;
  const copy = (): void => {
    if (copyText(body)) showToast(t('call.copied'));
  };
  const to = prospects.flatMap(({ email }) => (email === null ? [] : [email]));
  const mail = mailLink({ bcc: to, subject, body });
  return (
    <Stack gap="sm">
      <TextInput label={t('call.subject')} value={subject} maxLength={300} onChange={(event) => setSubject(event.currentTarget.value)} />
      <Textarea label={t('call.body')} value={body} autosize minRows={8} maxRows={16} onChange={(event) => setBody(event.currentTarget.value)} data-autofocus />
      <Group gap="xs">
        <Button leftSection={<IconCopy size={16} stroke={1.6} />} onClick={copy}>{t('call.copy')}</Button>
        {mail !== null && <Button variant="default" leftSection={<IconMail size={16} stroke={1.6} />} onClick={() => void call('shell.openExternal', { url: mail.url }).catch(showError)}>{t('call.mail')}</Button>}
      </Group>
      <Title order={3} fz={15}>{t('call.prospects', { count: prospects.length, number: format.number(prospects.length) })}</Title>
      {prospects.length === 0 ? <Text size="sm" c="dimmed">{t('call.noProspects')}</Text> : (
        <ul className={classes['prospects']} tabIndex={0} aria-label={t('call.prospects', { count: prospects.length, number: format.number(prospects.length) })}>
          {prospects.map((person) => (
            <li key={person.id}>
              <Anchor component={Link} to={`/people?record=${person.id}`} size="sm">{person.name}</Anchor>
              <Text span size="xs" c="dimmed">{[term('stage', person.stage), person.siteName].join(' · ')}</Text>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
