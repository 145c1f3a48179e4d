/** Campaigns: by id, code, or title and start. They come in as drafts: sending one is a person's decision. */
import { personFinder } from '../../engines/intake/references.ts';
import { fold } from '#shared/base/fold.ts';
import { campaignSearchKey } from '../../domain/campaigns/search-key.ts';
import { codeIndex, lines } from '../../engines/intake/lookup.ts';
import { byId, given, insert, rejected, update } from '../../engines/intake/records.ts';
import type { Judge, JudgeContext, ReadRow, Stored } from '../../engines/intake/types.ts';

const plain = ['code', 'title', 'theme', 'pillar', 'objective', 'startDate', 'endDate', 'budget', 'colour', 'notes'];
const empty = {
  theme: null,
  pillar: null,
  sdgs: '[]',
  objective: null,
  ownerId: null,
  ownerName: null,
  budget: null,
  scope: '{}',
  frozenAt: null,
  asksSites: 1,
  colour: null,
  notes: null,
  templateKey: null,
  clonedFromId: null,
};

const keyOf = (title: unknown, start: unknown): string => `${fold(String(title))}|${String(start ?? '')}`;
const searchKeyOf = (row: Stored): string =>
  campaignSearchKey({
    title: String(row['title']),
    code: String(row['code']),
    theme: (row['theme'] ?? null) as string | null,
    pillar: (row['pillar'] ?? null) as string | null,
  });

export function judgeCampaigns(context: JudgeContext): Judge {
  const existing = context.raw.prepare('select id, code, title, startDate from campaigns order by seq').all() as {
    id: string;
    code: string;
    title: string;
    startDate: string;
  }[];
  const codes = codeIndex(existing);
  const taken = new Set(existing.map((row) => row.code));
  const named = new Map(existing.map((row) => [keyOf(row.title, row.startDate), row.id]));
  const findPerson = personFinder(context);
  const read = byId(context, 'campaigns');
  const claimed = lines();
  let highest = existing.reduce((most, row) => Math.max(most, Number(/^C-(\d{1,9})$/.exec(row.code)?.[1] ?? 0)), 0);

  const nextCode = (): string => {
    do highest += 1;
    while (taken.has(`C-${String(highest).padStart(4, '0')}`));
    return `C-${String(highest).padStart(4, '0')}`;
  };

  /** The owner as a person of the network, else in words; null when the file says nothing of it. */
  const ownerOf = (row: ReadRow): { ownerId: string | null; ownerName: string | null } | 'ambiguous' | null => {
    const text = row.values['owner'];
    if (text === undefined) return null;
    const found = findPerson(String(text));
    if (found === 'ambiguous') return 'ambiguous';
    if (found === null) context.note('owner', 'ownerOutside', row.line);
    return found === null ? { ownerId: null, ownerName: String(text) } : { ownerId: found, ownerName: null };
  };

  return {
    judge: (row) => {
      const { id, code, title, startDate, sdgs, status } = row.values;
      const name = String(title ?? code ?? '');
      const found =
        id !== undefined
          ? read(String(id)) === undefined
            ? null
            : { id: String(id) }
          : code !== undefined
            ? codes.find(String(code))
            : title === undefined
              ? null
              : { id: named.get(keyOf(title, startDate)) ?? '' };
      if (found === 'ambiguous') return rejected(name, 'code', 'matchAmbiguous');
      if (id !== undefined && found === null) return rejected(name, 'id', 'noMatch');
      const before = found === null || found.id === '' ? undefined : read(found.id);
      const first = claimed.claim(
        before === undefined
          ? code === undefined
            ? keyOf(title ?? '', startDate)
            : `c${String(code)}`
          : String(before['id']),
        row.line,
      );
      if (first !== null)
        return rejected(
          name,
          code === undefined ? 'title' : 'code',
          before === undefined ? 'duplicateInFile' : 'sameRecordInFile',
          { line: first },
        );
      const owner = ownerOf(row);
      if (owner === 'ambiguous') return rejected(name, 'owner', 'referenceAmbiguous');
      const values: Stored = {
        ...given(row, plain),
        ...owner,
        ...(sdgs === undefined ? {} : { sdgs: JSON.stringify(sdgs) }),
      };
      const after: Stored = { ...before, ...values };
      if (before === undefined) {
        for (const field of ['title', 'startDate', 'endDate'])
          if (values[field] === undefined) return rejected(name, field, 'required');
      }
      if (typeof after['budget'] === 'number' && after['budget'] < 0)
        return rejected(name, 'budget', 'numberOutOfRange');
      if (String(after['endDate']) < String(after['startDate'])) return rejected(name, 'endDate', 'dateOrder');
      if (before !== undefined) {
        if (status !== undefined && status !== before['status']) context.note('status', 'campaignStatusKept', row.line);
        if (values['code'] !== undefined && values['code'] !== before['code'] && taken.has(String(values['code'])))
          return rejected(name, 'code', 'codeTaken');
        return update(context, 'campaigns', before, values, { searchKey: searchKeyOf(after) }, String(after['title']));
      }
      // What is over needs no sending; all else waits as a draft until someone sends it.
      const isOver = status === 'closed' || status === 'archived';
      if (status !== undefined && !isOver && status !== 'draft') context.note('status', 'campaignStatusKept', row.line);
      const newCode = code === undefined ? nextCode() : String(code);
      if (code === undefined) context.note('code', 'codeMadeUp', row.line);
      taken.add(newCode);
      const made: Stored = { ...empty, ...values, code: newCode, status: isOver ? String(status) : 'draft' };
      insert(context, 'campaigns', { ...made, searchKey: searchKeyOf(made) });
      return { status: 'created', name, changes: [] };
    },
  };
}
