/** The answers on the land, drawn by the service: territories by their share of adoption, sites by their answer. The tables beside say the same. */
import { Group, Select, Skeleton, Text } from '@mantine/core';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { adoptedShare, shareBreaks } from '#shared/campaigns/shares.ts';
import type { AdoptionFigure } from '#shared/adoptions/contract.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { SvgPicture } from '../../../components/svg-picture.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { useCampaignWords } from '../words.ts';
import classes from './answer-map.module.css';
import { answerOrder } from './stacked-bar.tsx';
import type { AnswersOf } from './use-replies.ts';

const [width, height] = [640, 620];

interface Props {
  of: AnswersOf;
  /** By territory. */
  figures: AdoptionFigure[];
  onTerritory: (id: string) => void;
}

const territoryAt = (event: MouseEvent): string | null =>
  event.target instanceof Element
    ? (event.target.closest('[data-territory]')?.getAttribute('data-territory') ?? null)
    : null;

export function AnswerMap({ of, figures, onTerritory }: Props): ReactNode {
  const { t } = useTranslation('replies');
  const format = useFormat();
  const words = useCampaignWords();
  const [depth, setDepth] = useState<number | null>(null);
  const [under, setUnder] = useState<string | null>(null);
  const map = useRead('adoptions.map', { ...of, depth, width, height }, { keep: true });
  if (map.error !== null) return <ErrorState error={map.error} onRetry={() => void map.refetch()} />;
  if (map.data === undefined) return <Skeleton height={420} radius="lg" />;
  const { svg, missing, depths } = map.data;
  if (svg === null)
    return (
      <Text size="sm" c="dimmed">
        {t('map.none')}
      </Text>
    );
  const shown = figures.find((row) => row.id === under);
  return (
    <figure className={classes['map']}>
      {/* The mouse may point at the drawing; the keyboard has the table of the same territories. */}
      <div
        role="presentation"
        onMouseMove={(event) => setUnder(territoryAt(event))}
        onMouseLeave={() => setUnder(null)}
        onClick={(event) => {
          const id = territoryAt(event);
          if (id !== null) onTerritory(id);
        }}
      >
        <SvgPicture svg={svg} label={t('map.label')} className={classes['drawing']} />
      </div>
      <figcaption className={classes['caption']}>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" mih={40}>
            {shown === undefined
              ? t('map.hint')
              : t('map.under', {
                  name: shown.name ?? '',
                  share: format.percent(adoptedShare(shown)),
                  count: shown.sites,
                  number: format.number(shown.sites),
                })}
          </Text>
          {depths > 1 && (
            <Select
              size="xs"
              w={170}
              flex="none"
              aria-label={t('map.level')}
              data={[
                ...Array.from({ length: depths - 1 }, (_, at) => ({
                  value: String(at),
                  label: t('map.depth', { level: at + 1 }),
                })),
                { value: 'leaves', label: t('map.leaves') },
              ]}
              value={depth === null ? 'leaves' : String(depth)}
              allowDeselect={false}
              comboboxProps={{ shadow: 'md' }}
              onChange={(next) => setDepth(next === 'leaves' || next === null ? null : Number(next))}
            />
          )}
        </Group>
        <div className={classes['scale']}>
          <span>{t('map.share')}</span>
          {shareBreaks.map((from, at) => (
            <span key={from}>
              <i data-share={at} aria-hidden="true" />
              {t('map.class', { from: format.number(from * 100), to: format.number((shareBreaks[at + 1] ?? 1) * 100) })}
            </span>
          ))}
        </div>
        <div className={classes['scale']}>
          {answerOrder.map((status) => (
            <span key={status}>
              <i data-dot={status} aria-hidden="true" />
              {words.answer(status)}
            </span>
          ))}
        </div>
        {missing > 0 && (
          <Text size="xs" c="dimmed">
            {t('map.missing', { count: missing, number: format.number(missing) })}
          </Text>
        )}
      </figcaption>
    </figure>
  );
}
