/** Letters made ready, one for each language of their readers: changed as one likes, then sent from the user's own mail program or copied. */
import { Anchor, Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconCopy, IconMail } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract.ts';
import { call } from '../lib/api.ts';
import { useEdits } from '../lib/edits.ts';
import { copyText } from '../lib/clipboard.ts';
import { useFormat } from '../lib/format.ts';
import { mailLink } from '../lib/mail.ts';
import { showError, showToast } from '../lib/toasts.ts';

type Letter = Pick<OutputOf<'adoptions.reminder'>['letters'][number], 'lang' | 'emails' | 'subject' | 'body'>;

/** The letters, the first one shown. */
export function Letters({ letters }: { letters: Letter[] }): ReactNode {
  const { t } = useTranslation('letters');
  const format = useFormat();
  const [lang, setLang] = useState(letters[0]?.lang ?? 'fr');
  const letter = letters.find((one) => one.lang === lang) ?? letters[0];
  return (
    <Stack gap="sm">
      {letters.length > 1 && (
        <SegmentedControl
          aria-label={t('languages')}
          value={lang}
          onChange={(next) => setLang(next as Letter['lang'])}
          data={letters.map((one) => ({
            value: one.lang,
            label: t(`lang.${one.lang}`, { count: one.emails.length, number: format.number(one.emails.length) }),
          }))}
        />
      )}
      {letter !== undefined && <LetterFields key={letter.lang} letter={letter} />}
    </Stack>
  );
}

function LetterFields({ letter }: { letter: Letter }): ReactNode {
  const { t } = useTranslation('letters');
  const format = useFormat();
  // As made ready from the data of the moment, until it is written in.
  const edits = useEdits({ subject: letter.subject, body: letter.body });
  const { subject, body } = edits.values;
  const mail = mailLink({ bcc: letter.emails, subject, body });
  const number = format.number(letter.emails.length);
  const addresses = (): boolean => copyText(letter.emails.join('; '));
  const open = async (): Promise<void> => {
    if (mail === null) return;
    // Too many for a link: they are ready to be pasted.
    if (!mail.withRecipients && addresses()) showToast(t('paste', { count: letter.emails.length, number }));
    await call('shell.openExternal', { url: mail.url });
  };
  return (
    <Stack gap="sm" lang={letter.lang}>
      <TextInput
        label={t('subject')}
        value={subject}
        maxLength={300}
        onChange={(event) => edits.set({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('body')}
        value={body}
        autosize
        minRows={6}
        maxRows={12}
        maxLength={20_000}
        onChange={(event) => edits.set({ body: event.currentTarget.value })}
        data-autofocus
      />
      {(edits.overtaken('subject') || edits.overtaken('body')) && (
        <Text size="xs" c="dimmed" role="status">
          {t('overtaken')}{' '}
          <Anchor component="button" type="button" size="xs" onClick={() => edits.drop()}>
            {t('takeProposed')}
          </Anchor>
        </Text>
      )}
      <Group gap="xs">
        {mail !== null && (
          <Button
            variant="default"
            leftSection={<IconMail size={16} stroke={1.6} />}
            onClick={() => void open().catch(showError)}
          >
            {t('mail')}
          </Button>
        )}
        {letter.emails.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconCopy size={16} stroke={1.6} />}
            onClick={() => addresses() && showToast(t('addressesCopied', { count: letter.emails.length, number }))}
          >
            {t('addresses', { count: letter.emails.length, number })}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.6} />}
          onClick={() => copyText(`${subject}\n\n${body}`) && showToast(t('copied'))}
        >
          {t('copy')}
        </Button>
      </Group>
    </Stack>
  );
}
