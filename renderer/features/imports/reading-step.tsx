/** How the file is read: what it holds, its sheet, encoding and delimiter as found or overridden, and its first rows. */
import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/contract/imports.ts';
import { encodings, type Encoding } from '#shared/import/encodings.ts';
import { importKinds, type ImportKind } from '#shared/import/fields.ts';
import classes from './imports.module.css';
import type { ImportState } from './use-import.ts';

const delimiterNames = [[';', 'semicolon'], [',', 'comma'], ['\t', 'tab'], ['|', 'pipe']] as const;

export function ReadingStep({ state, inspection }: { state: ImportState; inspection: Inspection }): ReactNode {
  const { t } = useTranslation('imports');
  const found = inspection.format === 'csv' ? t('detected', { encoding: inspection.encoding ?? '', line: inspection.headerLine }) : t('detectedSheet', { sheet: inspection.sheet ?? '', line: inspection.headerLine });
  return (
    <Stack gap="lg" className={classes['fill']}>
      <Group align="flex-end" gap="md">
        <Select w={220} label={t('kindLabel')} data={importKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))} value={inspection.kind} onChange={(kind) => kind !== null && void state.setKind(kind as ImportKind)} allowDeselect={false} comboboxProps={{ shadow: 'md' }} />
        {inspection.sheets.length > 1 && <Select w={220} label={t('sheet')} data={inspection.sheets.map((sheet) => ({ value: sheet.name, label: sheet.hidden ? t('hiddenSheet', { name: sheet.name }) : sheet.name }))} value={inspection.sheet} onChange={(sheet) => void state.read({ sheet })} allowDeselect={false} comboboxProps={{ shadow: 'md' }} />}
        {inspection.format === 'csv' && <Select w={180} label={t('encoding')} data={[...encodings]} value={inspection.encoding} onChange={(encoding) => void state.read({ encoding: encoding as Encoding | null })} allowDeselect={false} comboboxProps={{ shadow: 'md' }} />}
        {inspection.format === 'csv' && <Select w={180} label={t('delimiter')} data={delimiterNames.map(([value, name]) => ({ value, label: t(`delimiters.${name}`) }))} value={inspection.delimiter} onChange={(delimiter) => void state.read({ delimiter })} allowDeselect={false} comboboxProps={{ shadow: 'md' }} />}
      </Group>
      <Group gap="lg">
        <Text size="sm" c="dimmed">{found}</Text>
        {inspection.mergedCells > 0 && <Text size="sm" c="dimmed">{t('merged', { count: inspection.mergedCells })}</Text>}
        {inspection.hiddenRows > 0 && <Checkbox size="sm" label={`${t('readHidden')} (${t('hiddenRows', { count: inspection.hiddenRows })})`} onChange={(event) => void state.read({ hiddenRows: event.currentTarget.checked })} />}
      </Group>
      <div className={classes['preview']} tabIndex={0} role="region" aria-label={t('preview')}>
        <table>
          <thead><tr><th scope="col">{t('line')}</th>{inspection.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {inspection.preview.slice(0, 20).map((row) => (
              <tr key={row.line}><td>{row.line}</td>{inspection.columns.map((column, index) => <td key={column}>{String(row.cells[index] ?? '')}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group justify="space-between" className={classes['foot']}>
        <Button variant="default" onClick={state.restart}>{t('otherFile')}</Button>
        <Button onClick={() => state.go('columns')}>{t('next')}</Button>
      </Group>
    </Stack>
  );
}
