/** `maillage recruit`: where the next ambassadors would count most. */
import { Option, type Command } from 'commander';
import type { Language } from '#shared/base/common.ts';
import { fold } from '#shared/base/fold.ts';
import { outputFor, UsageError } from './output.ts';
import { withSession, type CliSession } from './session.ts';
import { say } from './words.ts';

function wholeNumber(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new UsageError(`${name}: ${text} (${least}-${most})`);
    return value;
  };
}

/** The filter for a territory told by its code, its name or its id. */
export async function territoryFilter(
  call: CliSession['call'],
  lang: Language,
  wanted: string | undefined,
): Promise<{ territoryIds: string[] }> {
  if (wanted === undefined) return { territoryIds: [] };
  const { rows } = await call('territories.list', {});
  const exact = rows.filter((row) => row.id === wanted || row.code === wanted);
  const matches = exact.length > 0 ? exact : rows.filter((row) => fold(row.name) === fold(wanted));
  const [territory] = matches;
  if (territory === undefined || matches.length > 1)
    throw new UsageError(
      say(lang, 'noTerritory', {
        territory: wanted,
        known: (matches.length > 1 ? matches : rows)
          .slice(0, 20)
          .map((row) => `${row.code} (${row.name})`)
          .join(', '),
      }),
    );
  return { territoryIds: [territory.id] };
}

interface RecruitOptions {
  count: number;
  radiusKm: number;
  sameTerritory?: boolean;
  territory?: string;
  out?: string;
  json?: boolean;
}

export function addRecruit(program: Command, lang: Language): void {
  program
    .command('recruit <file>')
    .description(say(lang, 'recruit'))
    .addOption(
      new Option('--count <k>', say(lang, 'recruitCount')).argParser(wholeNumber('--count', 1, 1000)).default(10),
    )
    .addOption(
      new Option('--radius-km <r>', say(lang, 'radiusKm')).argParser(wholeNumber('--radius-km', 1, 20_000)).default(30),
    )
    .addOption(new Option('--same-territory', say(lang, 'sameTerritory')))
    .option('--territory <t>', say(lang, 'territory'))
    .option('--out <path>', say(lang, 'recruitOut'))
    .option('--json', say(lang, 'json'))
    .addHelpText('after', `\n${say(lang, 'recruitHelp')}`)
    .action(async (file: string, options: RecruitOptions) => {
      const output = outputFor(lang, options.json === true);
      if (options.out !== undefined && !/\.(csv|xlsx)$/i.test(options.out))
        throw new UsageError(`--out: ${options.out} (.csv, .xlsx)`);
      await withSession(file, lang, async ({ call }) => {
        const input = {
          count: options.count,
          radiusKm: options.sameTerritory === true ? null : options.radiusKm,
          filter: await territoryFilter(call, lang, options.territory),
        };
        const plan = await call('network.recruit', input);
        plan.picks.forEach((pick, at) =>
          output.line('recruitLine', {
            rank: at + 1,
            code: pick.code,
            name: pick.name,
            gain: pick.gain,
            reached: plan.employees === 0 ? 0 : Math.floor((100 * pick.reached) / plan.employees),
          }),
        );
        output.line('recruitSum', {
          count: plan.picks.length,
          before: plan.reachedBefore,
          after: plan.reachedAfter,
          employees: plan.employees,
          atLeast: Math.floor(100 * plan.atLeast),
        });
        if (plan.isEnough) output.line('recruitEnough', { count: plan.picks.length });
        if (plan.sitesWithoutHeadcount > 0) output.line('recruitUnknown', { count: plan.sitesWithoutHeadcount });
        if (options.out !== undefined) {
          const saved = await call('network.exportRecruits', { ...input, outPath: options.out });
          output.line('reported', saved);
        }
        output.json({ ...plan });
      });
    });
}
