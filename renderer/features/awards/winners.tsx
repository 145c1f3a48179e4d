/** Who wins: the large card of a category's prize, and the wall of all winners. Saffron is theirs alone. */
import { Button, Title, UnstyledButton } from '@mantine/core';
import { IconHourglass, IconScale, IconTrophy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categoryColour } from '#shared/awards/colours.ts';
import type { CategoryResult, EditionResults, RankedNominee } from '#shared/awards/results.ts';
import { useFormat } from '../../lib/format.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { Picture } from './picture.tsx';
import classes from './results.module.css';

const placeOf = (nominee: RankedNominee): string =>
  [nominee.siteName, nominee.territoryName].filter((part) => part !== null).join(' · ');

export function nomineesOf(category: CategoryResult, ids: string[]): RankedNominee[] {
  return ids.flatMap((id) => category.nominees.find((one) => one.nomineeId === id) ?? []);
}

interface PrizeProps {
  category: CategoryResult;
  results: EditionResults;
  colour: string;
  locked: boolean;
  onWrite: (nomineeId: string) => void;
}

export function Prize({ category, results, colour, locked, onWrite }: PrizeProps): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  const [deciding, setDeciding] = useState(false);
  const winners = nomineesOf(category, category.winnerIds);
  const pending = nomineesOf(category, category.pendingIds);
  return (
    <>
      {winners.map((winner, index) => (
        <WinnerCard
          key={winner.nomineeId}
          winner={winner}
          category={category}
          rank={index + 1}
          colour={colour}
          locked={locked}
          onWrite={() => onWrite(winner.nomineeId)}
        />
      ))}
      {pending.length > 0 && (
        <section className={classes['notice']} aria-label={t('results.pendingTitle')}>
          <IconScale size={28} stroke={1.4} aria-hidden />
          <div>
            <Title order={3} className={classes['noticeTitle']}>
              {t('results.pendingTitle')}
            </Title>
            <p className={classes['quiet']}>
              {t('results.pendingText', { names: format.list(pending.map((one) => one.title)) })}
            </p>
          </div>
          {!locked && <Button onClick={() => setDeciding(true)}>{t('results.breakTie')}</Button>}
        </section>
      )}
      {winners.length === 0 && pending.length === 0 && category.nominees.length > 0 && (
        <section className={classes['notice']}>
          <IconHourglass size={28} stroke={1.4} aria-hidden />
          <div>
            <Title order={3} className={classes['noticeTitle']}>
              {t('results.nobody')}
            </Title>
            <p className={classes['quiet']}>{t('results.nobodyText', { quorum: results.edition.quorum })}</p>
          </div>
        </section>
      )}
      {deciding && (
        <DecisionDialog kind="tie_break" candidates={pending} category={category} onClose={() => setDeciding(false)} />
      )}
    </>
  );
}

function WinnerCard({
  winner,
  category,
  rank,
  colour,
  locked,
  onWrite,
}: {
  winner: RankedNominee;
  category: CategoryResult;
  rank: number;
  colour: string;
  locked: boolean;
  onWrite: () => void;
}): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  return (
    <section className={classes['winner']} aria-label={`${t('results.winner')}: ${winner.title}`}>
      <Picture
        id={winner.pictureId}
        kind={winner.kind}
        colour={colour}
        className={classes['winnerPicture']}
        size="full"
      />
      <div className={classes['winnerWords']}>
        <span className={classes['laurel']}>
          <IconTrophy size={16} stroke={1.8} aria-hidden />
          {category.winnersCount > 1 ? t('results.prize', { rank }) : t('results.winner')}
        </span>
        <Title order={3} className={classes['winnerName']}>
          {winner.title}
        </Title>
        {placeOf(winner) !== '' && <span className={classes['winnerPlace']}>{placeOf(winner)}</span>}
        {winner.citation !== null ? (
          <blockquote className={classes['citation']}>{t('results.quote', { text: winner.citation })}</blockquote>
        ) : (
          <p className={classes['quiet']}>
            {t('results.noCitation')}
            {!locked && (
              <Button variant="subtle" size="compact-sm" ml="xs" onClick={onWrite}>
                {t('results.write')}
              </Button>
            )}
          </p>
        )}
        <span className={classes['winnerNote']}>
          {winner.note !== null && <b>{format.number(winner.note, 2)}</b>}
          {winner.note !== null && <span>/ {format.number(category.scaleMax, 2)}</span>}
          <span>{t('results.notes', { count: winner.notesCount, expected: winner.expectedNotes })}</span>
        </span>
      </div>
    </section>
  );
}

export function HonoursWall({
  results,
  onOpen,
}: {
  results: EditionResults;
  onOpen: (categoryId: string) => void;
}): ReactNode {
  const { t } = useTranslation('awards');
  return (
    <ul className={classes['wall']}>
      {results.categories.map((category, index) => {
        const colour = categoryColour(category.colour, index);
        const winners = nomineesOf(category, category.winnerIds);
        const [first] = winners;
        return (
          <li key={category.id}>
            <UnstyledButton className={classes['honour']} onClick={() => onOpen(category.id)}>
              {first !== undefined ? (
                <Picture id={first.pictureId} kind={first.kind} colour={colour} className={classes['honourPicture']} />
              ) : (
                <span className={classes['honourEmpty']}>
                  {category.pendingIds.length > 0 ? (
                    <IconScale size={32} stroke={1.3} aria-hidden />
                  ) : (
                    <IconHourglass size={32} stroke={1.3} aria-hidden />
                  )}
                </span>
              )}
              <span className={classes['honourCategory']}>
                <span className={classes['dot']} style={{ background: colour }} aria-hidden="true" />
                {category.name}
              </span>
              {winners.map((winner) => (
                <span key={winner.nomineeId} className={classes['honourName']}>
                  {winner.title}
                </span>
              ))}
              {first === undefined && (
                <span className={classes['quiet']}>
                  {category.pendingIds.length > 0 ? t('rail.pending') : t('rail.none')}
                </span>
              )}
              {first !== undefined && winners.length === 1 && (
                <span className={classes['honourPlace']}>{placeOf(first)}</span>
              )}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
