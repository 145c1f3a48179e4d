/** Scores of a jury: who noted whom, on which criterion; within the scale, never by someone who stepped aside. */
import { fold } from '#shared/base/fold.ts';
import { keyMap, lines, type KeyMap } from '../../engines/intake/lookup.ts';
import { given, insert, rejected, update } from '../../engines/intake/records.ts';
import type { Judge, JudgeContext, Stored } from '../../engines/intake/types.ts';

interface Edition {
  id: string;
  year: number;
  name: string;
  status: string;
}
interface Known {
  id: string;
  editionId: string;
  categoryId: string;
  scaleMin: number;
  scaleMax: number;
}

/** Names within one edition; a name that two records share is ambiguous. */
function names(rows: { editionId: string; id: string; keys: (string | null)[] }[]): KeyMap {
  const map = keyMap();
  for (const row of rows)
    for (const key of row.keys) if (key !== null && key !== '') map.add(`${row.editionId}|${fold(key)}`, row.id);
  return map;
}

export function judgeScores(context: JudgeContext): Judge {
  const { raw } = context;
  const editions = raw
    .prepare('select id, year, name, status from awardEditions order by year desc, seq desc')
    .all() as Edition[];
  const jurors = names(
    (
      raw.prepare('select id, editionId, name, email from jurors').all() as {
        id: string;
        editionId: string;
        name: string;
        email: string | null;
      }[]
    ).map((row) => ({ ...row, keys: [row.name, row.email] })),
  );
  const nominees = raw
    .prepare(`select n.id, c.editionId, n.categoryId, c.name as category, c.scaleMin, c.scaleMax, n.code, n.title, i.title as initiative, i.code as initiativeCode, trim(p.firstName || ' ' || p.lastName) as person
    from nominees n join awardCategories c on c.id = n.categoryId left join initiatives i on i.id = n.initiativeId left join people p on p.id = n.personId`)
    .all() as (Known & {
    category: string;
    code: string | null;
    title: string | null;
    initiative: string | null;
    initiativeCode: string | null;
    person: string | null;
  })[];
  const nomineeNames = names(
    nominees.map((row) => ({
      ...row,
      keys: [
        ...new Set(
          [row.code, row.title, row.initiative, row.initiativeCode, row.person]
            .flatMap((key) => (key === null ? [] : [key, `${row.category}|${key}`]))
            .map(fold),
        ),
      ],
    })),
  );
  const nomineeById = new Map(nominees.map((row) => [row.id, row]));
  const criteria = keyMap();
  for (const row of raw.prepare('select id, categoryId, name from awardCriteria').all() as {
    id: string;
    categoryId: string;
    name: string;
  }[])
    criteria.add(`${row.categoryId}|${fold(row.name)}`, row.id);
  const recused = new Set(
    (raw.prepare('select jurorId, nomineeId from recusals').all() as { jurorId: string; nomineeId: string }[]).map(
      (row) => `${row.jurorId}|${row.nomineeId}`,
    ),
  );
  const stored = raw.prepare('select * from scores where nomineeId = ? and jurorId = ? and criterionId = ?');
  const claimed = lines();

  const editionOf = (text: unknown): Edition | 'several' | null => {
    if (text === undefined) {
      const open = editions.filter((edition) => edition.status !== 'closed');
      return open.length > 1 ? 'several' : (open[0] ?? editions[0] ?? null);
    }
    const found = editions.filter(
      (edition) => String(edition.year) === String(text) || fold(edition.name) === fold(String(text)),
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  };

  return {
    judge: (row) => {
      const { juror, nominee, criterion, value, category } = row.values;
      const name = [juror, nominee, criterion].filter((part) => part !== undefined).join(' · ');
      const missing = Object.entries({ juror, nominee, criterion, value }).find(([, one]) => one === undefined);
      if (missing !== undefined) return rejected(name, missing[0], 'required');
      const edition = editionOf(row.values['edition']);
      if (edition === 'several') return rejected(name, 'edition', 'editionToName');
      if (edition === null) return rejected(name, 'edition', 'editionUnknown');
      if (edition.status === 'closed') return rejected(name, 'edition', 'editionClosed');
      const jurorId = jurors.get(`${edition.id}|${fold(String(juror))}`);
      if (jurorId === undefined || jurorId === 'ambiguous')
        return rejected(name, 'juror', jurorId === undefined ? 'jurorUnknown' : 'referenceAmbiguous');
      const nomineeKey = category === undefined ? String(nominee) : `${String(category)}|${String(nominee)}`;
      const nomineeId = nomineeNames.get(`${edition.id}|${fold(nomineeKey)}`);
      if (nomineeId === undefined || nomineeId === 'ambiguous')
        return rejected(name, 'nominee', nomineeId === undefined ? 'nomineeUnknown' : 'referenceAmbiguous');
      const known = nomineeById.get(nomineeId);
      const criterionId =
        known === undefined ? undefined : criteria.get(`${known.categoryId}|${fold(String(criterion))}`);
      if (known === undefined || criterionId === undefined || criterionId === 'ambiguous')
        return rejected(name, 'criterion', 'criterionUnknown');
      if (recused.has(`${jurorId}|${nomineeId}`)) return rejected(name, 'juror', 'jurorRecused');
      if (Number(value) < known.scaleMin || Number(value) > known.scaleMax)
        return rejected(name, 'value', 'scoreOutOfScale', { min: known.scaleMin, max: known.scaleMax });
      const first = claimed.claim(`${jurorId}|${nomineeId}|${criterionId}`, row.line);
      if (first !== null) return rejected(name, 'criterion', 'duplicateInFile', { line: first });
      const before = stored.get(nomineeId, jurorId, criterionId) as Stored | undefined;
      const values = given(row, ['value', 'comment']);
      if (before !== undefined) return update(context, 'scores', before, values, {}, name);
      if (context.input.updateOnly) return rejected(name, 'nominee', 'notThereYet');
      insert(context, 'scores', { jurorId, nomineeId, criterionId, comment: null, ...values });
      return { status: 'created', name, changes: [] };
    },
  };
}
