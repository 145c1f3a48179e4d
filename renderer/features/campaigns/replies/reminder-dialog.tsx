/** A relance: whom to write to, in which language and with which words; sent from the user's own mail program, then noted here. */
import { Button, Group, Modal, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconCopy, IconMail } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { call, useRead, useWrite } from '../../../lib/api.ts';
import { copyText } from '../../../lib/clipboard.ts';
import { useFormat } from '../../../lib/format.ts';
import { mailLink } from '../../../lib/mail.ts';
import { showError, showToast } from '../../../lib/toasts.ts';

type Reminder = OutputOf<'adoptions.reminder'>;
type Letter = Reminder['letters'][number];

/** The most answers that one relance may be noted for, as the contract says. */
export const mostReminded = 20_000;
const namedWithout = 6;

interface Props {
  /** Ids of answers; null while there is no relance. */
  ids: string[] | null;
  onClose: () => void;
  onDone: () => void;
}

export function ReminderDialog({ ids, onClose, onDone }: Props): ReactNode {
  const { t } = useTranslation('replies');
  const { t: words } = useTranslation('campaigns');
  return (
    <Modal opened={ids !== null} onClose={onClose} title={t('reminder.title')} size={720} closeButtonProps={{ 'aria-label': words('cancel') }} keepMounted={false}>
      {ids !== null && <Content ids={ids} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function Content({ ids, onClose, onDone }: Props & { ids: string[] }): ReactNode {
  const { t } = useTranslation('replies');
  const { t: words } = useTranslation('campaigns');
  const format = useFormat();
  const ready = useRead('adoptions.reminder', { ids });
  const note = useWrite('adoptions.remind', { toast: ({ count }) => words('answer.reminded', { count, number: format.number(count) }), onDone });
  if (ready.error !== null) return <ErrorState error={ready.error} onRetry={() => void ready.refetch()} />;
  if (ready.data === undefined) return <LoadingRows rows={6} />;
  const { answers, sites, letters, without } = ready.data;
  if (answers === 0) return <Text>{t('reminder.nobody')}</Text>;
  return (
    <Stack gap="md">
      <Text size="sm">{t('reminder.sites', { count: sites, number: format.number(sites) })}</Text>
      {letters.length > 0 && <Letters letters={letters} />}
      {without.total > 0 && <Without without={without} />}
      <Group justify="space-between" align="center" wrap="nowrap">
        <Text size="sm" c="dimmed">{t('reminder.noteHelp')}</Text>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Button variant="default" onClick={onClose}>{words('cancel')}</Button>
          <Button loading={note.isPending} onClick={() => note.mutate({ ids }, { onError: showError })}>{t('reminder.note')}</Button>
        </Group>
      </Group>
    </Stack>
  );
}

function Letters({ letters }: { letters: Letter[] }): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  const [lang, setLang] = useState(letters[0]?.lang ?? 'fr');
  const letter = letters.find((one) => one.lang === lang) ?? letters[0];
  return (
    <Stack gap="sm">
      {letters.length > 1 && <SegmentedControl aria-label={t('reminder.languages')} value={lang} onChange={(next) => setLang(next as Letter['lang'])} data={letters.map((one) => ({ value: one.lang, label: t(`reminder.lang.${one.lang}`, { count: one.emails.length, number: format.number(one.emails.length) }) }))} />}
      {letter !== undefined && <LetterFields key={letter.lang} letter={letter} />}
    </Stack>
  );
}

function LetterFields({ letter }: { letter: Letter }): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  const mail = mailLink({ bcc: letter.emails, subject, body });
  const number = format.number(letter.emails.length);
  const addresses = (): boolean => copyText(letter.emails.join('; '));
  const open = async (): Promise<void> => {
    if (mail === null) return;
    // Too many for a link: they are ready to be pasted.
    if (!mail.withRecipients && addresses()) showToast(t('reminder.paste', { count: letter.emails.length, number }));
    await call('shell.openExternal', { url: mail.url });
  };
  return (
    <Stack gap="sm" lang={letter.lang}>
      <TextInput label={t('reminder.subject')} value={subject} maxLength={300} onChange={(event) => setSubject(event.currentTarget.value)} />
      <Textarea label={t('reminder.body')} value={body} autosize minRows={6} maxRows={12} maxLength={20_000} onChange={(event) => setBody(event.currentTarget.value)} data-autofocus />
      <Group gap="xs">
        {mail !== null && <Button variant="default" leftSection={<IconMail size={16} stroke={1.6} />} onClick={() => void open().catch(showError)}>{t('reminder.mail')}</Button>}
        <Button variant="default" leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => addresses() && showToast(t('reminder.addressesCopied', { count: letter.emails.length, number }))}>{t('reminder.addresses', { count: letter.emails.length, number })}</Button>
        <Button variant="default" leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => copyText(`${subject}\n\n${body}`) && showToast(t('reminder.copied'))}>{t('reminder.copy')}</Button>
      </Group>
    </Stack>
  );
}

function Without({ without }: { without: Reminder['without'] }): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  const named = without.rows.slice(0, namedWithout).map((site) => site.name);
  const rest = without.total - named.length;
  return <Text size="sm" c="dimmed">{t('reminder.without', { count: without.total, number: format.number(without.total), names: rest > 0 ? `${named.join(', ')}…` : format.list(named) })}</Text>;
}
