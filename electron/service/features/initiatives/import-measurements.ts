/** Measurements: one value of one indicator on one initiative on one day. */
import { lines, referenceIndex } from '../../engines/intake/lookup.ts';
import { byId, given, insert, rejected, update } from '../../engines/intake/records.ts';
import type { Judge, JudgeContext, Stored } from '../../engines/intake/types.ts';

export function judgeMeasurements(context: JudgeContext): Judge {
  const initiatives = referenceIndex(
    context.raw.prepare('select id, code, title as name from initiatives').all() as {
      id: string;
      code: string | null;
      name: string;
    }[],
  );
  const indicatorRows = context.raw.prepare('select id, code, name, nameEn from indicators').all() as {
    id: string;
    code: string;
    name: string;
    nameEn: string | null;
  }[];
  const indicators = referenceIndex(indicatorRows);
  for (const row of indicatorRows)
    if (row.nameEn !== null) indicators.add({ id: row.id, code: null, name: row.nameEn });
  const read = byId(context, 'measurements');
  const stored = context.raw.prepare(
    'select * from measurements where initiativeId = ? and indicatorId = ? and date = ?',
  );
  const claimed = lines();
  return {
    judge: (row) => {
      const { id, initiative, indicator, date, value } = row.values;
      const name = [initiative, indicator, date].filter((part) => part !== undefined).join(' · ');
      const values = given(row, ['date', 'value', 'provenance', 'source', 'factor', 'factorVersion', 'notes']);
      let before: Stored | undefined;
      let ids: { initiativeId: string; indicatorId: string } | null = null;
      if (id !== undefined) {
        before = read(String(id));
        if (before === undefined) return rejected(name, 'id', 'noMatch');
      } else {
        const missing = [
          ['initiative', initiative],
          ['indicator', indicator],
          ['date', date],
          ['value', value],
        ].find(([, one]) => one === undefined);
        if (missing !== undefined) return rejected(name, String(missing[0]), 'required');
        const owner = initiatives.find(String(initiative));
        if (owner === null || owner === 'ambiguous')
          return rejected(name, 'initiative', owner === null ? 'initiativeUnknown' : 'referenceAmbiguous');
        const meant = indicators.find(String(indicator));
        if (meant === null || meant === 'ambiguous')
          return rejected(name, 'indicator', meant === null ? 'indicatorUnknown' : 'referenceAmbiguous');
        ids = { initiativeId: owner.id, indicatorId: meant.id };
        before = stored.get(owner.id, meant.id, date) as Stored | undefined;
      }
      const key = ids === null ? String(id) : `${ids.initiativeId}|${ids.indicatorId}|${String(date)}`;
      const first = claimed.claim(before === undefined ? key : String(before['id']), row.line);
      if (first !== null) return rejected(name, 'date', 'duplicateInFile', { line: first });
      if (before !== undefined && ids === null && values['date'] !== undefined && values['date'] !== before['date']) {
        const there = stored.get(before['initiativeId'], before['indicatorId'], values['date']) !== undefined;
        if (
          there ||
          claimed.claim(
            `${String(before['initiativeId'])}|${String(before['indicatorId'])}|${String(values['date'])}`,
            row.line,
          ) !== null
        )
          return rejected(name, 'date', 'dateTaken');
      }
      if (before !== undefined) return update(context, 'measurements', before, values, {}, name);
      if (context.input.updateOnly) return rejected(name, 'initiative', 'notThereYet');
      insert(context, 'measurements', {
        provenance: 'declared',
        source: null,
        factor: null,
        factorVersion: null,
        notes: null,
        ...values,
        ...ids,
      });
      return { status: 'created', name, changes: [] };
    },
  };
}
