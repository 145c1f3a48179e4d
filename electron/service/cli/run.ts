/** Reads the arguments, runs the command, and turns the outcome into an exit code: 0 done, 1 refused, 2 misused, 3 failed. */
import { Command, CommanderError, Option } from 'commander';
import { z } from 'zod';
import type { Language } from '#shared/base/common.ts';
import { demoSizes } from '#shared/workspace/contract.ts';
import { serviceContract } from '#shared/contract.ts';
import type { Procedure } from '#shared/base/define.ts';
import { version } from '#shared/base/version.ts';
import { failureOf, withSession } from './session.ts';
import { addCalendar } from './calendar.ts';
import { addDeck } from './deck.ts';
import { addForms } from './forms.ts';
import { addImport } from './import.ts';
import { standardInput } from './input.ts';
import { addReport } from './report.ts';
import { addMap } from './map.ts';
import { addRecruit } from './network.ts';
import { outputFor, UsageError } from './output.ts';
import { complaintText, explainIn, seeAlso } from './usage.ts';
import { refusalText, say, terminalLanguage, type CliWord } from './words.ts';

export const exitCodes = { done: 0, refused: 1, misused: 2, failed: 3 } as const;

/** JSON from an argument, or from standard input for `-`. */
async function jsonArgument(text: string | undefined, lang: Language): Promise<unknown> {
  if (text === undefined) return {};
  const source = text === '-' ? await standardInput() : text;
  try {
    return JSON.parse(source);
  } catch {
    throw new UsageError(say(lang, 'badJson', { text: source.slice(0, 200) }));
  }
}

interface JsonOption {
  json?: boolean;
}

/** The commands, ready to be run or listed. */
export function buildProgram(lang: Language): Command {
  const program = new Command('maillage');
  const describe = (word: CliWord): string => say(lang, word);
  program.description(describe('description'));
  explainIn(program, lang, version);
  const jsonOption = (): Option => new Option('--json', describe('json'));

  program
    .command('init <file>')
    .description(describe('init'))
    .option('--name <name>', describe('name'))
    .addOption(new Option('--demo <size>', describe('demo')).choices([...demoSizes]))
    .addOption(new Option('--seed <n>', describe('seed')).argParser(Number).default(1))
    .option('--force', describe('force'))
    .addOption(jsonOption())
    .action(
      async (
        file: string,
        options: JsonOption & { name?: string; demo?: 'small' | 'medium' | 'large'; seed: number; force?: boolean },
      ) => {
        if (!Number.isInteger(options.seed)) throw new UsageError(`--seed: ${options.seed}`);
        const output = outputFor(lang, options.json === true);
        const name = options.name ?? file.replace(/^.*[\\/]/, '').replace(/\.maillage$/i, '');
        const info = await withSession(null, lang, (session) =>
          session.call('workspace.create', {
            path: file,
            name,
            lang,
            demo: options.demo ?? null,
            seed: options.seed,
            overwrite: options.force === true,
          }),
        );
        output.line('created', { path: info.path });
        output.json({ path: info.path, organisation: info.organisation, version: info.version });
      },
    );

  program
    .command('check <file>')
    .description(describe('check'))
    .addOption(jsonOption())
    .action(async (file: string, options: JsonOption) => {
      const output = outputFor(lang, options.json === true);
      const report = await withSession(file, lang, (session) => session.call('workspace.check', {}));
      for (const problem of report.problems) process.stderr.write(`${say(lang, 'problem', problem)}\n`);
      if (report.ok)
        output.line('healthy', {
          rows: report.tables.reduce((sum, table) => sum + table.rows, 0),
          version: report.version,
        });
      output.json(report);
      if (!report.ok) process.exitCode = exitCodes.refused;
    });

  program
    .command('backup <file>')
    .description(describe('backup'))
    .option('--out <path>', describe('out'))
    .addOption(jsonOption())
    .action(async (file: string, options: JsonOption & { out?: string }) => {
      const output = outputFor(lang, options.json === true);
      const backup = await withSession(file, lang, (session) =>
        session.call('workspace.backup', options.out === undefined ? {} : { outPath: options.out }),
      );
      output.line('backedUp', backup);
      output.json({ ...backup });
    });

  program
    .command('restore <file> <backup>')
    .description(describe('restore'))
    .addOption(jsonOption())
    .action(async (file: string, backup: string, options: JsonOption) => {
      const output = outputFor(lang, options.json === true);
      const info = await withSession(null, lang, (session) =>
        session.call('workspace.restore', { path: file, backupPath: backup }),
      );
      output.line('restored', { path: info.path });
      output.json({ path: info.path, version: info.version });
    });

  program
    .command('migrate <file>')
    .description(describe('migrate'))
    .addOption(jsonOption())
    .action(async (file: string, options: JsonOption) => {
      const output = outputFor(lang, options.json === true);
      const info = await withSession(file, lang, (session) => session.call('workspace.current', {}));
      output.line('migrated', { version: info?.version });
      output.json({ version: info?.version });
    });

  program
    .command('call <file> <procedure> [input]')
    .description(describe('call'))
    .addOption(jsonOption())
    .action(async (file: string, procedure: string, input: string | undefined, options: JsonOption) => {
      const given = await jsonArgument(input, lang);
      const value = await withSession(file, lang, (session) => session.callAny(procedure, given));
      process.stdout.write(
        `${JSON.stringify(options.json === true ? { ok: true, value } : value, null, options.json === true ? 0 : 2)}\n`,
      );
    });

  addImport(program, lang);
  addReport(program, lang);
  addDeck(program, lang);
  addRecruit(program, lang);
  addMap(program, lang);
  addCalendar(program, lang);
  addForms(program, lang);

  program
    .command('procedures')
    .description(describe('procedures'))
    .addOption(jsonOption())
    .action((options: JsonOption) => {
      const rows = Object.entries(serviceContract as Record<string, Procedure>).map(([name, procedure]) => ({
        name,
        kind: procedure.kind,
        input: z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }),
        output: z.toJSONSchema(procedure.output, { unrepresentable: 'any' }),
      }));
      if (options.json === true) process.stdout.write(`${JSON.stringify({ ok: true, procedures: rows })}\n`);
      else for (const row of rows) process.stdout.write(`${row.name}  (${row.kind})\n  ${JSON.stringify(row.input)}\n`);
    });

  return program;
}

/** For a program that asked for JSON: a refusal has the same envelope as an answer. */
function answerRefusal(argv: string[], error: object): void {
  if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: false, error })}\n`);
}

/** Options may stand before the command they belong to: the command is moved to the front. */
function commandFirst(program: Command, argv: string[]): string[] {
  const at =
    argv[0]?.startsWith('-') === true
      ? argv.findIndex((argument) => program.commands.some((command) => command.name() === argument))
      : 0;
  return at > 0 ? [...argv.slice(at, at + 1), ...argv.slice(0, at), ...argv.slice(at + 1)] : argv;
}

/** Runs one command line and answers its exit code. Never throws. */
export async function runCli(given: string[]): Promise<number> {
  const lang = terminalLanguage(process.env);
  const program = buildProgram(lang);
  const argv = commandFirst(program, given);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? exitCodes.done);
  } catch (error) {
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))
      return error.exitCode === 0 ? exitCodes.done : exitCodes.misused;
    if (error instanceof CommanderError || error instanceof UsageError) {
      const text =
        error instanceof CommanderError
          ? complaintText(error, program, argv, lang)
          : `${error.message}\n${seeAlso(program, argv, lang)}`;
      process.stderr.write(`${text}\n`);
      answerRefusal(argv, { code: 'wrong_usage', details: { message: text.split('\n')[0] } });
      return exitCodes.misused;
    }
    const failure = failureOf(error);
    const text = failure === null ? String(error instanceof Error ? error.stack : error) : refusalText(lang, failure);
    process.stderr.write(`${text}\n`);
    answerRefusal(argv, failure ?? { code: 'internal', details: {} });
    return failure === null || failure.code === 'internal' ? exitCodes.failed : exitCodes.refused;
  }
}
