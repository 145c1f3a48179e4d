/** What the manifests of all features give, gathered: screens in order, kinds of record, imports, reports. Handed down, so that no feature imports another. */
import { createContext, use, useCallback } from 'react';
import type { Beside, Feature, FeatureScreen } from './feature.ts';
import type { RecordKindName } from './record-kind.ts';

export type Screened = Feature & { screen: FeatureScreen };

type Gathered<Part extends 'records' | 'imports' | 'reports' | 'history'> = NonNullable<Feature[Part]>;

export interface Catalogue {
  features: readonly Feature[];
  /** In the order of the navigation. */
  screens: readonly Screened[];
  records: Gathered<'records'>;
  imports: Gathered<'imports'>;
  reports: Gathered<'reports'>;
  history: Gathered<'history'>;
  /** What features add to records of a kind, in the order of the registry. */
  beside: Partial<Record<RecordKindName, Beside[]>>;
}

const groups = ['main', 'tools', 'none'];

/** Done once, when the window starts. */
export function gather(features: readonly Feature[]): Catalogue {
  const screens = features
    .filter((feature): feature is Screened => feature.screen !== undefined)
    .toSorted(({ screen: a }, { screen: b }) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order);
  const all = <Part extends 'records' | 'imports' | 'reports' | 'history'>(part: Part): Gathered<Part> =>
    Object.assign({}, ...features.map((feature) => feature[part])) as Gathered<Part>;
  const beside: Catalogue['beside'] = {};
  for (const feature of features)
    for (const [kind, one] of Object.entries(feature.beside ?? {})) (beside[kind as RecordKindName] ??= []).push(one);
  return {
    features,
    screens,
    records: all('records'),
    imports: all('imports'),
    reports: all('reports'),
    history: all('history'),
    beside,
  };
}

export const CatalogueContext = createContext<Catalogue>(gather([]));

export function useCatalogue(): Catalogue {
  return use(CatalogueContext);
}

/** Where a record is seen: the way from any feature to a record of another. */
export function useRecordAddress(): (kind: RecordKindName, id: string) => string {
  const { records } = useCatalogue();
  return useCallback((kind, id) => records[kind]?.address(id) ?? '/', [records]);
}
