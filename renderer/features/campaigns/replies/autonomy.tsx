/** Coherence and autonomy: how much the sites make the campaigns their own, who changes most, and what they say. */
import { Button, Group, NumberInput, SegmentedControl, Text, Title, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changedShare } from '#shared/campaigns/shares.ts';
import type { AdoptionFigure } from '#shared/adoptions/contract.ts';
import { maximumPage } from '#shared/base/common.ts';
import type { AnswerCounts } from '#shared/campaigns/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import type { ListState } from '../../../lib/list-state.ts';
import classes from './replies.module.css';
import { StackedBar } from './stacked-bar.tsx';
import type { AnswersOf } from './use-replies.ts';

const groupings = ['campaign', 'territory', 'kind', 'site'] as const;
type By = (typeof groupings)[number];
type Said = OutputOf<'adoptions.autonomy'>['said'][number];

const pageOf = 20;
/** Below this share the network plays one score, above that one each site plays its own. */
const [together, apart] = [0.15, 0.4];

interface Props {
  state: ListState;
  of: AnswersOf;
  oneCampaign: boolean;
}

export function Autonomy({ state, of, oneCampaign }: Props): ReactNode {
  const { t } = useTranslation('replies');
  // With one campaign each site has one answer: there is nobody to compare it with but the places above.
  const offered = groupings.filter((by) => !oneCampaign || by === 'territory' || by === 'kind');
  const [wanted, setWanted] = useState<By>('site');
  const by = offered.includes(wanted) ? wanted : (offered[0] ?? 'territory');
  const [least, setLeast] = useState<number | null>(null);
  const [limit, setLimit] = useState(pageOf);
  // Two answers of a site are a habit; a territory or a campaign is not judged by fewer than three.
  const asked = least ?? (by === 'site' ? 2 : 3);
  const read = useRead('adoptions.autonomy', { ...of, by, least: asked, limit }, { keep: true });
  if (read.error !== null) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <LoadingRows />;
  const { rows, total, whole, said } = read.data;
  const open = (row: AdoptionFigure): void => {
    if (row.id !== null) state.set({ as: 'sites', answer: ['adapted', 'declined'], [by]: row.id });
  };
  return (
    <div className={classes['page']}>
      <Verdict whole={whole} />
      <div className={classes['halves']}>
        <section className={classes['section']} aria-label={t('autonomy.who')}>
          <Title order={2} className={classes['title']}>
            {t('autonomy.who')}
          </Title>
          <Group gap="xs" mb="sm" align="center">
            <SegmentedControl
              size="xs"
              aria-label={t('autonomy.by')}
              value={by}
              data={offered.map((one) => ({ value: one, label: t(`autonomy.grouping.${one}`) }))}
              onChange={(next) => {
                setWanted(next as By);
                setLimit(pageOf);
                setLeast(null);
              }}
            />
            <Group gap={6} wrap="nowrap">
              <Text size="sm" c="dimmed" component="label" htmlFor="least-answers">
                {t('autonomy.least')}
              </Text>
              <NumberInput
                id="least-answers"
                size="xs"
                w={64}
                min={1}
                max={1000}
                allowDecimal={false}
                clampBehavior="strict"
                value={asked}
                onChange={(next) => {
                  setLeast(next === '' ? null : Math.min(1000, Math.max(1, Number(next))));
                  setLimit(pageOf);
                }}
              />
              <Text size="sm" c="dimmed">
                {t('autonomy.leastAnswers')}
              </Text>
            </Group>
          </Group>
          {rows.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('autonomy.tooFew')}
            </Text>
          )}
          <ol className={classes['ranking']}>
            {rows.map((row) => (
              <Changed key={row.id ?? 'none'} row={row} by={by} onOpen={() => open(row)} />
            ))}
          </ol>
          {total > rows.length && limit < maximumPage && (
            <Button
              variant="default"
              size="compact-sm"
              mt="sm"
              onClick={() => setLimit(Math.min(maximumPage, limit + 4 * pageOf))}
            >
              {t('autonomy.more')}
            </Button>
          )}
        </section>
        <div>
          <Quotes
            title={t('autonomy.whatTitle')}
            said={said.filter((one) => one.status === 'adapted' && one.field === 'what')}
          />
          <Quotes
            title={t('autonomy.whyTitle')}
            said={said.filter((one) => one.status === 'adapted' && one.field === 'why')}
          />
          <Quotes title={t('autonomy.declinedTitle')} said={said.filter((one) => one.status === 'declined')} />
        </div>
      </div>
    </div>
  );
}

/** How many answers there are, and how many of them were adapted and declined. */
function useParts(): (count: AnswerCounts) => string {
  const { t } = useTranslation('replies');
  const format = useFormat();
  return (count) => {
    const answered = count.sites - count.invited;
    const said = (['adapted', 'declined'] as const)
      .filter((status) => count[status] > 0)
      .map((status) => t(`autonomy.${status}`, { count: count[status], number: format.number(count[status]) }));
    return t('autonomy.parts', {
      count: answered,
      number: format.number(answered),
      said: said.length === 0 ? t('autonomy.noneChanged') : format.list(said),
    });
  };
}

/** The whole in two sentences. */
function Verdict({ whole }: { whole: AnswerCounts }): ReactNode {
  const { t } = useTranslation('replies');
  const parts = useParts();
  const format = useFormat();
  const share = changedShare(whole);
  if (share === null)
    return (
      <section className={classes['summary']}>
        <Text>{t('autonomy.nobody')}</Text>
      </section>
    );
  const tone = share < together ? 'together' : share < apart ? 'between' : 'apart';
  return (
    <section className={classes['verdict']} aria-label={t('part.autonomy')}>
      <Title order={2} fz={22} fw={600}>
        {t(`autonomy.tone.${tone}`)}
      </Title>
      <Text size="lg" c="dimmed" mt={4}>
        {t('autonomy.sum', { parts: parts(whole), share: format.percent(share) })}
      </Text>
    </section>
  );
}

function Changed({ row, by, onOpen }: { row: AdoptionFigure; by: By; onOpen: () => void }): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  const parts = useParts();
  const answered = row.sites - row.invited;
  const changed = row.adapted + row.declined;
  const name = row.name ?? t(by === 'kind' ? 'noKind' : 'noTerritory');
  const words = changed === 0 ? t('autonomy.asItIs', { count: answered, number: format.number(answered) }) : parts(row);
  return (
    <li>
      <UnstyledButton className={classes['changed']} disabled={row.id === null} onClick={onOpen}>
        <span className={classes['changedName']}>{name}</span>
        <span className="figures">{format.percent(changedShare(row))}</span>
        <span className={classes['changedWords']}>{words}</span>
        <span className={classes['changedBar']}>
          <StackedBar answers={{ ...row, sites: answered, invited: 0 }} size="wide" />
        </span>
      </UnstyledButton>
    </li>
  );
}

function Quotes({ title, said }: { title: string; said: Said[] }): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  if (said.length === 0) return null;
  return (
    <section className={classes['section']} aria-label={title}>
      <Title order={2} className={classes['title']}>
        {title}
      </Title>
      <ul className={classes['quotes']}>
        {said.map((one) => (
          <li key={`${one.status}${one.field}${one.text}`}>
            <blockquote>{t('autonomy.quote', { text: one.text })}</blockquote>
            {one.count > 1 && (
              <Text span size="sm" c="dimmed">
                {t('autonomy.times', { count: one.count, number: format.number(one.count) })}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
