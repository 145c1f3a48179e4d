/** Every feature, a line each: what there is of screens, records, actions and words follows from their manifests. */
export { awards } from './awards/feature.tsx';
export { campaigns } from './campaigns/feature.tsx';
export { deck } from './deck/feature.tsx';
export { history } from './history/feature.tsx';
export { home } from './home/feature.tsx';
export { imports } from './imports/feature.tsx';
export { initiatives } from './initiatives/feature.tsx';
export { network } from './network/feature.tsx';
export { people } from './people/feature.tsx';
export { reports } from './reports/feature.tsx';
export { settings } from './settings/feature.tsx';
export { sites } from './sites/feature.tsx';
export { territories } from './territories/feature.tsx';
export { touchpoints } from './touchpoints/feature.tsx';
