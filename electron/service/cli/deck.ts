/** `maillage deck`: the ceremony's slides of an edition, as PowerPoint or PDF by the name of the file. */
import { Option, type Command } from 'commander';
import { languages, type Language } from '#shared/base/common.ts';
import { outputFor, UsageError } from './output.ts';
import { withSession } from './session.ts';
import { say } from './words.ts';

export function addDeck(program: Command, lang: Language): void {
  program
    .command('deck <file>')
    .description(say(lang, 'deck'))
    .requiredOption('--edition <id>', say(lang, 'edition'))
    .requiredOption('--out <path>', say(lang, 'out'))
    .addOption(new Option('--lang <lang>', say(lang, 'lang')).choices([...languages]))
    .option('--json', say(lang, 'json'))
    .action(async (file: string, options: { edition: string; out: string; lang?: Language; json?: boolean }) => {
      const output = outputFor(lang, options.json === true);
      const format = /\.(pptx|pdf)$/i.exec(options.out)?.[1]?.toLowerCase() as 'pptx' | 'pdf' | undefined;
      if (format === undefined) throw new UsageError(`--out: ${options.out} (.pptx, .pdf)`);
      await withSession(file, lang, async ({ call }) => {
        const { rows } = await call('awards.list', {});
        const matches = rows.filter((row) => row.id === options.edition || String(row.year) === options.edition);
        const edition = matches[0];
        if (edition === undefined || matches.length > 1)
          throw new UsageError(
            say(lang, 'noEdition', {
              edition: options.edition,
              known: rows.map((row) => `${row.year} ${row.name} (${row.id})`).join(', '),
            }),
          );
        const made = await call('deck.export', {
          editionId: edition.id,
          format,
          outPath: options.out,
          ...(options.lang === undefined ? {} : { lang: options.lang }),
        });
        output.line('decked', { slides: made.slides, path: made.path });
        output.json({ path: made.path, slides: made.slides, warnings: made.warnings });
      });
    });
}
