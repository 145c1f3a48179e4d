/** How the file is read: what it holds, its sheet, encoding and delimiter as found or overridden, and its first rows. */
import type { ImportKind } from '#shared/kinds.ts';
import { Alert, Button, Checkbox, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/import/contract.ts';
import { encodings, type Encoding } from '#shared/import/encodings.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './imports.module.css';
import type { ImportState } from './use-import.ts';
import { useKinds } from './use-kinds.ts';

const delimiterNames = [
  [';', 'semicolon'],
  [',', 'comma'],
  ['\t', 'tab'],
  ['|', 'pipe'],
] as const;

export function ReadingStep({ state, inspection }: { state: ImportState; inspection: Inspection }): ReactNode {
  const { t } = useTranslation('imports');
  const { choices, nameOf } = useKinds();
  const format = useFormat();
  const found = [
    format.bytes(inspection.size),
    ...(inspection.mergedCells > 0
      ? [t('merged', { count: inspection.mergedCells, number: format.number(inspection.mergedCells) })]
      : []),
    ...(inspection.hiddenColumns.length > 0
      ? [
          t('hiddenColumns', {
            count: inspection.hiddenColumns.length,
            columns: format.list(inspection.hiddenColumns.slice(0, 5)),
          }),
        ]
      : []),
  ];
  return (
    <Stack gap="lg" className={classes['fill']}>
      <Group align="flex-end" gap="md">
        <Select
          w={220}
          label={t('kindLabel')}
          data={choices}
          value={inspection.kind}
          onChange={(kind) => kind !== null && void state.setKind(kind as ImportKind)}
          allowDeselect={false}
          comboboxProps={{ shadow: 'md' }}
        />
        {inspection.sheets.length > 1 && (
          <Select
            w={220}
            label={t('sheet')}
            data={inspection.sheets.map((sheet) => ({
              value: sheet.name,
              label: sheet.hidden ? t('hiddenSheet', { name: sheet.name }) : sheet.name,
            }))}
            value={inspection.sheet}
            onChange={(sheet) => void state.read({ sheet })}
            allowDeselect={false}
            comboboxProps={{ shadow: 'md' }}
          />
        )}
        {inspection.format === 'csv' && (
          <Select
            w={220}
            label={t('encoding')}
            data={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
            value={inspection.encoding}
            onChange={(encoding) => void state.read({ encoding: encoding as Encoding | null, markFaults: false })}
            allowDeselect={false}
            comboboxProps={{ shadow: 'md' }}
          />
        )}
        {inspection.format === 'csv' && (
          <Select
            w={180}
            label={t('delimiter')}
            data={delimiterNames.map(([value, name]) => ({ value, label: t(`delimiters.${name}`) }))}
            value={inspection.delimiter}
            onChange={(delimiter) => void state.read({ delimiter })}
            allowDeselect={false}
            comboboxProps={{ shadow: 'md' }}
          />
        )}
        <HeaderLine
          key={inspection.headerLine}
          found={inspection.headerLine}
          choose={(headerLine) => void state.read({ headerLine })}
        />
      </Group>
      {inspection.likelyKind !== inspection.kind && (
        <Alert color="saffron" role="status" p="sm">
          <Group justify="space-between" gap="md">
            <Text size="sm">{t('looksLike', { kind: nameOf(inspection.likelyKind) })}</Text>
            <Button size="compact-md" variant="default" onClick={() => void state.setKind(inspection.likelyKind)}>
              {t('takeAs', { kind: nameOf(inspection.likelyKind) })}
            </Button>
          </Group>
        </Alert>
      )}
      {inspection.isReport && (
        <Alert color="saffron" role="status" p="sm">
          <Text size="sm">{t('isReport')}</Text>
        </Alert>
      )}
      {inspection.encodingFault !== null && (
        <Alert color="saffron" role="status" p="sm">
          <Stack gap="xs">
            <Text size="sm">
              {t('encodingFault', {
                count: inspection.encodingFault.count,
                number: format.number(inspection.encodingFault.count),
                encoding: t(`encodings.${inspection.encoding ?? 'utf-8'}`),
                position: format.number(inspection.encodingFault.position),
                line: format.number(inspection.encodingFault.line),
              })}
            </Text>
            <Checkbox
              size="sm"
              checked={state.reading.markFaults}
              label={t('markFaults')}
              onChange={(event) => void state.read({ markFaults: event.currentTarget.checked })}
            />
          </Stack>
        </Alert>
      )}
      <Group gap="lg">
        <Text size="sm" c="dimmed">
          {found.join(' · ')}
        </Text>
        {inspection.hiddenRows > 0 && (
          <Checkbox
            size="sm"
            checked={state.reading.hiddenRows}
            label={t('readHidden', { count: inspection.hiddenRows, number: format.number(inspection.hiddenRows) })}
            onChange={(event) => void state.read({ hiddenRows: event.currentTarget.checked })}
          />
        )}
      </Group>
      <div className={classes['preview']} tabIndex={0} role="region" aria-label={t('preview')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              {inspection.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inspection.preview.slice(0, 20).map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                {inspection.columns.map((column, index) => (
                  <td key={column}>{String(row.cells[index] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group justify="space-between" className={classes['foot']}>
        <Button variant="default" onClick={state.restart}>
          {t('otherFile')}
        </Button>
        <Button
          disabled={inspection.encodingFault !== null && !state.reading.markFaults}
          onClick={() => state.go('columns')}
        >
          {t('next')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The line of the header, taken when the field is left or Enter is pressed. */
function HeaderLine({ found, choose }: { found: number; choose: (line: number) => void }): ReactNode {
  const { t } = useTranslation('imports');
  const [line, setLine] = useState<number | string>(found);
  const take = (): void => {
    if (typeof line === 'number' && line !== found) choose(line);
  };
  return (
    <NumberInput
      w={130}
      label={t('headerLine')}
      min={1}
      max={10_000}
      allowDecimal={false}
      value={line}
      onChange={setLine}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
