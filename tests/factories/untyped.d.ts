/** What the tests use of packages that come without types. */
declare module '@mapbox/geojson-rewind' {
  /** Turns outer rings anticlockwise, or clockwise when `clockwise` is true; in place. */
  export default function rewind<T>(geometry: T, clockwise?: boolean): T;
}
