/** The rows of forms that came back, by what they would do: what the form says beside what stands here; of a conflict one side is chosen. */
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formOutcomes, type ReturnedFormRow } from '#shared/adoptions/contract.ts';
import { Marked } from '../../../components/step-mark.tsx';
import { useFormat } from '../../../lib/format.ts';
import { answerMarks, useCampaignWords } from '../words.ts';
import classes from './forms.module.css';
import { rowsPerPage, type Merge, type Outcome, type Preview } from './use-merge.ts';

interface Props {
  merge: Merge;
  counts: Preview['counts'];
}

export function ReturnedRows({ merge, counts }: Props): ReactNode {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const named = (outcome: Outcome): string => t(`outcome.${outcome}`);
  const shown = formOutcomes.filter((outcome) => counts[outcome] > 0);
  const all = shown.reduce((sum, outcome) => sum + counts[outcome], 0);
  const rows = merge.preview?.rows ?? [];
  const total = merge.preview?.total ?? 0;
  const first = merge.page * rowsPerPage;
  return (
    <>
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="sm"
          aria-label={t('rows.filter')}
          value={merge.outcome ?? 'all'}
          disabled={merge.writing.running}
          onChange={(next) => merge.show(next === 'all' ? null : (next as Outcome), 0)}
          data={[
            { value: 'all', label: t('rows.all', { number: format.number(all) }) },
            ...shown.map((outcome) => ({
              value: outcome,
              label: `${named(outcome)} (${format.number(counts[outcome])})`,
            })),
          ]}
        />
        {counts.conflict > 0 && (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              disabled={merge.writing.running}
              onClick={() => merge.takeAll('form')}
            >
              {t('rows.allForms')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={merge.writing.running}
              onClick={() => merge.takeAll('workspace')}
            >
              {t('rows.allWorkspace')}
            </Button>
          </Group>
        )}
      </Group>
      <div className={classes['rows']} tabIndex={0} role="group" aria-label={t('rows.label')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th>{t('rows.site')}</th>
              <th>{t('rows.form')}</th>
              <th>{t('rows.workspace')}</th>
              <th>{t('rows.effect')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ReturnedRow key={`${row.file} ${row.line}`} row={row} merge={merge} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {t('rows.none')}
          </Text>
        )}
      </div>
      {total > rowsPerPage && (
        <Group justify="flex-end" gap="xs">
          <Text size="sm" c="dimmed" className="figures">
            {t('rows.page', {
              from: format.number(first + 1),
              to: format.number(Math.min(total, first + rowsPerPage)),
              total: format.number(total),
            })}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={merge.page === 0 || merge.reading.running}
            onClick={() => merge.show(merge.outcome, merge.page - 1)}
          >
            {t('rows.previous')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={first + rowsPerPage >= total || merge.reading.running}
            onClick={() => merge.show(merge.outcome, merge.page + 1)}
          >
            {t('rows.next')}
          </Button>
        </Group>
      )}
    </>
  );
}

function ReturnedRow({ row, merge }: { row: ReturnedFormRow; merge: Merge }): ReactNode {
  const { t } = useTranslation('forms');
  const { outcome, adoptionId, problem } = row;
  return (
    <tr data-outcome={outcome}>
      <td>
        <Text size="sm" fw={500}>
          {row.siteName === '' ? t('rows.unnamed') : row.siteName}
        </Text>
        <Text size="xs" c="dimmed">
          {[row.campaignTitle, t('rows.place', { file: row.file, line: row.line })]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </td>
      <td>
        <Answer answer={row.said} />
      </td>
      <td>
        <Answer answer={row.present} />
      </td>
      <td>
        {outcome === 'conflict' && adoptionId !== null ? (
          <SegmentedControl
            size="xs"
            aria-label={t('rows.side', { name: row.siteName })}
            value={merge.sideOf(adoptionId)}
            disabled={merge.writing.running}
            onChange={(side) => merge.take(adoptionId, side as 'form' | 'workspace')}
            data={[
              { value: 'workspace', label: t('rows.keep') },
              { value: 'form', label: t('rows.takeForm') },
            ]}
          />
        ) : (
          <Text size="sm" {...(problem === null ? {} : { c: 'var(--danger)' })}>
            {problem === null ? t(outcome === 'apply' ? 'effect.apply' : 'effect.same') : t(`problem.${problem}`)}
          </Text>
        )}
      </td>
    </tr>
  );
}

function Answer({ answer }: { answer: ReturnedFormRow['said'] }): ReactNode {
  const format = useFormat();
  const words = useCampaignWords();
  if (answer === null)
    return (
      <Text size="sm" c="dimmed">
        –
      </Text>
    );
  const detail = [answer.what, answer.why].filter((text) => text !== null);
  const when = [answer.answeredOn === null ? null : format.date(answer.answeredOn), answer.answeredBy].filter(
    (text) => text !== null,
  );
  return (
    <>
      <Text size="sm" component="div">
        <Marked mark={answerMarks[answer.status]}>{words.answer(answer.status)}</Marked>
      </Text>
      {detail.map((text) => (
        <Text key={text} size="sm" lineClamp={3}>
          {text}
        </Text>
      ))}
      {when.length > 0 && (
        <Text size="xs" c="dimmed">
          {when.join(' · ')}
        </Text>
      )}
    </>
  );
}
