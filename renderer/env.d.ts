/** What the preload script puts on the window, and the files that the bundler turns into values. */
/// <reference types="vite/client" />
import type { Bridge } from '#shared/shell/events.ts';

declare global {
  interface Window {
    readonly maillage: Bridge;
  }
}
