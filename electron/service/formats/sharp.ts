/** The library for pictures, loaded when the first one is worked on: it weighs more than the rest of the service at rest. */
import type Sharp from 'sharp';

export async function loadSharp(): Promise<typeof Sharp> {
  return (await import('sharp')).default;
}
