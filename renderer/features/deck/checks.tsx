/** What the deck leaves out and what it lacks, each with the place where it is mended. */
import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconSignature } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeckInfo, DeckWarning } from '#shared/deck/contract.ts';
import { useRecordAddress } from '../../lib/features.ts';
import classes from './deck.module.css';

/** Where a warning is mended, by what it names. */
function placeOf(address: ReturnType<typeof useRecordAddress>, deck: DeckInfo, warning: DeckWarning): string {
  if (warning.personId !== undefined) return `${address('person', warning.personId)}&tab=consents`;
  if (warning.categoryId !== undefined)
    return `${address('edition', deck.editionId)}&step=${warning.kind === 'no_nominee' ? 'nominees' : 'results'}&category=${warning.categoryId}`;
  return warning.kind === 'no_map' ? '/sites' : '/initiatives';
}

interface Props {
  deck: DeckInfo;
  warnings: DeckWarning[];
  /** Shows a slide with its texts beside it. */
  onSlide: (key: string) => void;
}

export function Checks({ deck, warnings, onSlide }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const address = useRecordAddress();
  if (warnings.length === 0)
    return (
      <div className={classes['allWell']}>
        <IconCircleCheck size={28} stroke={1.4} color="var(--accent)" aria-hidden />
        <Text c="dimmed" ta="center">
          {t('allWell')}
        </Text>
      </div>
    );
  return (
    <div className={classes['form']}>
      <Text size="sm" c="dimmed">
        {t('checksHelp')}
      </Text>
      <ul className={classes['checks']}>
        {warnings.map((warning) => {
          const consent = warning.personId !== undefined;
          const Sign = consent ? IconSignature : IconAlertTriangle;
          return (
            <li
              key={`${warning.kind} ${warning.personId ?? warning.categoryId ?? warning.slideKey ?? ''} ${warning.name}`}
              className={classes['check']}
            >
              <Sign size={18} stroke={1.6} aria-hidden className={classes['checkSign']} />
              <div>
                <Text size="sm">{t(`warning.${warning.kind}`, { name: warning.name })}</Text>
                {warning.slideKey === undefined ? (
                  <Button
                    component={Link}
                    to={placeOf(address, deck, warning)}
                    size="compact-sm"
                    variant="subtle"
                    ml={-8}
                  >
                    {t(
                      consent
                        ? 'mend.consent'
                        : warning.kind === 'no_winner'
                          ? 'mend.winner'
                          : warning.kind === 'no_nominee'
                            ? 'mend.nominee'
                            : warning.kind === 'no_map'
                              ? 'mend.sites'
                              : 'mend.initiatives',
                    )}
                  </Button>
                ) : (
                  <Button size="compact-sm" variant="subtle" ml={-8} onClick={() => onSlide(warning.slideKey ?? '')}>
                    {t('mend.slide')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
