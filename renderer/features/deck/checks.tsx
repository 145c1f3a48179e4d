/** What the deck leaves out and what it lacks, each with the place where it is mended. */
import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconSignature } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { consentPurposes } from '#shared/base/common.ts';
import type { DeckInfo, DeckWarning } from '#shared/deck/contract.ts';
import type { Consent } from '#shared/people/contract.ts';
import { ConsentDialog } from '../../blocks/consent-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import { useRecordAddress } from '../../lib/features.ts';
import classes from './deck.module.css';

/** Where a warning is mended, by what it names. */
function placeOf(address: ReturnType<typeof useRecordAddress>, deck: DeckInfo, warning: DeckWarning): string {
  if (warning.personId !== undefined) return `${address('person', warning.personId)}&tab=consents`;
  if (warning.categoryId !== undefined)
    return `${address('edition', deck.editionId)}&step=${warning.kind === 'no_nominee' ? 'nominees' : 'results'}&category=${warning.categoryId}`;
  return warning.kind === 'no_map' ? '/sites' : '/initiatives';
}

/** What a consent must allow for the warning to go; a story is kept back for the name in it. */
const purposeOf = ({ kind, purpose }: DeckWarning): Consent['purpose'] =>
  purpose ?? (kind === 'face_without_consent' ? 'face' : 'name');

/** What every one of these people is asked for: nothing is proposed for someone who needs it not. */
function sharedPurposes(warnings: DeckWarning[]): Consent['purpose'][] {
  const needed = new Map<string, Set<Consent['purpose']>>();
  for (const warning of warnings) {
    const id = warning.personId ?? '';
    needed.set(id, (needed.get(id) ?? new Set()).add(purposeOf(warning)));
  }
  return consentPurposes.filter((purpose) => [...needed.values()].every((mine) => mine.has(purpose)));
}

const mends = {
  no_winner: 'mend.winner',
  no_nominee: 'mend.nominee',
  no_map: 'mend.sites',
} as const satisfies Partial<Record<DeckWarning['kind'], string>>;

function mendOf({
  kind,
  personId,
}: DeckWarning): (typeof mends)[keyof typeof mends] | 'mend.consent' | 'mend.initiatives' {
  if (personId !== undefined) return 'mend.consent';
  return kind in mends ? mends[kind as keyof typeof mends] : 'mend.initiatives';
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
  const format = useFormat();
  const readOnly = useReadOnly();
  const [asking, setAsking] = useState<DeckWarning[] | null>(null);
  const asked = warnings.filter((warning) => warning.personId !== undefined);
  const people = new Set(asked.map((warning) => warning.personId));
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
      {!readOnly && people.size > 1 && (
        <Button
          variant="default"
          leftSection={<IconSignature size={16} stroke={1.6} />}
          onClick={() => setAsking(asked)}
        >
          {t('mend.recordAll', { count: people.size, number: format.number(people.size) })}
        </Button>
      )}
      <ul className={classes['checks']}>
        {warnings.map((warning) => {
          const consent = warning.personId !== undefined;
          const Sign = consent ? IconSignature : IconAlertTriangle;
          return (
            <li
              key={`${warning.kind} ${warning.personId ?? warning.categoryId ?? warning.slideKey ?? ''} ${warning.purpose ?? ''} ${warning.name}`}
              className={classes['check']}
            >
              <Sign size={18} stroke={1.6} aria-hidden className={classes['checkSign']} />
              <div>
                <Text size="sm">
                  {t(`warning.${warning.kind}`, { name: warning.name, day: format.date(warning.day ?? null) })}
                </Text>
                <Group gap={0} ml={-8}>
                  {consent && !readOnly && (
                    <Button size="compact-sm" variant="subtle" onClick={() => setAsking([warning])}>
                      {t('mend.record')}
                    </Button>
                  )}
                  {warning.slideKey === undefined ? (
                    <Button component={Link} to={placeOf(address, deck, warning)} size="compact-sm" variant="subtle">
                      {t(mendOf(warning))}
                    </Button>
                  ) : (
                    <Button size="compact-sm" variant="subtle" onClick={() => onSlide(warning.slideKey ?? '')}>
                      {t('mend.slide')}
                    </Button>
                  )}
                </Group>
              </div>
            </li>
          );
        })}
      </ul>
      {asking !== null && (
        <ConsentDialog
          personIds={[...new Set(asking.flatMap((warning) => warning.personId ?? []))]}
          {...(asking.length === 1 && asking[0] !== undefined ? { name: asking[0].name } : {})}
          purposes={sharedPurposes(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
