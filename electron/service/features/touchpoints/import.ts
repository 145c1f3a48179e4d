/** Touchpoints: by id, or the same person, day and kind once more; two of one day differ by what was said. */
import { personFinder } from '../../engines/intake/references.ts';
import { lines } from '../../engines/intake/lookup.ts';
import { byId, given, insert, rejected, update } from '../../engines/intake/records.ts';
import type { Judge, JudgeContext, Stored } from '../../engines/intake/types.ts';
import { touchpointSearchKey } from './handlers.ts';

interface Known extends Stored {
  id: string;
}

const said = (row: Stored): string => String(row['summary'] ?? '');

export function judgeTouchpoints(context: JudgeContext): Judge {
  const findPerson = personFinder(context);
  const read = byId(context, 'touchpoints');
  const ofDay = context.raw.prepare(
    'select * from touchpoints where "personId" = ? and date = ? and kind = ? order by seq',
  );
  const claimed = lines();
  const ids = new Map<string, Known[]>();

  /** The contacts of that person, day and kind: those of the file, and those that were there. */
  const alike = (personId: string, date: string, kind: string): Known[] => {
    const key = `${personId}|${date}|${kind}`;
    const rows = ids.get(key) ?? (ofDay.all(personId, date, kind) as Known[]);
    ids.set(key, rows);
    return rows;
  };

  return {
    judge: (row) => {
      const { id, person, date, kind } = row.values;
      const name = [person, date].filter((part) => part !== undefined).join(' · ');
      const values = given(row, ['date', 'kind', 'summary', 'author']);
      if (person !== undefined) {
        const found = findPerson(String(person));
        if (found === null || found === 'ambiguous')
          return rejected(name, 'person', found === null ? 'personUnknown' : 'referenceAmbiguous');
        values['personId'] = found;
      }
      let before: Stored | undefined;
      if (id !== undefined) {
        before = read(String(id));
        if (before === undefined) return rejected(name, 'id', 'noMatch');
      } else {
        for (const field of ['person', 'date', 'kind'])
          if (row.values[field] === undefined) return rejected(name, field, 'required');
        const same = alike(String(values['personId']), String(date), String(kind));
        // What was said tells two contacts of one day apart; one noted without a word is told by its id alone.
        before = same.find((one) => said(one) === said(values));
      }
      const first = before === undefined ? null : claimed.claim(String(before['id']), row.line);
      if (first !== null) return rejected(name, id === undefined ? 'person' : 'id', 'duplicateInFile', { line: first });
      if (before !== undefined) {
        const after = { ...before, ...values };
        const key = touchpointSearchKey({
          summary: (after['summary'] ?? null) as string | null,
          author: (after['author'] ?? null) as string | null,
        });
        return update(context, 'touchpoints', before, values, { searchKey: key }, name);
      }
      if (context.input.updateOnly) return rejected(name, 'person', 'noMatch');
      const fresh: Stored = { summary: null, author: null, ...values };
      const key = touchpointSearchKey({
        summary: fresh['summary'] as string | null,
        author: fresh['author'] as string | null,
      });
      const made = insert(context, 'touchpoints', { ...fresh, searchKey: key });
      claimed.claim(made, row.line);
      alike(String(values['personId']), String(date), String(kind)).push({ ...fresh, id: made });
      return { status: 'created', name, changes: [] };
    },
  };
}
