/** Asks whether what waits for a task moves with it, when it would otherwise begin too early. */
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import type { ChangeState } from './use-change.ts';

const named = 5;

export function CarryDialog({ state: { question, answer, giveUp } }: { state: ChangeState }): ReactNode {
  const { t } = useTranslation('timeline');
  const { t: common } = useTranslation('common');
  const { t: calendarWords } = useTranslation('calendar');
  const format = useFormat();
  const others = question?.others ?? [];
  const days = question === null ? 0 : question.change.end - question.change.item.end;
  return (
    <Modal
      opened={question !== null}
      onClose={giveUp}
      title={t('carry.title')}
      closeButtonProps={{ 'aria-label': common('cancel') }}
    >
      <Stack>
        <Text>{t('carry.text', { name: question?.change.item.title ?? '' })}</Text>
        <List size="sm">
          {others.slice(0, named).map(({ id, title }) => (
            <List.Item key={id}>{title}</List.Item>
          ))}
          {others.length > named && (
            <List.Item>
              {calendarWords('more', { count: others.length - named, number: format.number(others.length - named) })}
            </List.Item>
          )}
        </List>
        <Group justify="flex-end">
          <Button variant="default" onClick={giveUp}>
            {common('cancel')}
          </Button>
          <Button variant="default" onClick={() => answer(false)}>
            {t('carry.alone')}
          </Button>
          <Button data-autofocus onClick={() => answer(true)}>
            {t('carry.all', { count: days, number: format.number(days) })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
