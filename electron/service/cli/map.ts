/** `maillage map`: the network's map as SVG, PNG or GeoJSON, by the name of the file. */
import { Option, type Command } from 'commander';
import type { Language } from '#shared/base/common.ts';
import { mapLayers, type MapLayer } from '#shared/network/scales.ts';
import { territoryFilter } from './network.ts';
import { outputFor, UsageError } from './output.ts';
import { withSession } from './session.ts';
import { say } from './words.ts';

interface Options {
  layer: MapLayer;
  by: 'site' | 'territory';
  territory?: string;
  out: string;
  json?: boolean;
}

export function addMap(program: Command, lang: Language): void {
  program
    .command('map <file>')
    .description(say(lang, 'mapOf'))
    .addOption(new Option('--layer <layer>', say(lang, 'layer')).choices([...mapLayers]).default('coverage'))
    .addOption(new Option('--by <what>', say(lang, 'mapBy')).choices(['site', 'territory']).default('site'))
    .option('--territory <t>', say(lang, 'territory'))
    .requiredOption('--out <path>', say(lang, 'mapOut'))
    .option('--json', say(lang, 'json'))
    .action(async (file: string, options: Options) => {
      const output = outputFor(lang, options.json === true);
      if (!/\.(svg|png|geojson)$/i.test(options.out))
        throw new UsageError(`--out: ${options.out} (.svg, .png, .geojson)`);
      await withSession(file, lang, async ({ call }) => {
        const made = await call('network.exportMap', {
          layer: options.layer,
          by: options.by,
          filter: await territoryFilter(call, lang, options.territory),
          outPath: options.out,
        });
        if (options.by === 'territory' && (await call('territories.list', {})).rows.length === 0)
          process.stderr.write(`${say(lang, 'mapWithoutTerritories')}\n`);
        output.line('mapped', made);
        output.json({ ...made });
      });
    });
}
