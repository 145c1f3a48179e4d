/** The ranking of a category: notes as bars, ties, what is missing, and what stands behind each note. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAward, IconChevronDown, IconChevronRight, IconDots, IconScale, IconTrophy } from '@tabler/icons-react';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CategoryResult, EditionResults, RankedNominee } from '#shared/awards/results.ts';
import { useFormat } from '../../lib/format.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { NoteDetails } from './note-details.tsx';
import { Picture } from './picture.tsx';
import classes from './results.module.css';

interface Props {
  category: CategoryResult;
  results: EditionResults;
  colour: string;
  locked: boolean;
}

export function RankingTable({ category, results, colour, locked }: Props): ReactNode {
  const { t } = useTranslation('awards');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table className={classes['ranking']}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('results.rank')}</th>
          <th scope="col">{t('scores.nominee')}</th>
          <th scope="col">{t('scores.total')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {category.nominees.map((nominee) => (
          <Fragment key={nominee.nomineeId}>
            <Row
              nominee={nominee}
              category={category}
              results={results}
              colour={colour}
              locked={locked}
              open={open === nominee.nomineeId}
              onToggle={() => setOpen(open === nominee.nomineeId ? null : nominee.nomineeId)}
            />
            {open === nominee.nomineeId && (
              <tr className={classes['detailRow']}>
                <td colSpan={4}>
                  <NoteDetails nominee={nominee} category={category} results={results} colour={colour} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Row({
  nominee,
  category,
  results,
  colour,
  locked,
  open,
  onToggle,
}: Props & { nominee: RankedNominee; open: boolean; onToggle: () => void }): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  const share =
    nominee.note === null ? 0 : (nominee.note - category.scaleMin) / (category.scaleMax - category.scaleMin);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <tr
      className={classes['row']}
      data-winner={nominee.isWinner || undefined}
      data-unranked={nominee.rank === null || undefined}
    >
      <td className={classes['rank']}>{nominee.rank === null ? '–' : nominee.rank}</td>
      <td>
        <div className={classes['nominee']}>
          <Picture id={nominee.pictureId} kind={nominee.kind} colour={colour} className={classes['thumb']} />
          <div className={classes['words']}>
            <span className={classes['name']}>
              {nominee.title}
              {nominee.isWinner && <IconTrophy size={15} stroke={1.8} aria-label={t('results.winner')} />}
            </span>
            <Flags nominee={nominee} category={category} quorum={results.edition.quorum} />
          </div>
        </div>
      </td>
      <td className={classes['noteCell']}>
        <div className={classes['note']}>
          <span className={classes['track']} aria-hidden="true">
            <span
              style={{ width: `${share * 100}%`, background: nominee.isWinner ? 'var(--saffron-strong)' : colour }}
            />
          </span>
          <span className={classes['figure']}>{format.number(nominee.note, 2)}</span>
        </div>
        <div className={classes['count']} data-missing={nominee.missingNotes > 0 || undefined}>
          {t('results.notes', { count: nominee.notesCount, expected: nominee.expectedNotes })}
          <MethodValue nominee={nominee} method={results.edition.method} />
        </div>
      </td>
      <td className={classes['tools']}>
        <ActionIcon aria-label={t('results.details', { name: nominee.title })} aria-expanded={open} onClick={onToggle}>
          <Chevron size={17} stroke={1.6} />
        </ActionIcon>
        {!locked && <RowMenu nominee={nominee} category={category} />}
      </td>
    </tr>
  );
}

/** What the other methods rank by; for the means it is the note itself. */
function MethodValue({
  nominee,
  method,
}: {
  nominee: RankedNominee;
  method: EditionResults['edition']['method'];
}): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  if (method === 'mean' || method === 'trimmed' || nominee.value === null) return null;
  return (
    <>
      {' '}
      ·{' '}
      {t(`results.value.${method}`, {
        value: method === 'schulze' ? format.percent(nominee.value) : format.number(nominee.value, 2),
      })}
    </>
  );
}

function Flags({
  nominee,
  category,
  quorum,
}: {
  nominee: RankedNominee;
  category: CategoryResult;
  quorum: number;
}): ReactNode {
  const { t } = useTranslation('awards');
  const heaviest = category.criteria.reduce<CategoryResult['criteria'][number] | undefined>(
    (best, one) => (best === undefined || one.weight > best.weight ? one : best),
    undefined,
  );
  const overridden = category.decisions.some(
    (decision) => decision.kind === 'override' && decision.applied && decision.nomineeId === nominee.nomineeId,
  );
  const words = [
    nominee.siteName,
    nominee.unranked === null ? null : t(`results.unranked.${nominee.unranked}`, { quorum }),
    nominee.tiedWith.length > 0 ? t('results.tied') : null,
    nominee.tieBrokenBy === null
      ? null
      : t(`results.brokenBy.${nominee.tieBrokenBy}`, { criterion: heaviest?.name ?? '' }),
    overridden ? t('results.overridden') : null,
  ].filter((word) => word !== null);
  return <span className={classes['flags']}>{words.join(' · ')}</span>;
}

function RowMenu({ nominee, category }: { nominee: RankedNominee; category: CategoryResult }): ReactNode {
  const { t } = useTranslation('awards');
  const [deciding, setDeciding] = useState<'tie_break' | 'override' | null>(null);
  const label = t('results.actions', { name: nominee.title });
  return (
    <>
      <Menu width={300} position="bottom-end" shadow="md">
        <Menu.Target>
          <Tooltip label={label}>
            <ActionIcon aria-label={label}>
              <IconDots size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {nominee.tiedWith.length > 0 && (
            <Menu.Item leftSection={<IconScale size={15} stroke={1.6} />} onClick={() => setDeciding('tie_break')}>
              {t('results.breakTieFor', { name: nominee.title })}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconAward size={15} stroke={1.6} />}
            disabled={nominee.isWinner && category.winnersCount === 1}
            onClick={() => setDeciding('override')}
          >
            {t('results.override')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {deciding !== null && (
        <DecisionDialog kind={deciding} candidates={[nominee]} category={category} onClose={() => setDeciding(null)} />
      )}
    </>
  );
}
