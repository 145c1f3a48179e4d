/** Changes some fields of every chosen record at once; fields left empty stay as they are. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { unreadDates } from '../record-form/record-form.tsx';
import { Field } from '../record-form/field.tsx';
import type { FieldSpec, FormValues } from '../record-form/types.ts';

interface Props {
  opened: boolean;
  count: number;
  fields: FieldSpec[];
  onClose: () => void;
  onApply: (set: FormValues) => Promise<void>;
}

export function BulkEdit({ opened, count, fields, onClose, onApply }: Props): ReactNode {
  const { t } = useTranslation('table');
  const format = useFormat();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('bulkTitle', { count, number: format.number(count) })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      keepMounted={false}
    >
      <BulkForm fields={fields} onClose={onClose} onApply={onApply} />
    </Modal>
  );
}

function BulkForm({ fields, onClose, onApply }: Omit<Props, 'opened' | 'count'>): ReactNode {
  const { t } = useTranslation('table');
  const [values, setValues] = useState<FormValues>({});
  const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('bulkHelp')}
      </Text>
      {fields.map((spec) => (
        <Field
          key={spec.name}
          spec={{ ...spec, required: false }}
          value={values[spec.name] ?? null}
          onChange={(value) => setValues((current) => ({ ...current, [spec.name]: value }))}
          error={null}
          disabled={false}
        />
      ))}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          disabled={Object.keys(set).length === 0 || Object.keys(unreadDates(fields, set, '')).length > 0}
          onClick={() => {
            onClose();
            void onApply(set);
          }}
        >
          {t('apply')}
        </Button>
      </Group>
    </Stack>
  );
}
