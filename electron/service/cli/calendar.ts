/** `maillage calendar`: the plan as a calendar file. */
import { Option, type Command } from 'commander';
import { calendarParts } from '#shared/calendar/contract.ts';
import { languages, type Language } from '#shared/base/common.ts';
import { outputFor, UsageError } from './output.ts';
import { withSession } from './session.ts';
import { say } from './words.ts';

interface Options {
  out: string;
  include: string;
  from?: string;
  to?: string;
  lang?: Language;
  json?: boolean;
}

export function addCalendar(program: Command, lang: Language): void {
  program
    .command('calendar <file>')
    .description(say(lang, 'calendar'))
    .requiredOption('--out <path>', say(lang, 'out'))
    .option(
      '--include <list>',
      say(lang, 'calendarInclude', { parts: calendarParts.join(', ') }),
      'campaigns,phases,tasks',
    )
    .option('--from <date>', say(lang, 'fromDate'))
    .option('--to <date>', say(lang, 'toDate'))
    .addOption(new Option('--lang <lang>', say(lang, 'lang')).choices([...languages]))
    .option('--json', say(lang, 'json'))
    .action(async (file: string, options: Options) => {
      const output = outputFor(lang, options.json === true);
      if (!/\.ics$/i.test(options.out)) throw new UsageError(`--out: ${options.out} (.ics)`);
      const include = options.include.split(',').map((part) => part.trim());
      const unknown = include.find((part) => !(calendarParts as readonly string[]).includes(part));
      if (unknown !== undefined) throw new UsageError(`--include: ${unknown} (${calendarParts.join(', ')})`);
      const made = await withSession(file, lang, ({ call }) =>
        call('calendar.export', {
          outPath: options.out,
          include: include as (typeof calendarParts)[number][],
          from: options.from ?? null,
          to: options.to ?? null,
          ...(options.lang === undefined ? {} : { lang: options.lang }),
        }),
      );
      output.line('calendared', { events: made.events, path: made.path });
      output.json(made);
    });
}
