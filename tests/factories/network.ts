/** A small network of sites in a tree of territories, for what campaigns do with it. */
import type { TestWorkspace } from './workspace.ts';

export interface SmallNetwork {
  /** France, with Bretagne and Normandie below. */
  territories: { france: string; bretagne: string; normandie: string };
  /** By name. */
  sites: Record<'rennes' | 'brest' | 'caen' | 'paris', string>;
}

/** Rennes (usine, 120) and Brest (agence, 12) in Bretagne, Caen (usine, no headcount) in Normandie, Paris (siège, 900) in none. */
export async function smallNetwork({ call }: Pick<TestWorkspace, 'call'>): Promise<SmallNetwork> {
  const france = (await call('territories.create', { code: 'FR', name: 'France', kind: 'pays' })).id;
  const bretagne = (
    await call('territories.create', { code: 'BRE', name: 'Bretagne', kind: 'région', parentId: france })
  ).id;
  const normandie = (
    await call('territories.create', { code: 'NOR', name: 'Normandie', kind: 'région', parentId: france })
  ).id;
  const site = async (
    name: string,
    kind: string,
    territoryId: string | null,
    headcount: number | null,
  ): Promise<string> =>
    (await call('sites.create', { code: name.slice(0, 3).toUpperCase(), name, kind, territoryId, headcount })).id;
  return {
    territories: { france, bretagne, normandie },
    sites: {
      rennes: await site('Rennes', 'usine', bretagne, 120),
      brest: await site('Brest', 'agence', bretagne, 12),
      caen: await site('Caen', 'usine', normandie, null),
      paris: await site('Paris', 'siège', null, 900),
    },
  };
}
