/** What each column becomes: proposed from its header and its values, changed by hand. */
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/import/contract.ts';
import { fieldsOf, indicatorPrefix } from '#shared/import/fields.ts';
import { matchKey, missingFields } from '#shared/import/keys.ts';
import { useRead } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';
import classes from './imports.module.css';
import { ComingRecords, LeftOutNote } from './proposals.tsx';
import type { ImportState } from './use-import.ts';

/** A header as the code of an indicator to be made. */
function indicatorCode(column: string): string {
  return (
    column
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^_|_$/g, '')
      .slice(0, 40) || 'INDICATEUR'
  );
}

export function ColumnsStep({ state, inspection }: { state: ImportState; inspection: Inspection }): ReactNode {
  const { t, i18n } = useTranslation('imports');
  const { kind, columns, preview } = inspection;
  const indicators = useRead('indicators.list', {}, { enabled: kind === 'initiatives' });
  const known = indicators.data?.rows ?? [];
  const { t: notes } = useTranslation('notes');
  const filled = new Set(Object.values(state.mapping));
  const missing = missingFields(kind, filled);
  const left = columns.filter((column) => state.mapping[column] === undefined).length;
  const optionsFor = (column: string): { group: string; items: { value: string; label: string }[] }[] => {
    const fields = fieldsOf[kind]
      .filter((field) => field.name !== 'id')
      .map((field) => ({ value: field.name, label: fieldName(field.name) }));
    if (kind !== 'initiatives') return [{ group: t('fields'), items: fields }];
    const mapped = state.mapping[column];
    const made = mapped?.startsWith(indicatorPrefix) === true ? mapped : indicatorPrefix + indicatorCode(column);
    const list = known.map((row) => ({
      value: indicatorPrefix + row.code,
      label: i18n.language === 'en' ? (row.nameEn ?? row.name) : row.name,
    }));
    return [
      { group: t('fields'), items: fields },
      {
        group: t('indicatorGroup'),
        items: list.some((row) => row.value === made)
          ? list
          : [...list, { value: made, label: t('newIndicator', { name: column }) }],
      },
    ];
  };
  return (
    <Stack gap="lg" className={classes['fill']}>
      {inspection.remembered && (
        <Group gap="xs">
          <IconHistory size={16} stroke={1.6} aria-hidden />
          <Text size="sm" c="dimmed">
            {t('remembered')}
          </Text>
        </Group>
      )}
      <div className={classes['preview']} tabIndex={0} role="region" aria-label={t('steps.columns')}>
        <table className={classes['mapping']}>
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('sample')}</th>
              <th scope="col">{t('field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => {
              const samples = [
                ...new Set(preview.map((row) => String(row.cells[index] ?? '')).filter((text) => text !== '')),
              ].slice(0, 3);
              return (
                <tr key={column} data-mapped={state.mapping[column] !== undefined || undefined}>
                  <th scope="row">{column}</th>
                  <td>{samples.join(' · ')}</td>
                  <td>
                    <LeftOutNote state={state} inspection={inspection} column={column} />
                    <Select
                      aria-label={`${t('field')} : ${column}`}
                      w={300}
                      placeholder={t('ignore')}
                      data={optionsFor(column)}
                      value={state.mapping[column] ?? null}
                      onChange={(field) => state.map(column, field)}
                      clearable
                      searchable
                      clearButtonProps={{ 'aria-label': t('ignore') }}
                      comboboxProps={{ shadow: 'md' }}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ComingRecords state={state} inspection={inspection} />
      {missing.length > 0 && (
        <Alert color="saffron" role="status">
          {filled.size === 0
            ? t('noColumn', { fields: missing.map(fieldName).join(', ') })
            : t('missing', { fields: missing.map(fieldName).join(', ') })}
        </Alert>
      )}
      <Group justify="space-between" wrap="nowrap" className={classes['foot']}>
        <Group gap="lg" wrap="nowrap">
          <Button variant="default" onClick={() => state.go('reading')}>
            {t('back')}
          </Button>
          <Text size="sm" c="dimmed">
            {missing.length === 0 && notes(`key.${matchKey(kind, filled)}`)} {left > 0 && t('leftOut', { count: left })}
          </Text>
        </Group>
        <Button disabled={missing.length > 0} onClick={() => void state.check()}>
          {t('verify')}
        </Button>
      </Group>
    </Stack>
  );
}
