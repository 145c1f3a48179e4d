/** Answer forms of a campaign: one workbook for each territory or each site, written to a folder. */
import { dayText } from '#shared/base/locale.ts';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import type { CheckedInputOf, OutputOf } from '#shared/contract.ts';
import type { Language } from '#shared/base/common.ts';
import { plainFileName } from '#shared/base/file-names.ts';
import { fold } from '#shared/base/fold.ts';
import { AppError } from '#shared/base/result.ts';
import type { JobContext } from '../../context.ts';
import { writeError, writeFileAtomically } from '../../formats/atomic-file.ts';
import { formBook, type FormSheetColumn } from '../../formats/xlsx/form.ts';
import type { Answer } from '../../domain/adoptions/answering.ts';
import { answerMark } from '../../domain/adoptions/forms/mark.ts';
import { formColumns, formWords, openColumns, type FormColumn } from '../../domain/adoptions/forms/words.ts';
import { found } from '../../records/records.ts';
import { territorySubtree } from '../../records/scope.ts';

type Input = CheckedInputOf<'campaigns.forms'>;

interface FormRow extends Answer {
  id: string;
  siteCode: string;
  siteName: string;
  territoryId: string | null;
  territoryName: string | null;
}

const widths: Record<FormColumn, number> = {
  id: 38,
  known: 14,
  code: 16,
  site: 34,
  territory: 24,
  status: 16,
  what: 48,
  why: 48,
  answeredOn: 14,
  answeredBy: 24,
};

function columnsIn(lang: Language): FormSheetColumn[] {
  const words = formWords[lang];
  return formColumns.map((name) => ({
    label: words.columns[name],
    width: widths[name],
    hidden: name === 'id' || name === 'known',
    open: openColumns.includes(name),
    type: name === 'answeredOn' ? 'date' : 'text',
    choices: name === 'status' ? Object.values(words.answers) : null,
    error:
      name === 'status'
        ? { title: words.listTitle, text: words.listText }
        : name === 'answeredOn'
          ? { title: words.columns.answeredOn, text: words.dateText }
          : null,
  }));
}

function cellsOf(row: FormRow, lang: Language): (string | null)[] {
  const cells: Record<FormColumn, string | null> = {
    id: row.id,
    known: answerMark(row),
    code: row.siteCode,
    site: row.siteName,
    territory: row.territoryName,
    status: row.status === 'invited' ? null : formWords[lang].answers[row.status],
    what: row.what,
    why: row.why,
    answeredOn: row.answeredOn,
    answeredBy: row.answeredBy,
  };
  return formColumns.map((column) => cells[column]);
}

/** A name not in use in the folder, whatever its file system makes of case and accents. */
function freeName(folder: string, wanted: string, taken: Set<string>): string {
  const base = plainFileName(wanted, 'Maillage');
  for (let n = 1; ; n += 1) {
    const name = `${base}${n === 1 ? '' : ` (${n})`}.xlsx`;
    // A form that was sent and came back must not be written over.
    if (!taken.has(fold(name)) && !existsSync(join(folder, name))) {
      taken.add(fold(name));
      return name;
    }
  }
}

export async function writeForms(
  job: JobContext,
  { id, per, statuses, territoryIds, outDir, lang: wanted }: Input,
): Promise<OutputOf<'campaigns.forms'>> {
  const { db } = job;
  const lang = wanted ?? job.lang;
  const words = formWords[lang];
  const campaign = found(
    await db
      .selectFrom('campaigns')
      .select(['title', 'code', 'frozenAt', 'startDate', 'endDate'])
      .where('id', '=', id)
      .executeTakeFirst(),
    'campaigns',
    id,
  );
  if (campaign.frozenAt === null) throw new AppError('campaign_not_settled', { id, name: campaign.title });
  let query = db
    .selectFrom('adoptions')
    .innerJoin('sites', 'sites.id', 'adoptions.siteId')
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .select([
      'adoptions.id',
      'adoptions.status',
      'adoptions.what',
      'adoptions.why',
      'adoptions.answeredOn',
      'adoptions.answeredBy',
      'sites.code as siteCode',
      'sites.name as siteName',
      'sites.territoryId',
      'territories.name as territoryName',
    ])
    .where('adoptions.campaignId', '=', id)
    .orderBy(sql`territories."searchKey"`)
    .orderBy('sites.searchKey');
  if (statuses.length > 0) query = query.where('adoptions.status', 'in', statuses);
  if (territoryIds.length > 0)
    query = query.where(sql<boolean>`sites."territoryId" in ${territorySubtree(territoryIds)}`);
  const rows: FormRow[] = await query.execute();
  const groups = new Map<string, { name: string; rows: FormRow[] }>();
  for (const row of rows) {
    const key = per === 'site' ? row.id : (row.territoryId ?? '');
    const group = groups.get(key) ?? {
      name:
        per === 'site'
          ? `${row.siteName} (${row.siteCode})`
          : (row.territoryName ?? (lang === 'fr' ? 'sans territoire' : 'no territory')),
      rows: [],
    };
    group.rows.push(row);
    groups.set(key, group);
  }
  const folder = resolve(outDir);
  const day = (date: string): string => dayText(date, lang);
  const lines = words.instructions.map((line) =>
    line
      .replace('{{campaign}}', campaign.title)
      .replace('{{start}}', day(campaign.startDate))
      .replace('{{end}}', day(campaign.endDate)),
  );
  const columns = columnsIn(lang);
  const written: string[] = [];
  const taken = new Set<string>();
  try {
    try {
      mkdirSync(folder, { recursive: true });
    } catch (cause) {
      throw writeError(folder, cause);
    }
    for (const group of groups.values()) {
      const path = join(folder, freeName(folder, `${words.fileName} - ${campaign.title} - ${group.name}`, taken));
      const bytes = await formBook({
        title: `${campaign.title} – ${group.name}`,
        sheet: words.sheet,
        columns,
        rows: group.rows.map((row) => cellsOf(row, lang)),
        help: { name: words.help, lines },
        now: job.now,
      });
      await writeFileAtomically(path, bytes, job.signal);
      written.push(path);
      job.progress({ done: written.length, total: groups.size, label: 'writingForms' });
      await job.breathe();
    }
  } catch (error) {
    // All of them or none.
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
  return { path: folder, files: written.length, sites: rows.length };
}
