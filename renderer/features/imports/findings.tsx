/** What stands out in the file: why rows are refused, with what can be done about it, then what was understood otherwise than written. */
import { Button, Text } from '@mantine/core';
import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { missingFields } from '#shared/import/keys.ts';
import type { ReasonCode } from '#shared/import/outcome.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './imports.module.css';
import { useReasonWords } from './reason-words.ts';
import { canBeWithout } from './repair.tsx';
import type { ImportState, Report } from './use-import.ts';

/** What is wrong with the row as a whole: no column can be left out to take it in. */
const ofTheRow = new Set<ReasonCode>([
  'required',
  'totalRow',
  'raggedRow',
  'rowTooWide',
  'rowTooNarrow',
  'rowsTooWide',
  'quoteUnclosed',
  'dateOrder',
  'referenceToItself',
  'duplicateInFile',
  'sameRecordInFile',
  'matchAmbiguous',
  'noMatch',
  'notThereYet',
  'emailOfAnother',
  'nameOfAnother',
  'codeTaken',
  'dateTaken',
  'editionClosed',
  'jurorRecused',
  'scoreOutOfScale',
]);

/** From this share of the rows on, the column is at fault rather than its values: it can be left out. */
const manyShare = 0.2;

export function Findings({ state, report, done }: { state: ImportState; report: Report; done: boolean }): ReactNode {
  const { t } = useTranslation('imports');
  const { t: notes } = useTranslation('notes');
  const words = useReasonWords();
  const format = useFormat();
  if (report.reasons.length + report.notes.length === 0) return null;
  return (
    <ul className={classes['findings']} tabIndex={0} aria-label={t('findings')}>
      {report.reasons.map((one) => (
        <li key={`${one.column ?? ''}${one.reason}`} data-kind="refused">
          <IconAlertCircle size={18} stroke={1.6} aria-hidden />
          <Text size="sm" className={classes['finding']}>
            <span className="figures">{t('refusedRows', { count: one.count, number: format.number(one.count) })}</span>{' '}
            {one.column !== null && <strong>{one.column}, </strong>}
            {words.summary(one)}
          </Text>
          {!done && <Remedy state={state} reason={one} isMany={one.count >= manyShare * report.counts.read} />}
        </li>
      ))}
      {report.notes.map((one) => (
        <li key={`${one.column ?? ''}${one.note}`}>
          <IconInfoCircle size={18} stroke={1.6} aria-hidden />
          <Text size="sm" className={classes['finding']}>
            {t('noteCount', { note: notes(`note.${one.note}`), number: format.number(one.count) })}
            {one.example !== null && (
              <span className={classes['example']}>
                {one.example.from} <span aria-hidden="true">→</span>
                <span className="visually-hidden">{t('becomes')}</span>{' '}
                {/^\d{4}-\d{2}-\d{2}$/.test(one.example.to) ? format.date(one.example.to) : one.example.to}
              </span>
            )}
          </Text>
          {one.column !== null && (
            <Text size="xs" c="dimmed" className={classes['cut']}>
              {one.column}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The next thing to do about rows refused for one reason; none when only the file itself can be corrected. */
function Remedy({
  state,
  reason: { reason, field },
  isMany,
}: {
  state: ImportState;
  reason: Report['reasons'][number];
  isMany: boolean;
}): ReactNode {
  const { t } = useTranslation('imports');
  const button = (label: string, act: () => Promise<void>): ReactNode => (
    <Button size="compact-sm" variant="default" onClick={() => void act()}>
      {label}
    </Button>
  );
  if (reason === 'notThereYet') return button(t('createToo'), () => state.choose({ updateOnly: false }));
  const leftOut = field !== null && !ofTheRow.has(reason) && canBeWithout(state, field) ? field : null;
  const without = !isMany || field === null || ofTheRow.has(reason) ? null : withoutField(state, field);
  return (
    <span className={classes['remedies']}>
      {(reason === 'siteUnknown' || reason === 'territoryUnknown') &&
        !state.choices.createMissing &&
        button(t('createMissing'), () => state.choose({ createMissing: true }))}
      {leftOut !== null &&
        !state.choices.leaveOut.includes(leftOut) &&
        button(t('withoutValues'), () => state.choose({ leaveOut: [...state.choices.leaveOut, leftOut] }))}
      {without !== null && button(t('leaveOut'), () => state.leaveOut(without))}
    </span>
  );
}

/** The fields to leave out, or null when the import cannot do without them. A place is made of two. */
function withoutField(state: ImportState, field: string): string[] | null {
  const fields = field === 'latLon' ? ['lat', 'lon', 'latLon'] : [field];
  const kept = new Set(Object.values(state.mapping).filter((one) => !fields.includes(one)));
  return missingFields(state.kind, kept).length === 0 && kept.size > 0 ? fields : null;
}
