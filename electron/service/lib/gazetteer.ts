/** Offline geocoding by postcode and city. */
export interface Place { lat: number; lon: number; accuracy: 'commune' | 'department'; matchedName: string }
export function locate(_query: { postcode: string | null; city: string | null; country: string }, _resources: string): Place | null {
  return null;
}
