/** The report of an edition's ranking, from the same function as the Awards screen: as announced when the edition is closed. */
import type { CategoryResult, EditionResults, RankedNominee } from '#shared/awards/results.ts';
import type { Language } from '#shared/base/common.ts';
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { editionResults } from '../../domain/awards/results.ts';
import { closed, columnsFor, count, text } from '../../engines/reporting/columns.ts';
import type { Report } from '../../engines/reporting/types.ts';
import { columnHelp, tableText, termsOf } from '../../engines/reporting/words.ts';

const score = (id: string) => ({ id, type: 'number' as const, decimals: 2 });
const specs = [
  { id: 'year', type: 'integer' as const },
  text('edition'),
  text('category'),
  { id: 'rank', type: 'integer' as const },
  { id: 'isWinner', type: 'flag' as const },
  text('nominee'),
  text('nomineeCode'),
  closed('nomineeKind', 'nomineeKind'),
  text('siteName'),
  text('territory'),
  score('note'),
  score('median'),
  closed('method', 'method'),
  { id: 'rankValue', type: 'number' as const, decimals: 3 },
  count('notesCount'),
  count('expectedNotes'),
  count('missingNotes'),
  closed('unranked', 'unranked'),
  closed('tieBrokenBy', 'tieBrokenBy'),
  text('decisions'),
];

/** Criteria of several categories that bear one name share a column. */
function criterionNames(results: EditionResults): string[] {
  return [...new Set(results.categories.flatMap((category) => category.criteria.map((criterion) => criterion.name)))];
}

function criterionColumn(lang: Language, name: string): ReportColumn {
  return {
    id: `criterion:${name}`,
    label: tableText(lang, 'sheet.criterionOf', { name }),
    help: columnHelp(lang, 'ranking', 'criterion'),
    type: 'number',
    unit: null,
    decimals: 2,
    terms: null,
  };
}

function decisionsOf(lang: Language, category: CategoryResult, nominee: RankedNominee): string | null {
  const words = termsOf(lang, 'decision');
  const mine = category.decisions.filter((decision) => decision.nomineeId === nominee.nomineeId && decision.applied);
  return mine.length === 0
    ? null
    : mine
        .map(({ kind, reason }) => tableText(lang, 'sheet.decisionOf', { decision: words[kind], reason }))
        .join(' ; ');
}

function rowOf(
  lang: Language,
  results: EditionResults,
  category: CategoryResult,
  nominee: RankedNominee,
  criteria: string[],
): ReportCell[] {
  const { edition } = results;
  const means = new Map(
    nominee.perCriterion.map(({ criterionId, mean }) => [
      category.criteria.find((criterion) => criterion.id === criterionId)?.name,
      mean,
    ]),
  );
  return [
    edition.year,
    edition.name,
    category.name,
    nominee.rank,
    nominee.isWinner,
    nominee.title,
    nominee.code,
    nominee.kind,
    nominee.siteName,
    nominee.territoryName,
    nominee.note,
    nominee.median,
    edition.method,
    nominee.value,
    nominee.notesCount,
    nominee.expectedNotes,
    nominee.missingNotes,
    nominee.unranked,
    nominee.tieBrokenBy,
    decisionsOf(lang, category, nominee),
    ...criteria.map((name) => means.get(name) ?? null),
  ];
}

export const rankingReport: Report = {
  id: 'ranking',
  obeys: ['edition'],
  table: async ({ db, lang, filter }) => {
    const results = filter.edition === null ? null : await editionResults(db, filter.edition);
    const criteria = results === null ? [] : criterionNames(results);
    const rows =
      results === null
        ? []
        : results.categories.flatMap((category) =>
            category.nominees.map((nominee) => rowOf(lang, results, category, nominee, criteria)),
          );
    return {
      columns: [...columnsFor(lang, 'ranking', specs), ...criteria.map((name) => criterionColumn(lang, name))],
      total: rows.length,
      keys: rows.map((_row, index) => index),
      read: async (keys) =>
        keys.flatMap((key) => {
          const row = rows[Number(key)];
          return row === undefined ? [] : [row];
        }),
    };
  },
};
