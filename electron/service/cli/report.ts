/** `maillage report`: a report as CSV or XLSX, to a file or to the standard output. */
import { reportNames, type ReportName } from '#shared/kinds.ts';
import { Option, type Command } from 'commander';
import type { Language } from '#shared/base/common.ts';
import { csvDialects, reportFormats, type CsvDialectName, type ReportFormat } from '#shared/reports/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { outputFor, UsageError } from './output.ts';
import { withSession } from './session.ts';
import { say } from './words.ts';

interface Options {
  report: ReportName;
  dialect: CsvDialectName;
  format?: ReportFormat;
  filter?: string;
  dictionary?: string;
  out: string;
  json?: boolean;
}

function filterOf(text: string | undefined, lang: Language): InputOf<'reports.export'>['filter'] {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // Told below, as for any JSON that is no filter.
  }
  throw new UsageError(say(lang, 'badJson', { text: text.slice(0, 200) }));
}

const formatOf = (path: string): ReportFormat => (path.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv');

/** Writes to the standard output at its reader's pace; throws `cancelled` once the reader has gone (`| head`). */
function outputPipe(): (bytes: Uint8Array) => Promise<void> {
  let gone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return async (bytes) => {
    if (!gone) await new Promise<void>((done) => void process.stdout.write(bytes, () => done()));
    if (gone) throw new AppError('cancelled', { what: 'pipe' });
  };
}

export function addReport(program: Command, lang: Language): void {
  program
    .command('report <file>')
    .description(say(lang, 'report'))
    .addOption(new Option('--report <name>', say(lang, 'reportName')).choices([...reportNames]).makeOptionMandatory())
    .addOption(new Option('--dialect <dialect>', say(lang, 'dialect')).choices([...csvDialects]).default('excel-fr'))
    .addOption(new Option('--format <format>', say(lang, 'format')).choices([...reportFormats]))
    .option('--filter <json>', say(lang, 'filter'))
    .option('--dictionary <path>', say(lang, 'dictionary'))
    .requiredOption('--out <path>', say(lang, 'reportOut'))
    .option('--json', say(lang, 'json'))
    .action(async (file: string, options: Options) => {
      const toPipe = options.out === '-';
      // What is said must not land among the rows.
      const output = outputFor(lang, options.json === true, toPipe ? process.stderr : process.stdout);
      const chosen = { report: options.report, filter: filterOf(options.filter, lang), dialect: options.dialect, lang };
      await withSession(
        file,
        lang,
        async ({ call }) => {
          try {
            const made = await call('reports.export', {
              ...chosen,
              format: options.format ?? formatOf(options.out),
              outPath: options.out,
            });
            if (options.dictionary !== undefined)
              await call('reports.exportDictionary', {
                ...chosen,
                format: formatOf(options.dictionary),
                outPath: options.dictionary,
              });
            if (!toPipe) output.line('reported', { rows: made.rows, path: made.path });
            output.json({
              report: options.report,
              rows: made.rows,
              columns: made.columns,
              bytes: made.bytes,
              path: made.path,
              scope: made.scope,
            });
          } catch (error) {
            if (!(error instanceof AppError && error.code === 'cancelled' && error.details['what'] === 'pipe'))
              throw error;
          }
        },
        toPipe ? { pipe: outputPipe() } : {},
      );
    });
}
