/** Reads forms that came back: each row with what it says, what was known when the form was made, and what stands now. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Adoption } from '#shared/adoptions/contract.ts';
import { cellText, isBlank, isError, type Cell } from '#shared/import/cells.ts';
import { parseDate } from '#shared/import/dates.ts';
import { parseEnum } from '#shared/import/enums.ts';
import { parseText } from '#shared/import/texts.ts';
import { AppError } from '#shared/base/result.ts';
import type { JobContext } from '../../../context.ts';
import type { RawDatabase } from '../../../database/connect.ts';
import { openSource } from '../../../sources/source.ts';
import { missingInAnswer, type Answer } from '../../../domain/adoptions/answering.ts';
import { answerMark } from '../../../domain/adoptions/forms/mark.ts';
import { formColumns, formWords, type FormColumn } from '../../../domain/adoptions/forms/words.ts';
import { allRows, type Source } from '../../../sources/rows.ts';

export type FormOutcome = 'apply' | 'same' | 'conflict' | 'invalid' | 'unknown';
export type FormProblem =
  | 'status'
  | 'what'
  | 'why'
  | 'answeredOn'
  | 'answeredBy'
  | 'answerMissing'
  | 'noRecord'
  | 'twice'
  /** The row bears the hidden mark of one site and the code or name of another: its cells were moved. */
  | 'otherSite';

export interface ReturnedRow {
  /** The name of the file it stands in. */
  file: string;
  line: number;
  outcome: FormOutcome;
  /** Why a row cannot be taken in. */
  problem: FormProblem | null;
  adoptionId: string | null;
  siteName: string;
  campaignTitle: string;
  /** What the form says; null when it cannot be read. */
  said: Answer | null;
  /** What stands in the workspace now. */
  present: Answer | null;
}

interface Known extends Adoption {
  siteCode: string | null;
  siteName: string;
  campaignTitle: string;
}

/** Places of the form's columns in a file, by their headers in either language; throws `form_unknown` for any other file. */
function placesOf(source: Source): Partial<Record<FormColumn, number>> {
  for (const { columns } of Object.values(formWords)) {
    const places = Object.fromEntries(
      formColumns
        .map((name) => [name, source.columns.indexOf(columns[name])])
        .filter(([, place]) => (place as number) >= 0),
    ) as Partial<Record<FormColumn, number>>;
    if (places.id !== undefined && places.known !== undefined && places.status !== undefined) return places;
  }
  throw new AppError('form_unknown', { path: source.path });
}

function textOf(cell: Cell | undefined, limit: number): string | null | undefined {
  if (cell === undefined || isBlank(cell)) return null;
  // A name stands on one line; what is told and why may take several.
  const text = isError(cell) ? null : parseText(cell, limit, limit > 500 ? 'severalLines' : 'oneLine');
  return text?.ok === true ? text.value.replace(/\r\n?/g, '\n').trim() || null : undefined;
}

/** What a row says, or the first cell that cannot be understood. */
function answerOf(
  cells: Cell[],
  places: Partial<Record<FormColumn, number>>,
  date1904: boolean,
): Answer | { problem: FormProblem } {
  const cell = (name: FormColumn): Cell | undefined => (places[name] === undefined ? undefined : cells[places[name]]);
  const given = cell('status');
  const status = given === undefined || isBlank(given) ? null : parseEnum(given, 'adoptionStatus');
  if (status !== null && !status.ok) return { problem: 'status' };
  const [what, why, answeredBy] = [
    textOf(cell('what'), 20_000),
    textOf(cell('why'), 20_000),
    textOf(cell('answeredBy'), 500),
  ];
  if (what === undefined) return { problem: 'what' };
  if (why === undefined) return { problem: 'why' };
  if (answeredBy === undefined) return { problem: 'answeredBy' };
  const day = cell('answeredOn');
  const date = day === undefined || isBlank(day) ? null : parseDate(day, { order: 'dmy', edge: 'start', date1904 });
  if (date !== null && !date.ok) return { problem: 'answeredOn' };
  if (status === null || status.value === 'invited') {
    // Words without an answer: what they answer is not known.
    if (what !== null || why !== null) return { problem: 'answerMissing' };
    return { status: 'invited', what: null, why: null, answeredOn: null, answeredBy: null };
  }
  return {
    status: status.value as Answer['status'],
    what,
    why,
    answeredOn: date === null ? null : date.value,
    answeredBy,
  };
}

const answerPart = ({ status, what, why, answeredOn, answeredBy }: Answer): Answer => ({
  status,
  what,
  why,
  answeredOn,
  answeredBy,
});

/** The same answer, as far as the form says when it was given. */
function saysTheSame(said: Answer, present: Answer): boolean {
  return (
    answerMark(said) === answerMark(present) ||
    (said.answeredOn === null && answerMark({ ...said, answeredOn: present.answeredOn }) === answerMark(present))
  );
}

/** A row as its file says it, before anyone looked at what stands in the workspace. */
export interface FormLine {
  file: string;
  line: number;
  id: string;
  mark: string;
  code: string;
  site: string;
  said: Answer | { problem: FormProblem };
}

/** Every row of one file. Throws what `openSource` throws, and `form_unknown`. */
async function readForm(path: string): Promise<FormLine[]> {
  const source = await openSource(path, { encoding: null, delimiter: null, sheet: null, hiddenRows: true });
  try {
    const places = placesOf(source);
    return (await allRows(source)).map((row): FormLine => {
      const text = (name: FormColumn): string =>
        places[name] === undefined ? '' : cellText(row.cells[places[name]] ?? null).trim();
      return {
        file: basename(path),
        line: row.line,
        id: text('id'),
        mark: text('known'),
        code: text('code'),
        site: text('site'),
        said: answerOf(row.cells, places, source.date1904),
      };
    });
  } finally {
    source.close();
  }
}

/** The files last read: another page of the same need not read them again. */
let lastRead: { key: string; lines: FormLine[] } | null = null;

/** Tells a file from what it was; one that is not there has its own refusal later. */
function stateOf(path: string): unknown[] {
  const file = statSync(path, { throwIfNoEntry: false });
  return [path, file?.size, file?.mtimeMs];
}

/** Every row of these files, one file after another: it tells how far it is, lets others in and stops when asked. Throws as `readForm`. */
export async function readForms(
  { progress, breathe }: Pick<JobContext, 'progress' | 'breathe'>,
  paths: string[],
): Promise<FormLine[]> {
  const key = JSON.stringify(paths.map(stateOf));
  if (lastRead?.key === key) return lastRead.lines;
  const lines: FormLine[] = [];
  for (const [at, path] of paths.entries()) {
    lines.push(...(await readForm(path)));
    progress({ done: at + 1, total: paths.length, label: 'readingForms' });
    await breathe();
  }
  lastRead = { key, lines };
  return lines;
}

/**
 * What each row would do to the answers as they stand. `apply`: changed in the form alone; `same`: nothing to do; `conflict`:
 * changed in the form and meanwhile in the workspace; `invalid`: not understood, or it lacks what it must say; `unknown`: no
 * such answer any more.
 */
export function judgeForms(raw: RawDatabase, lines: FormLine[]): ReturnedRow[] {
  const read = raw.prepare(
    'select a.*, s.code as siteCode, s.name as siteName, c.title as campaignTitle from adoptions a join sites s on s.id = a.siteId join campaigns c on c.id = a.campaignId where a.id = ?',
  );
  const otherByCode = raw.prepare('select 1 from sites where code = ? and id <> ?');
  const otherByName = raw.prepare('select 1 from sites where name = ? and id <> ?');
  /** A site may have been renamed since; what is another site's code or name is no new name of this one. */
  const isOther = (known: Known, code: string, site: string): boolean =>
    site !== known.siteName &&
    code !== known.siteCode &&
    (otherByCode.get(code, known.siteId) ?? otherByName.get(site, known.siteId)) !== undefined;
  const seen = new Set<string>();
  return lines.map(({ file, line, id, mark, code, site, said }): ReturnedRow => {
    const known = id === '' ? undefined : (read.get(id) as Known | undefined);
    const base = {
      file,
      line,
      adoptionId: known?.id ?? null,
      siteName: known?.siteName ?? site,
      campaignTitle: known?.campaignTitle ?? '',
      present: known === undefined ? null : answerPart(known),
    };
    const refused = (outcome: 'invalid' | 'unknown', problem: FormProblem): ReturnedRow => ({
      ...base,
      outcome,
      problem,
      said: null,
    });
    if (known === undefined) return refused('unknown', 'noRecord');
    if (isOther(known, code, site)) return refused('invalid', 'otherSite');
    // The first row of a site counts; a second one that says something else cannot be true as well.
    if (seen.has(known.id)) return refused('invalid', 'twice');
    seen.add(known.id);
    if ('problem' in said) return refused('invalid', said.problem);
    const found = (outcome: FormOutcome, problem: FormProblem | null = null): ReturnedRow => ({
      ...base,
      outcome,
      problem,
      said,
    });
    if (answerMark(said) === mark || saysTheSame(said, known)) return found('same');
    const missing = missingInAnswer(said);
    if (missing !== null) return found('invalid', missing);
    return answerMark(known) === mark ? found('apply') : found('conflict');
  });
}
