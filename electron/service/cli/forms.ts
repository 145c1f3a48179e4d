/** `maillage forms`: the answer forms of a campaign, one workbook for each territory or site. */
import { Option, type Command } from 'commander';
import { languages, type Language } from '#shared/base/common.ts';
import { outputFor, UsageError } from './output.ts';
import { withSession } from './session.ts';
import { say } from './words.ts';

interface Options {
  campaign: string;
  out: string;
  per: 'territory' | 'site';
  unanswered?: boolean;
  lang?: Language;
  json?: boolean;
}

export function addForms(program: Command, lang: Language): void {
  program
    .command('forms <file>')
    .description(say(lang, 'forms'))
    .requiredOption('--campaign <code>', say(lang, 'formsCampaign'))
    .requiredOption('--out <folder>', say(lang, 'formsOut'))
    .addOption(new Option('--per <group>', say(lang, 'formsPer')).choices(['territory', 'site']).default('territory'))
    .addOption(new Option('--lang <lang>', say(lang, 'lang')).choices([...languages]))
    .option('--unanswered', say(lang, 'formsUnanswered'))
    .option('--json', say(lang, 'json'))
    .action(async (file: string, options: Options) => {
      const output = outputFor(lang, options.json === true);
      await withSession(file, lang, async ({ call }) => {
        const { rows } = await call('campaigns.list', { limit: 1000 });
        const campaign = rows.find((row) => row.id === options.campaign || row.code === options.campaign);
        if (campaign === undefined)
          throw new UsageError(
            say(lang, 'noCampaign', {
              campaign: options.campaign,
              known: rows.map((row) => `${row.code} ${row.title}`).join(', '),
            }),
          );
        const made = await call('campaigns.forms', {
          id: campaign.id,
          per: options.per,
          statuses: options.unanswered === true ? ['invited'] : [],
          outDir: options.out,
          ...(options.lang === undefined ? {} : { lang: options.lang }),
        });
        output.line('formed', { ...made });
        output.json(made);
      });
    });
}
