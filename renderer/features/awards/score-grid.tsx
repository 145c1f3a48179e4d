/** The scores of one juror in one category, typed as in a spreadsheet; every cell is saved as soon as it is left. */
import { Text, Tooltip } from '@mantine/core';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Criterion, Juror, Nominee, ProposedRecusal, Recusal } from '#shared/awards/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { useFormat } from '../../lib/format.ts';
import { nomineeTitle } from './nominees-step.tsx';
import { Picture } from './picture.tsx';
import { PasteAccount } from './paste-account.tsx';
import { DeclareRecusal, TieText, useProposedRecusals } from './proposed-recusals.tsx';
import { placeBlock, readBlock, type Pasted } from './score-paste.ts';
import { writeScore } from './score-text.ts';
import classes from './scores.module.css';
import { useScoreEntry, type Problem, type ScoreEntry } from './use-score-entry.ts';
import { heard } from '../../lib/keys.ts';
import { gridKeys } from './keys.ts';

interface Props {
  grid: OutputOf<'awards.grid'>;
  juror: Juror;
  locked: boolean;
}

type Place = { row: number; column: number };

export function ScoreGrid({ grid, juror, locked }: Props): ReactNode {
  const { t, i18n } = useTranslation('awards');
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const entry = useScoreEntry(grid, juror.id);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const { criteria, nominees, scaleMin, scaleMax } = grid.category;
  const proposals = useProposedRecusals(grid.category.editionId).filter((one) => one.jurorId === juror.id && !locked);
  const total = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  const recusals = new Map(grid.recusals.filter((one) => one.jurorId === juror.id).map((one) => [one.nomineeId, one]));

  /** Goes to a cell, over rows that cannot be scored; from the foot of a column to the head of the next. False at the end of the grid. */
  const go = ({ row, column }: Place, step: 1 | -1): boolean => {
    for (let [r, c] = [row, column]; c >= 0 && c < criteria.length; r += step) {
      if (r < 0 || r >= nominees.length) {
        c += step;
        r = step === 1 ? -1 : nominees.length;
        continue;
      }
      const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${r},${c}"]`);
      if (cell !== null && cell !== undefined) {
        cell.focus();
        return true;
      }
    }
    return false;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, { row, column }: Place): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const whole = selectionStart === 0 && selectionEnd === value.length;
    const move = (to: Place, step: 1 | -1): void => {
      event.preventDefault();
      // From the last cell there is nowhere to go, and so no blur to save what it holds.
      if (!go(to, step))
        entry.commit([{ nomineeId: nominees[row]?.id ?? '', criterionId: criteria[column]?.id ?? '', text: value }]);
    };
    const line = heard(gridKeys, event);
    const arrow = line === 'move' ? event.key : null;
    if (arrow === 'ArrowDown' || line === 'next') move({ row: row + 1, column }, 1);
    else if (arrow === 'ArrowUp' || line === 'previous') move({ row: row - 1, column }, -1);
    else if (arrow === 'ArrowLeft' && column > 0 && (whole || selectionEnd === 0)) move({ row, column: column - 1 }, 1);
    else if (arrow === 'ArrowRight' && column < criteria.length - 1 && (whole || selectionStart === value.length))
      move({ row, column: column + 1 }, 1);
    else if (line === 'reset') entry.reset(nominees[row]?.id ?? '', criteria[column]?.id ?? '');
  };

  const cellName = ({ nomineeId, criterionId }: Problem): string => {
    const nominee = nominees.find((one) => one.id === nomineeId);
    return t('scores.cell', {
      criterion: criteria.find((one) => one.id === criterionId)?.name ?? '',
      nominee: nominee === undefined ? '' : nomineeTitle(nominee),
    });
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>, { row, column }: Place): void => {
    const block = readBlock(event.clipboardData.getData('text/plain'));
    if (block === null || locked) return;
    event.preventDefault();
    const rows = nominees.map((nominee) => ({
      id: nominee.id,
      title: nomineeTitle(nominee),
      names: [nominee.title, nominee.subjectName, nominee.code].flatMap((name) => (name === null ? [] : [name])),
      recused: recusals.has(nominee.id),
    }));
    const placed = placeBlock(block, { rows, criteria, at: { row, column } });
    setPasted(placed);
    if (placed.ok) entry.commit(placed.cells);
  };

  return (
    <>
      <div className={classes['scroll']}>
        <table className={classes['grid']} ref={table}>
          <thead>
            <tr>
              <th scope="col">{t('scores.nominee')}</th>
              {criteria.map((criterion) => (
                <CriterionHead
                  key={criterion.id}
                  criterion={criterion}
                  share={format.percent(criterion.weight / total)}
                />
              ))}
              <th scope="col" className={classes['total']}>
                {t('scores.total')}
                <span className={classes['weight']}>
                  {t('scores.scale', { min: format.number(scaleMin, 2), max: format.number(scaleMax, 2) })}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {nominees.map((nominee, row) => (
              <tr key={nominee.id}>
                <th scope="row">
                  <NomineeCell
                    nominee={nominee}
                    juror={juror}
                    proposed={proposals.find((one) => one.nomineeId === nominee.id)}
                  />
                </th>
                {recusals.has(nominee.id) ? (
                  <RecusedCells recusal={recusals.get(nominee.id)} span={criteria.length + 1} />
                ) : (
                  <>
                    {criteria.map((criterion, column) => (
                      <td key={criterion.id} className={classes['cell']}>
                        <Cell
                          entry={entry}
                          nominee={nominee}
                          criterion={criterion}
                          place={{ row, column }}
                          locked={locked}
                          onKeyDown={onKeyDown}
                          onPaste={onPaste}
                        />
                      </td>
                    ))}
                    <td className={classes['total']}>{writeNote(entry.noteOf(nominee.id), i18n.language)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pasted !== null && <PasteAccount pasted={pasted} />}
      {entry.problems.map((problem) => (
        <Text key={problem.key} c="var(--danger)" size="sm" mt="sm" role="alert">
          {t(problem.kind === 'number' ? 'scores.notNumber' : 'scores.outOfScale', {
            cell: cellName(problem),
            text: problem.text,
            min: format.number(scaleMin, 2),
            max: format.number(scaleMax, 2),
          })}
        </Text>
      ))}
    </>
  );
}

const writeNote = (note: number | null, lang: string): string =>
  note === null ? '–' : writeScore(Math.round(note * 100) / 100, lang);

function CriterionHead({ criterion, share }: { criterion: Criterion; share: string }): ReactNode {
  const { t } = useTranslation('awards');
  const head = <span>{criterion.name}</span>;
  return (
    <th scope="col" className={classes['criterion']}>
      {criterion.description === null ? (
        head
      ) : (
        <Tooltip label={criterion.description} multiline maw={280}>
          {head}
        </Tooltip>
      )}
      <span className={classes['weight']}>{t('scores.weight', { share })}</span>
    </th>
  );
}

function NomineeCell({
  nominee,
  juror,
  proposed,
}: {
  nominee: Nominee;
  juror: Juror;
  proposed: ProposedRecusal | undefined;
}): ReactNode {
  return (
    <span className={classes['nominee']}>
      <Picture id={nominee.pictureId} kind={nominee.kind} colour="var(--chart)" className={classes['thumb']} />
      <span className={classes['words']}>
        <span className={classes['name']}>{nomineeTitle(nominee)}</span>
        {nominee.siteName !== null && <span className={classes['place']}>{nominee.siteName}</span>}
        {proposed !== undefined && (
          <span className={classes['proposed']}>
            <TieText proposed={proposed} /> <DeclareRecusal proposed={proposed} juror={juror.name} />
          </span>
        )}
      </span>
    </span>
  );
}

function RecusedCells({ recusal, span }: { recusal: Recusal | undefined; span: number }): ReactNode {
  const { t } = useTranslation('awards');
  return (
    <td colSpan={span} className={classes['recused']}>
      {recusal?.kind === 'abstention' ? t('scores.abstained') : t('scores.recused')} · {recusal?.reason}
    </td>
  );
}

interface CellProps {
  entry: ScoreEntry;
  nominee: Nominee;
  criterion: Criterion;
  place: Place;
  locked: boolean;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>, place: Place) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>, place: Place) => void;
}

function Cell({ entry, nominee, criterion, place, locked, onKeyDown, onPaste }: CellProps): ReactNode {
  const { t } = useTranslation('awards');
  return (
    <input
      className={classes['input']}
      data-cell={`${place.row},${place.column}`}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-label={t('scores.cell', { criterion: criterion.name, nominee: nomineeTitle(nominee) })}
      aria-invalid={entry.isRefused(nominee.id, criterion.id) || undefined}
      readOnly={locked}
      value={entry.textOf(nominee.id, criterion.id)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => entry.type(nominee.id, criterion.id, event.currentTarget.value)}
      onBlur={(event) =>
        entry.commit([{ nomineeId: nominee.id, criterionId: criterion.id, text: event.currentTarget.value }])
      }
      onKeyDown={(event) => onKeyDown(event, place)}
      onPaste={(event) => onPaste(event, place)}
    />
  );
}
