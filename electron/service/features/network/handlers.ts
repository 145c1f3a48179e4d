/** The network on the map: its sites, its territories, its past, its outlines. */
import type { networkContract } from '#shared/network/contract.ts';
import { sumFigures } from '#shared/network/coverage.ts';
import type { HandlersOf } from '../../context.ts';
import { coverageRatio } from '../../domain/network/coverage.ts';
import { mapColumns } from './month-columns.ts';
import { attribution, compactJson, shapeLayer } from '../../geo/shapes.ts';
import { sharedNetworkSites } from '../../domain/network/sites.ts';
import { coverageByKind, coverageRows, readTerritories } from '../../domain/network/territories.ts';
import { shapesOf, territoryShapes } from '../../domain/network/territory-shapes.ts';
import { readTimeline, trendOf } from './timeline.ts';
import { mapExportHandlers } from './export.ts';
import { followUpHandlers } from './follow-up.ts';
import { recruitHandlers } from './recruit.ts';

export const networkHandlers: HandlersOf<typeof networkContract> = {
  ...recruitHandlers,
  ...mapExportHandlers,
  ...followUpHandlers,

  'network.map': async (context, { filter, ratio: asked }) => {
    const ratio = asked ?? (await coverageRatio(context.db));
    const sites = await sharedNetworkSites(context, filter, ratio);
    return { sites: JSON.stringify(mapColumns(sites)), total: sumFigures(sites), ratio };
  },

  'network.territories': async (context, { filter, ratio: asked }) => {
    const ratio = asked ?? (await coverageRatio(context.db));
    const sites = await sharedNetworkSites(context, filter, ratio);
    return {
      rows: coverageRows(await readTerritories(context.db), sites, filter),
      kinds: coverageByKind(sites),
      total: sumFigures(sites),
      ratio,
    };
  },

  'network.trend': async ({ db, today }, { filter, ratio, months }) => {
    const timeline = await readTimeline(db, filter, ratio ?? (await coverageRatio(db)), today, {
      withInitiatives: false,
    });
    return { rows: trendOf(timeline, months), undated: timeline.undated };
  },

  'network.timeline': async ({ db, today }, { filter }) => ({
    timeline: JSON.stringify(await readTimeline(db, filter, await coverageRatio(db), today, { withInitiatives: true })),
  }),

  'network.shapes': ({ host }, { layer }) => ({ geojson: shapeLayer(layer, host.resources), attribution }),

  'network.territoryShapes': async (context, { filter, depth }) => {
    const { db, host } = context;
    const sites = await sharedNetworkSites(context, filter, await coverageRatio(db));
    const territories = await readTerritories(db);
    const counted = new Set(coverageRows(territories, sites, filter).map((row) => row.id));
    const { collection, without, depths } = shapesOf(
      territoryShapes(territories, sites, depth, host.resources),
      counted,
    );
    return { geojson: compactJson(collection), without, depths };
  },
};
