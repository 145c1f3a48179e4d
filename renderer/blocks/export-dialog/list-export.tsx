/** The button that exports a list, or the rows chosen in it, in the columns that the import reads again. */
import { exportableLists, type ExportableList } from '#shared/kinds.ts';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { ExportDialog, type ExportSource } from './export-dialog.tsx';

interface Props {
  /** The list as the contract names it; one that the import does not know gets no button. */
  list: string;
  /** What the list is called; the file is named after it. */
  title: string;
  /** How many records the file will hold. */
  count: number;
  /** The list's search and filter; the measurements of initiatives go by the same. */
  narrowed: { search?: string; filter?: object };
  /** These rows only. */
  ids?: string[];
  /** They were ticked one by one: the button stands in the bar of what is chosen. */
  chosen?: boolean;
}

const isExportable = (name: string): name is ExportableList => (exportableLists as readonly string[]).includes(name);

interface Words {
  note: string;
  measurements: string;
  measurementsNote: string;
}

function sourcesOf(
  list: ExportableList,
  { title, narrowed, ids = null }: Pick<Props, 'title' | 'narrowed'> & { ids?: string[] | null },
  words: Words,
): ExportSource[] {
  const source = (input: object, name: string, note: string): ExportSource => ({
    label: name,
    name,
    note,
    job: 'reports.exportList',
    input: input as ExportSource<'reports.exportList'>['input'],
  });
  const own = source({ ...narrowed, list, ids }, title, words.note);
  return list === 'initiatives'
    ? [
        own,
        source({ ...narrowed, list: 'measurements', initiativeIds: ids }, words.measurements, words.measurementsNote),
      ]
    : [own];
}

export function ListExport(props: Props): ReactNode {
  const { t } = useTranslation('export');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const { list, count, chosen = false } = props;
  if (!isExportable(list)) return null;
  const values = { count, number: format.number(count) };
  const words = {
    note: chosen ? t('chosenNote', values) : t('listNote', values),
    measurements: t('measurements'),
    measurementsNote: t('measurementsNote', values),
  };
  return (
    <>
      {!chosen ? (
        <Tooltip label={t('listTitle')}>
          <ActionIcon
            size={30}
            variant="default"
            aria-label={t('listTitle')}
            disabled={count === 0}
            onClick={() => setOpened(true)}
          >
            <IconDownload size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
          {t('run')}
        </Button>
      )}
      <ExportDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('listTitle')}
        sources={sourcesOf(list, props, words)}
      />
    </>
  );
}
