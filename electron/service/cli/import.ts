/** `maillage import`: the window's import from a terminal, with the columns proposed as there unless they are given. */
import { importKinds, type ImportKind } from '#shared/kinds.ts';
import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { Language } from '#shared/base/common.ts';
import type { ImportReport, Mapping } from '#shared/import/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { fieldOf, fieldsOf } from '#shared/import/fields.ts';
import { missingFields } from '#shared/import/keys.ts';
import { encodings, type Encoding } from '#shared/import/encodings.ts';
import { fieldText, importAccount, readingAccount, shownRejects } from './import-account.ts';
import { outputFor, UsageError } from './output.ts';
import { withSession } from './session.ts';
import { say } from './words.ts';

interface Options {
  kind: ImportKind;
  sheet?: string;
  map?: string;
  mapping?: string;
  encoding?: Encoding;
  delimiter?: string;
  createMissing?: boolean;
  updateOnly?: boolean;
  headerLine?: string;
  hiddenRows?: boolean;
  markIllegal?: boolean;
  dryRun?: boolean;
  rejects?: string;
  json?: boolean;
}

/** `"Code UIC=code,Nom=name"`; a comma or an equals sign inside a header is escaped with a backslash. */
function parseMap(text: string): Mapping {
  const mapping: Mapping = {};
  for (const part of text.split(/(?<!\\),/)) {
    const cut = part.search(/(?<!\\)=(?!.*(?<!\\)=)/);
    if (cut < 1) throw new UsageError(`--map: ${part}`);
    const unescape = (one: string): string => one.replace(/\\([,=\\])/g, '$1').trim();
    mapping[unescape(part.slice(0, cut))] = unescape(part.slice(cut + 1));
  }
  return mapping;
}

function givenMapping(options: Options): Mapping | null {
  if (options.map !== undefined) return parseMap(options.map);
  if (options.mapping === undefined) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(options.mapping, 'utf8'));
    if (value !== null && typeof value === 'object' && Object.values(value).every((field) => typeof field === 'string'))
      return value as Mapping;
  } catch (cause) {
    throw new UsageError(`--mapping ${options.mapping}: ${cause instanceof Error ? cause.message : ''}`);
  }
  throw new UsageError(`--mapping ${options.mapping}`);
}

/** The fields that `--map` knows, kind by kind. */
function fieldsHelp(lang: Language): string {
  const lines = importKinds.map(
    (kind) => `  ${kind}${say(lang, 'colon')}${fieldsOf[kind].map(({ name }) => name).join(', ')}`,
  );
  return [say(lang, 'mapFields'), ...lines, say(lang, 'mapIndicators')].join('\n');
}

export function addImport(program: Command, lang: Language): void {
  program
    .command('import <file> <source>')
    .description(say(lang, 'import'))
    .addOption(new Option('--kind <kind>', say(lang, 'kind')).choices([...importKinds]).makeOptionMandatory())
    .option('--sheet <name>', say(lang, 'sheet'))
    .addOption(new Option('--map <pairs>', say(lang, 'map')).conflicts('mapping'))
    .option('--mapping <json>', say(lang, 'mapping'))
    .addOption(new Option('--encoding <name>', say(lang, 'encoding')).choices([...encodings]))
    .option('--delimiter <sign>', say(lang, 'delimiter'))
    .option('--header-line <number>', say(lang, 'headerLine'))
    .option('--hidden-rows', say(lang, 'hiddenRows'))
    .option('--mark-illegal', say(lang, 'markIllegal'))
    .option('--create-missing', say(lang, 'createMissing'))
    .option('--update-only', say(lang, 'updateOnly'))
    .option('--dry-run', say(lang, 'dryRun'))
    .option('--rejects <csv>', say(lang, 'rejects'))
    .option('--json', say(lang, 'json'))
    .addHelpText('after', `\n${fieldsHelp(lang)}`)
    .action(async (file: string, source: string, options: Options) => {
      const output = outputFor(lang, options.json === true);
      const mapping = givenMapping(options);
      const delimiter = options.delimiter === '\\t' ? '\t' : (options.delimiter ?? null);
      if (delimiter !== null && delimiter.length !== 1) throw new UsageError(`--delimiter: ${delimiter}`);
      const headerLine = options.headerLine === undefined ? null : Number(options.headerLine);
      if (headerLine !== null && !(Number.isInteger(headerLine) && headerLine > 0))
        throw new UsageError(`--header-line: ${options.headerLine ?? ''}`);
      await withSession(file, lang, async ({ call }) => {
        const reading = {
          path: source,
          sheet: options.sheet ?? null,
          encoding: options.encoding ?? null,
          delimiter,
          headerLine,
          hiddenRows: options.hiddenRows === true,
          markFaults: options.markIllegal === true,
        };
        const inspection = await call('imports.inspect', { ...reading, kind: options.kind });
        const proposed =
          mapping ?? Object.fromEntries(inspection.proposals.map(({ column, field }) => [column, field]));
        const leftOut = mapping === null ? inspection.leftOut : [];
        if (options.json !== true) {
          const known = Object.values(proposed).includes('territory')
            ? (await call('territories.list', {})).rows.flatMap(({ code, name }) => [code, name])
            : [];
          const account = readingAccount(lang, { ...inspection, leftOut }, proposed, reading, known);
          for (const line of account.told) process.stdout.write(`${line}\n`);
          for (const line of account.doubted) process.stderr.write(`${line}\n`);
        }
        const missing = missingFields(options.kind, new Set(Object.values(proposed)));
        const isKnown = Object.values(proposed).every((field) => fieldOf(options.kind, field) !== null);
        if (missing.length > 0 && isKnown)
          throw new AppError('columns_missing', {
            path: source,
            missing: missing.map((field) => fieldText(lang, field)),
            columns: inspection.columns.slice(0, 50),
          });
        const input = {
          ...reading,
          kind: options.kind,
          mapping: proposed,
          createMissing: options.createMissing === true,
          updateOnly: options.updateOnly === true,
        };
        const report =
          options.dryRun === true ? await call('imports.dryRun', input) : await call('imports.commit', input);
        const { counts } = report;
        if (options.json !== true) {
          const rejected =
            counts.rejected === 0
              ? []
              : (await call('imports.outcomes', { planId: report.planId, status: 'rejected', limit: shownRejects }))
                  .rows;
          const account = importAccount(lang, report as ImportReport, rejected, input);
          output.line(options.dryRun === true ? 'countsToCome' : 'counts', { ...counts });
          for (const line of account.told) process.stdout.write(`${line}\n`);
          for (const line of account.refused) process.stderr.write(`${line}\n`);
        }
        if (options.dryRun === true) output.line('dryRunDone');
        if (options.rejects !== undefined && counts.rejected > 0) {
          await call('imports.saveRejects', { planId: report.planId, outPath: options.rejects });
          output.line('rejectsSaved', { path: options.rejects });
        }
        output.json({
          ...counts,
          also: report.also,
          key: report.key,
          notes: report.notes,
          totals: report.totals,
          unread: report.unread,
          reasons: report.reasons,
          mapping: proposed,
          leftOut,
          hiddenRows: reading.hiddenRows ? 0 : inspection.hiddenRows,
          dryRun: options.dryRun === true,
        });
      });
    });
}
