/** The network in one sentence and three figures, each leading to what it counts. */
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { Headline, NamedShare } from './headline.ts';
import classes from './network.module.css';
import type { Network } from './use-network.ts';

interface Props {
  headline: Headline;
  network: Network;
  onTerritory: (id: string) => void;
  onCoverage: () => void;
  onAlone: () => void;
  onFading: () => void;
}

export function HeadlineBar({ headline, network, onTerritory, onCoverage, onAlone, onFading }: Props): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const { total } = network;
  const place = ({ id, name }: NamedShare): ReactNode => (
    <button type="button" onClick={() => onTerritory(id)}>
      {name}
    </button>
  );
  return (
    <div className={classes['headline']}>
      <div className={classes['sentence']}>
        {t('headline.share', { share: format.percent(headline.share) })}
        {headline.strongest !== null && (
          <>
            {' '}
            {t('headline.strongest')} {place(headline.strongest)} ({format.percent(headline.strongest.share)})
            {headline.thinnest === null ? (
              '.'
            ) : (
              <>
                {t('headline.thinnest')} {place(headline.thinnest)} ({format.percent(headline.thinnest.share)}).
              </>
            )}
          </>
        )}
        {headline.next !== null && (
          <>
            {' '}
            {t('headline.next')} {place(headline.next)}
            {t('headline.missing', { count: headline.next.missing, number: format.number(headline.next.missing) })}
          </>
        )}
        {headline.complete && <> {t('headline.complete')}</>}
      </div>
      <div className={classes['figures']}>
        <Figure
          value={format.percent(headline.share)}
          label={t('headline.coverage', { active: format.number(total.active), target: format.number(total.target) })}
          onClick={onCoverage}
        />
        <Figure
          value={format.number(headline.alone)}
          label={t('headline.alone', { count: headline.alone, total: format.number(total.sites) })}
          onClick={onAlone}
        />
        <Figure
          value={format.number(headline.fading.length)}
          label={t('headline.fading', { count: headline.fading.length })}
          onClick={onFading}
        />
      </div>
    </div>
  );
}

function Figure({ value, label, onClick }: { value: string; label: string; onClick: () => void }): ReactNode {
  return (
    <UnstyledButton className={classes['figure']} onClick={onClick}>
      <span className={classes['value']}>{value}</span>
      <span className={classes['label']}>{label}</span>
    </UnstyledButton>
  );
}
