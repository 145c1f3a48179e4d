/** How far the sites are: the whole, then by territory, on the map, by kind of site and by campaign; every figure opens its list. */
import { Button, Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { adoptedShare, answeredShare } from '#shared/campaigns/shares.ts';
import type { AdoptionFigure } from '#shared/adoptions/contract.ts';
import type { AnswerCounts } from '#shared/campaigns/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { TreeTable } from '../../../components/tree-table.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import type { ListState } from '../../../lib/list-state.ts';
import { useCampaignWords } from '../words.ts';
import { AnswerMap } from './answer-map.tsx';
import classes from './replies.module.css';
import { AnswerSwatch, answerOrder, StackedBar } from './stacked-bar.tsx';
import type { AnswersOf } from './use-replies.ts';

interface Props {
  state: ListState;
  of: AnswersOf;
  /** By campaign, with the whole. */
  figures: OutputOf<'adoptions.figures'>;
  oneCampaign: boolean;
}

export function Overview({ state, of, figures, oneCampaign }: Props): ReactNode {
  const { t } = useTranslation('replies');
  const territories = useRead('adoptions.figures', { ...of, by: 'territory' }, { keep: true });
  const kinds = useRead('adoptions.figures', { ...of, by: 'kind' }, { keep: true });
  const openTerritory = (id: string): void => state.set({ as: 'sites', territory: id });
  return (
    <div className={classes['page']}>
      <Whole state={state} whole={figures.whole} />
      <div className={classes['columns']}>
        <div>
          <Section title={t('byTerritory')} read={territories}>
            {(data) => (
              <FigureTable
                label={t('byTerritory')}
                nameLabel={t('territory')}
                unnamed={t('noTerritory')}
                rows={data.rows}
                whole={data.whole}
                onOpen={(row) => row.id !== null && openTerritory(row.id)}
              />
            )}
          </Section>
          {!oneCampaign && (
            <section className={classes['section']}>
              <Title order={2} className={classes['title']}>
                {t('byCampaign')}
              </Title>
              <FigureTable
                label={t('byCampaign')}
                nameLabel={t('campaign')}
                unnamed=""
                rows={figures.rows}
                whole={null}
                onOpen={(row) => state.set({ campaign: row.id })}
              />
            </section>
          )}
        </div>
        <div>
          <section className={classes['section']}>
            <Title order={2} className={classes['title']}>
              {t('onMap')}
            </Title>
            <AnswerMap of={of} figures={territories.data?.rows ?? []} onTerritory={openTerritory} />
          </section>
          <Section title={t('byKind')} read={kinds}>
            {(data) => (
              <FigureTable
                label={t('byKind')}
                nameLabel={t('column.kind')}
                unnamed={t('noKind')}
                rows={data.rows}
                whole={null}
                short
                onOpen={(row) => row.id !== null && state.set({ as: 'sites', kind: row.id })}
              />
            )}
          </Section>
        </div>
      </div>
    </div>
  );
}

interface Read {
  data: OutputOf<'adoptions.figures'> | undefined;
  error: Error | null;
  refetch: () => unknown;
}

function Section({
  title,
  read,
  children,
}: {
  title: string;
  read: Read;
  children: (data: OutputOf<'adoptions.figures'>) => ReactNode;
}): ReactNode {
  return (
    <section className={classes['section']}>
      <Title order={2} className={classes['title']}>
        {title}
      </Title>
      {read.error !== null ? (
        <ErrorState error={read.error} onRetry={() => void read.refetch()} />
      ) : read.data === undefined ? (
        <LoadingRows rows={6} />
      ) : (
        children(read.data)
      )}
    </section>
  );
}

/** The whole as one bar, each part of which opens its sites. */
function Whole({ state, whole }: { state: ListState; whole: AnswerCounts }): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  const words = useCampaignWords();
  return (
    <section className={classes['summary']} aria-label={t('whole')}>
      <div className={classes['headline']}>
        <Text fz={28} fw={600} lh={1.2} className="figures">
          {format.percent(answeredShare(whole))}
        </Text>
        <Text size="sm" c="dimmed">
          {t('answered')}
        </Text>
        <Text fz={28} fw={600} lh={1.2} className="figures">
          {format.percent(adoptedShare(whole))}
        </Text>
        <Text size="sm" c="dimmed">
          {t('takePart')}
        </Text>
      </div>
      <div className={classes['wholeBar']}>
        <StackedBar answers={whole} size="large" />
        <div className={classes['legend']}>
          {answerOrder.map((status) => (
            <UnstyledButton
              key={status}
              className={classes['legendItem']}
              onClick={() => state.set({ as: 'sites', answer: status })}
            >
              <AnswerSwatch status={status} />
              {words.answer(status)}
              <strong className="figures">{format.number(whole[status])}</strong>
            </UnstyledButton>
          ))}
          {whole.invited > 0 && (
            <Button size="compact-sm" variant="light" onClick={() => state.set({ as: 'sites', answer: 'invited' })}>
              {t('seeSilent')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

interface TableProps {
  label: string;
  nameLabel: string;
  /** What stands for a row without a name. */
  unnamed: string;
  rows: AdoptionFigure[];
  whole: AnswerCounts | null;
  onOpen: (row: AdoptionFigure) => void;
  /** Without the share of those who take part. */
  short?: boolean;
}

function FigureTable({ label, nameLabel, unnamed, rows, whole, onOpen, short = false }: TableProps): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  const cells = (count: AnswerCounts): ReactNode => (
    <>
      <td className={classes['barCell']} data-short={short || undefined}>
        <StackedBar answers={count} size="wide" />
      </td>
      <td data-align="right">
        {t('outOf', { answered: format.number(count.sites - count.invited), number: format.number(count.sites) })}
      </td>
      {!short && (
        <td data-align="right" data-wide>
          {format.percent(adoptedShare(count))}
        </td>
      )}
      <td data-align="right">{format.number(count.invited)}</td>
    </>
  );
  return (
    <div className={classes['figures']} data-long={rows.length > 14 || undefined}>
      <TreeTable
        label={label}
        rows={rows}
        nameLabel={nameLabel}
        nameOf={(row) => row.name ?? unnamed}
        columns={[
          { label: t('column.answers') },
          { label: t('column.answered'), align: 'right' },
          ...(short ? [] : [{ label: t('column.takePart'), align: 'right' as const, wide: true as const }]),
          { label: t('column.silent'), align: 'right' },
        ]}
        cells={cells}
        onOpen={onOpen}
        {...(whole === null
          ? {}
          : {
              foot: (
                <tr>
                  <th scope="row">{t('whole')}</th>
                  {cells(whole)}
                </tr>
              ),
            })}
      />
    </div>
  );
}
